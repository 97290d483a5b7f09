import { formatCount, useLanguage } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import styles from './chart.module.css'
import { findTexts } from './find.texts.ts'
import type { Part, Target } from './find.types.ts'
import { type countPeriods, type DaysWithin, daysOf, formatPeriod, type Period } from './period.ts'

type PeriodTableProps = {
  readonly title: string
  readonly periods: readonly Period[]
  readonly counts: ReturnType<typeof countPeriods>
  readonly parts: readonly Part[]
  readonly within: DaysWithin
  readonly target: (days: DaysWithin, part: string | null) => Target
}

/** The numbers of a chart, newest first; each leads to what it counts. */
export function PeriodTable({ title, periods, counts, parts, within, target }: PeriodTableProps) {
  const t = findTexts.useTexts()
  const language = useLanguage()
  const columns = parts.length > 1 ? parts : []
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles['scroll']} tabIndex={0} aria-label={t('tableOf', { title })}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th>{t('period')}</th>
            <th>{t('sum')}</th>
            {columns.map(part => (
              <th key={part.key}>{part.name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...periods].reverse().map(period => {
            const row = counts.get(period) ?? new Map<string, number>()
            const days = daysOf(period, within)
            const all = [...row.values()].reduce((sum, count) => sum + count, 0)
            return (
              <tr key={period}>
                <th scope="row">{formatPeriod(period, language)}</th>
                <td>
                  <Link {...target(days, null)}>{formatCount(all)}</Link>
                </td>
                {columns.map(part => (
                  <td key={part.key}>
                    {row.get(part.key) ? (
                      <Link {...target(days, part.key)}>{formatCount(row.get(part.key)!)}</Link>
                    ) : (
                      <span aria-hidden="true">·</span>
                    )}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
