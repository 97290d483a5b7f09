import { formatCount, useLanguage } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { Timeline, TimelineQuery } from '../../contract/index.ts'
import styles from './chart.module.css'
import { findTexts } from './find.texts.ts'
import { countPeriods, daysOf, formatPeriod, periodsOf } from './period.ts'

type UnitMatrixProps = { readonly timeline: Timeline; readonly filters: TimelineQuery }

/** Who did how much in which month: the more, the deeper the colour; every number opens its events. */
export function UnitMatrix({ timeline, filters }: UnitMatrixProps) {
  const t = findTexts.useTexts()
  const language = useLanguage()
  const { periods, rows, most } = useMemo(() => readMatrix(timeline), [timeline])
  if (rows.length === 0) return null
  // What has no day is in no month, and so not in the total.
  const whole = {
    from: daysOf(periods.at(-1)!, filters).from,
    to: daysOf(periods[0]!, filters).to,
  }
  return (
    <section className={styles['card']} aria-label={t('unitsByMonth')}>
      <div className={styles['head']}>
        <h2>{t('unitsByMonth')}</h2>
      </div>
      <section
        className={styles['scroll']}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        aria-label={t('tableOf', { title: t('unitsByMonth') })}
      >
        <table className={styles['table']}>
          <thead>
            <tr>
              <th>{t('unit')}</th>
              <th>{t('sum')}</th>
              {periods.map(period => (
                <th key={period}>{formatPeriod(period, language)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, total, counts }) => (
              <tr key={name}>
                <th scope="row">
                  <Link to="/archive-units/$name" params={{ name }}>
                    {name}
                  </Link>
                </th>
                <td>
                  <Link to="/events" search={{ ...filters, ...whole, unit: name, unitOnly: true }}>
                    {formatCount(total)}
                  </Link>
                </td>
                {periods.map(period => {
                  const count = counts.get(period) ?? 0
                  return (
                    <td key={period} data-heat style={heat(count, most)}>
                      {count > 0 ? (
                        <Link
                          to="/events"
                          search={{ ...filters, ...daysOf(period, filters), unit: name, unitOnly: true }}
                        >
                          {formatCount(count)}
                        </Link>
                      ) : (
                        <span aria-hidden="true">·</span>
                      )}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <p className={styles['note']}>{t('matrixNote')}</p>
    </section>
  )
}

function readMatrix({ units }: Timeline) {
  const spanned = periodsOf(units.map(row => row.month))
  const names = [...new Set(units.map(row => row.name))]
  const rows = names.map(name => {
    const own = units.filter(row => row.name === name)
    const parts = countPeriods(
      own.map(row => ({ month: row.month, part: 'all', count: row.events })),
      spanned,
    )
    const counts = new Map([...parts].map(([period, part]) => [period, part.get('all') ?? 0]))
    return { name, counts, total: own.reduce((sum, row) => sum + row.events, 0) }
  })
  rows.sort((a, b) => b.total - a.total)
  // The newest stand first: a wide table begins with what is asked for most. What nobody did anything in is left out.
  const periods = spanned.filter(period => rows.some(row => row.counts.has(period))).reverse()
  return {
    periods,
    rows,
    most: Math.max(1, ...rows.flatMap(row => [...row.counts.values()])),
  }
}

function heat(count: number, most: number) {
  if (count === 0) return undefined
  const part = Math.round(10 + (count / most) * 32)
  return { background: `color-mix(in srgb, var(--jb-unit) ${part}%, var(--jb-surface))` }
}
