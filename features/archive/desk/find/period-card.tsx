/** How things spread over time: a chart with its table, both leading to what they count. */
import { useLanguage } from '@jianbao/ui'
import { useNavigate } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react'
import { mostParts } from './bar-option.ts'
import styles from './chart.module.css'
import { findTexts } from './find.texts.ts'
import type { Part, Target } from './find.types.ts'
import { countPeriods, type DaysWithin, daysOf, formatPeriod, type MonthCount, periodsOf } from './period.ts'
import { PeriodTable } from './period-table.tsx'

type PeriodCardProps = {
  readonly title: string
  readonly rows: readonly MonthCount[]
  /** In the order of the stack; one part is drawn without a legend. */
  readonly parts: readonly Part[]
  readonly within: DaysWithin
  /** Where a number leads; `part` is null for all of them. */
  readonly target: (days: DaysWithin, part: string | null) => Target
  /** Below the chart: what could not be drawn. */
  readonly note?: ReactNode
}

type View = 'chart' | 'table'
/** Whoever counts in tables finds the table again on the way back from a number. */
let lastView: View = 'chart'

/** Without its file the table still says everything. */
const Chart = lazy(() => import('./chart.tsx').catch(() => ({ default: NoChart })))

export function PeriodCard({ title, rows, parts, within, target, note }: PeriodCardProps) {
  const t = findTexts.useTexts()
  const language = useLanguage()
  const navigate = useNavigate()
  const [view, setView] = useState(lastView)
  const show = (name: View) => {
    lastView = name
    setView(name)
  }
  const periods = useMemo(() => periodsOf(rows.map(row => row.month)), [rows])
  const counts = useMemo(() => countPeriods(rows, periods), [rows, periods])
  const drawn = useMemo(() => {
    const shown = parts.length > mostParts + 1 ? parts.slice(0, mostParts) : parts
    const rest = parts.slice(shown.length)
    const sum = (period: string, of: readonly Part[]) =>
      of.reduce((all, { key }) => all + (counts.get(period)?.get(key) ?? 0), 0)
    const named = shown.map(part => ({ name: part.name, counts: periods.map(period => sum(period, [part])) }))
    const others = { name: t('otherParts'), counts: periods.map(period => sum(period, rest)) }
    return {
      periods: periods.map(period => formatPeriod(period, language)),
      parts: rest.length > 0 ? [...named, others] : named,
      keys: shown.map(part => part.key),
    }
  }, [parts, counts, periods, language, t])
  const total = rows.reduce((sum, row) => sum + row.count, 0)
  const [first, last] = [drawn.periods[0] ?? '', drawn.periods.at(-1) ?? '']

  const pick = (at: number, part: number | null) => {
    const period = periods[at]
    if (!period || !counts.has(period)) return
    const key = part === null || parts.length === 1 ? null : (drawn.keys[part] ?? null)
    void navigate(target(daysOf(period, within), key))
  }
  return (
    <section className={styles['card']} aria-label={title}>
      <div className={styles['head']}>
        <h2>{title}</h2>
        {total > 0 ? (
          <fieldset className={styles['views']} aria-label={t('chartOrTable')}>
            {(['chart', 'table'] as const).map(name => (
              <button key={name} type="button" aria-pressed={view === name} onClick={() => show(name)}>
                {t(name)}
              </button>
            ))}
          </fieldset>
        ) : null}
      </div>
      {total === 0 ? <p className={styles['note']}>{t('nothingToDraw')}</p> : null}
      {total > 0 && view === 'chart' ? (
        <Suspense fallback={<div className={styles['canvas']} />}>
          <Chart bars={drawn} label={t('chartLabel', { title, first, last, total })} onPick={pick} />
        </Suspense>
      ) : null}
      {total > 0 && view === 'table' ? (
        <PeriodTable
          title={title}
          periods={periods.filter(period => counts.has(period))}
          counts={counts}
          parts={parts}
          within={within}
          target={target}
        />
      ) : null}
      {note ? <p className={styles['note']}>{note}</p> : null}
    </section>
  )
}

function NoChart() {
  const t = findTexts.useTexts()
  return <p className={styles['note']}>{t('chartMissing')}</p>
}
