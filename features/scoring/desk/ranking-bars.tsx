import { formatCount, usePhone } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import type { RankedUnit } from '../contract/index.ts'
import styles from './scoring.module.css'
import { scoringTexts } from './scoring.texts.ts'

type RankingBarsProps = {
  readonly rows: readonly RankedUnit[]
  readonly place: { campaign: string; period: string }
}

/** The first of the list as a picture; the list itself is its table. */
export function RankingBars({ rows, place }: RankingBarsProps) {
  const t = scoringTexts.useTexts()
  const phone = usePhone()
  const shown = [...rows].sort((a, b) => b.points - a.points).slice(0, phone ? 5 : 10)
  const most = Math.max(0, ...shown.map(row => Math.abs(row.points)))
  if (shown.length < 2 || most === 0) return null
  const title = t('top', { count: shown.length })
  return (
    <section className={styles['card']} aria-label={title}>
      <div className={styles['head']}>
        <h2>{title}</h2>
      </div>
      <ol className={styles['bars']}>
        {shown.map(({ unitId, unitName, points }) => (
          <li key={unitId}>
            <Link to="/scoring/units/$id" params={{ id: unitId }} search={place}>
              <span className={styles['name']}>{unitName}</span>
              <span
                aria-hidden="true"
                className={styles['bar']}
                data-below={points < 0}
                style={{ inlineSize: `${(Math.abs(points) / most) * 100}%` }}
              />
              <span className={styles['count']}>{formatCount(points)}</span>
            </Link>
          </li>
        ))}
      </ol>
    </section>
  )
}
