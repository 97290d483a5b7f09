import { ExportButton, useFilters } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { type ItemStatistics, statisticsLines } from '../../../contract/index.ts'
import { noFilters } from '../list/list-search.ts'
import { statisticsQuery } from '../views/view.queries.ts'
import { viewTexts } from '../views/view.texts.ts'
import { ViewFilters } from '../views/view-filters.tsx'
import { ViewFrame } from '../views/view-frame.tsx'
import { countSet, type StatisticsSearch } from '../views/view-search.ts'
import styles from './statistics.module.css'
import { StatisticsChart } from './statistics-chart.tsx'
import { StatisticsTable } from './statistics-table.tsx'

export default function StatisticsPage() {
  const t = viewTexts.useTexts()
  const [filters, setFilters] = useFilters<StatisticsSearch>()
  const statistics = useQuery(statisticsQuery(filters))
  const { data } = statistics
  const { by: _, ...filter } = filters
  return (
    <ViewFrame<ItemStatistics>
      title={t('statistics')}
      note={t('statisticsNote', { day: data?.today ?? '' })}
      actions={<ExportButton path="/api/ledger-statistics/export" order={{ body: filters }} />}
      filters={
        <ViewFilters filters={filter} underName={data?.under?.name} onChange={setFilters}>
          <Segmented
            aria-label={t('statisticsBy')}
            value={filters.by ?? 'unit'}
            onChange={by => setFilters({ by: by === 'unit' ? undefined : by })}
            options={statisticsLines.map(by => ({ value: by, label: t(`statistics.${by}`) }))}
          />
        </ViewFilters>
      }
      query={statistics}
      empty={({ rows }) => rows.length === 0}
      onClear={countSet(filter) > 0 ? () => setFilters({ ...noFilters, group: undefined }) : null}
    >
      {answer => (
        <div className={styles['both']}>
          <StatisticsTable statistics={answer} filters={filter} />
          <StatisticsChart statistics={answer} />
        </div>
      )}
    </ViewFrame>
  )
}
