import { formatCount } from '@jianbao/ui'
import type { ItemFigures, ItemStatistics } from '../../../contract/index.ts'
import { viewTexts } from '../views/view.texts.ts'
import styles from './statistics.module.css'
import { useStatisticsName } from './statistics-line.ts'

const parts = ['overdueBar', 'openBar', 'doneBar', 'lateBar'] as const
const countOf: Readonly<Record<(typeof parts)[number], (figures: ItemFigures) => number>> = {
  overdueBar: ({ overdue }) => overdue,
  openBar: ({ open, overdue }) => open - overdue,
  doneBar: ({ done, late }) => done - late,
  lateBar: ({ late }) => late,
}

/** How much of each line is overdue, open and done. The numbers stand in the table beside it. */
export function StatisticsChart({ statistics: { rows } }: { readonly statistics: ItemStatistics }) {
  const t = viewTexts.useTexts()
  const name = useStatisticsName()
  const most = Math.max(1, ...rows.map(({ open, done }) => open + done))
  return (
    <figure className={styles['chart']}>
      <figcaption>
        {parts.map(part => (
          <span key={part}>
            <i data-part={part} aria-hidden="true" />
            {t(part)}
          </span>
        ))}
      </figcaption>
      <div role="img" aria-label={t('statisticsChart')}>
        {rows.map(row => (
          <div key={row.unitId ?? row.unitKind ?? row.kind ?? row.month} className={styles['line']}>
            <span className={styles['label']}>{name(row)}</span>
            <span className={styles['bar']}>
              {parts.map(part => {
                const count = countOf[part](row)
                return count > 0 ? (
                  <i
                    key={part}
                    data-part={part}
                    style={{ inlineSize: `${(count / most) * 100}%` }}
                    title={`${t(part)} ${formatCount(count)}`}
                  />
                ) : null
              })}
            </span>
          </div>
        ))}
      </div>
    </figure>
  )
}
