import type { ContestScreen } from '../../../contract/index.ts'
import styles from './screen.module.css'
import { screenTexts } from './screen.texts.ts'

const [width, height, foot] = [760, 236, 36]
const [left, right] = [84, 12]

const xOf = (hour: number): number => left + (hour / 23) * (width - left - right)

/** A round number at or above, for the top of the picture. */
function ceilingOf(most: number): number {
  const ten = 10 ** Math.floor(Math.log10(Math.max(1, most)))
  return ([1, 2, 5, 10].find(step => step * ten >= most) ?? 10) * ten
}

/** Attempts of each hour: today as an area up to now, the day before as a line to compare with. */
export function HourCurve({ screen: { hours, hoursBefore, now } }: { readonly screen: ContestScreen }) {
  const t = screenTexts.useTexts()
  const hour = (new Date(now).getUTCHours() + 8) % 24
  const top = ceilingOf(Math.max(4, ...hours, ...hoursBefore))
  const yOf = (count: number): number => 14 + (1 - count / top) * (height - foot - 14)
  const pathOf = (counts: readonly number[]): string =>
    counts
      .map((count, at) => `${at === 0 ? 'M' : 'L'}${xOf(at).toFixed(1)} ${yOf(count).toFixed(1)}`)
      .join('')
  const soFar = hours.slice(0, hour + 1)
  const sum = hours.reduce((total, count) => total + count, 0)
  const area = `${pathOf(soFar)}L${xOf(soFar.length - 1)} ${yOf(0)}L${xOf(0)} ${yOf(0)}Z`
  return (
    <>
      <svg
        className={styles['hours']}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={t('curveLabel', { count: sum.toLocaleString('en-US') })}
      >
        {[0, 0.5, 1].map(part => (
          <g key={part}>
            <line x1={left} x2={width - right} y1={yOf(top * part)} y2={yOf(top * part)} />
            <text x={left - 10} y={yOf(top * part) + 8} textAnchor="end">
              {(top * part).toLocaleString('en-US')}
            </text>
          </g>
        ))}
        {[0, 6, 12, 18, 23].map(at => (
          <text
            key={at}
            x={xOf(at)}
            y={height - 5}
            textAnchor={at === 23 ? 'end' : at === 0 ? 'start' : 'middle'}
          >
            {t('hour', { hour: at })}
          </text>
        ))}
        <path className={styles['before']} d={pathOf(hoursBefore)} />
        <path className={styles['area']} d={area} />
        <path className={styles['line']} d={pathOf(soFar)} />
        <circle cx={xOf(soFar.length - 1)} cy={yOf(soFar.at(-1) ?? 0)} r={6} />
      </svg>
      <p className={styles['legend']}>
        <span data-line="today">{t('today')}</span>
        <span data-line="before">{t('yesterday')}</span>
      </p>
    </>
  )
}
