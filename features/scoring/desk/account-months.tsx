import { formatCount, listStyles, usePhone } from '@jianbao/ui'
import { lazy, Suspense, useState } from 'react'
import type { AccountMonth } from '../contract/index.ts'
import styles from './scoring.module.css'
import { scoringTexts } from './scoring.texts.ts'
import { usePeriodWords } from './use-scored.ts'

const Chart = lazy(() => import('./month-chart.tsx'))

type AccountMonthsProps = {
  readonly months: readonly AccountMonth[]
  readonly onPick: (month: string) => void
}

/** Points by month as a picture, and the same as a table. */
export function AccountMonths({ months, onPick }: AccountMonthsProps) {
  const t = scoringTexts.useTexts()
  const [view, setView] = useState<'chart' | 'table'>('chart')
  return (
    <section className={styles['card']} aria-label={t('months')}>
      <div className={styles['head']}>
        <h2>{t('months')}</h2>
        <fieldset className={styles['views']} aria-label={t('months')}>
          {(['chart', 'table'] as const).map(each => (
            <button key={each} type="button" aria-pressed={view === each} onClick={() => setView(each)}>
              {t(each)}
            </button>
          ))}
        </fieldset>
      </div>
      {view === 'chart' ? (
        <Suspense fallback={<div className={styles['canvas']} />}>
          <Chart months={months} label={t('monthsChart')} onPick={onPick} />
        </Suspense>
      ) : (
        <MonthTable months={months} onPick={onPick} />
      )}
    </section>
  )
}

function MonthTable({ months, onPick }: AccountMonthsProps) {
  const t = scoringTexts.useTexts()
  const words = usePeriodWords()
  const phone = usePhone()
  const all = ['points', 'reported', 'adopted', 'adoptions', 'late', 'omitted'] as const
  const shown = phone ? all.slice(0, 3) : all
  return (
    <div className={styles['scroll']}>
      <table className={listStyles['table']} aria-label={t('months')}>
        <thead>
          <tr>
            <th>{t('monthName')}</th>
            {shown.map(key => (
              <th key={key} className={listStyles['number']}>
                {t(key)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {months.map(month => (
            <tr key={month.month}>
              <td>
                <button type="button" className={styles['plain']} onClick={() => onPick(month.month)}>
                  {words(month.month)}
                </button>
              </td>
              {shown.map(key => (
                <td key={key} className={listStyles['number']}>
                  {formatCount(month[key])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
