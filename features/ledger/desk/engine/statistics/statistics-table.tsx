import { formatCount } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import {
  figureGroups,
  type ItemFigures,
  type ItemFilter,
  type ItemStatistics,
} from '../../../contract/index.ts'
import { engineTexts } from '../engine.texts.ts'
import { viewTexts } from '../views/view.texts.ts'
import styles from './statistics.module.css'
import { statisticsFilter, useStatisticsName } from './statistics-line.ts'

type TableProps = { readonly statistics: ItemStatistics; readonly filters: ItemFilter }

/** Every figure opens its list. */
export function StatisticsTable({ statistics, filters }: TableProps) {
  const t = viewTexts.useTexts()
  const words = engineTexts.useTexts()
  const name = useStatisticsName()
  const { rows, sum, under, by } = statistics
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles['box']} tabIndex={0} aria-label={t('statisticsTable')}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{t(`statistics.${by}`)}</th>
            {figureGroups.map(group => (
              <th key={group} scope="col" data-number>
                {words(`group.${group}`)}
              </th>
            ))}
            <th scope="col" data-number>
              {t('reopenedShare')}
            </th>
            <th scope="col" data-number>
              {t('medianDays')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.unitId ?? row.unitKind ?? row.kind ?? row.month}>
              <th scope="row">{name(row)}</th>
              <Figures figures={row} filter={statisticsFilter(filters, row, under)} name={name(row)} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('sum')}</th>
            <Figures figures={sum} filter={statisticsFilter(filters, null, under)} name={t('sum')} />
          </tr>
        </tfoot>
      </table>
    </section>
  )
}

type FiguresProps = { readonly figures: ItemFigures; readonly filter: ItemFilter; readonly name: string }

function Figures({ figures, filter, name }: FiguresProps) {
  const t = viewTexts.useTexts()
  const words = engineTexts.useTexts()
  const { open, done, reopened, medianDays } = figures
  const given = open + done
  return (
    <>
      {figureGroups.map(group => (
        <td key={group} data-number data-bad={group === 'overdue' && figures[group] > 0}>
          {figures[group] === 0 ? (
            <span className={styles['zero']}>0</span>
          ) : (
            <Link
              to="/ledgers"
              search={{ ...filter, group }}
              aria-label={`${name} ${words(`group.${group}`)} ${formatCount(figures[group])}`}
            >
              {formatCount(figures[group])}
            </Link>
          )}
        </td>
      ))}
      <td data-number>{given === 0 ? '–' : `${((reopened / given) * 100).toFixed(1)}%`}</td>
      <td data-number>{medianDays === null ? '–' : t('daysCount', { count: medianDays })}</td>
    </>
  )
}
