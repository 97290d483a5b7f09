import { PageTurner, useFilters } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Segmented } from 'antd'
import { timelineGroups } from '../../../contract/index.ts'
import { ItemLightLegend } from '../item-words.tsx'
import { noFilters } from '../list/list-search.ts'
import { timelineQuery } from '../views/view.queries.ts'
import { viewTexts } from '../views/view.texts.ts'
import { ViewFilters } from '../views/view-filters.tsx'
import { ViewFrame } from '../views/view-frame.tsx'
import { countSet, type TimelineSearch } from '../views/view-search.ts'
import styles from './timeline.module.css'
import { TimelineChart } from './timeline-chart.tsx'
import { TimelineTable } from './timeline-table.tsx'

export default function TimelinePage() {
  const t = viewTexts.useTexts()
  const [filters, setFilters] = useFilters<TimelineSearch>()
  const { zoom: wished, look, ...query } = filters
  const zoom = wished ?? 'month'
  const timeline = useQuery(timelineQuery(query))
  const { data } = timeline
  return (
    <ViewFrame
      title={t('timeline')}
      note={t('timelineNote', { day: data?.today ?? '' })}
      filters={
        <ViewFilters filters={filters} underName={data?.under?.name} onChange={setFilters}>
          <Segmented
            aria-label={t('groupBy')}
            value={filters.by ?? 'unit'}
            onChange={by => setFilters({ by: by === 'unit' ? undefined : by })}
            options={timelineGroups.map(by => ({ value: by, label: t(`by.${by}`) }))}
          />
          <Segmented
            aria-label={t('zoom')}
            value={zoom}
            disabled={look === 'table'}
            onChange={value => setFilters({ zoom: value, page: filters.page })}
            options={(['week', 'month'] as const).map(value => ({ value, label: t(`zoom.${value}`) }))}
          />
          <Segmented
            aria-label={t('look')}
            value={look ?? 'chart'}
            onChange={value =>
              setFilters({ look: value === 'table' ? value : undefined, page: filters.page })
            }
            options={(['chart', 'table'] as const).map(value => ({ value, label: t(value) }))}
          />
        </ViewFilters>
      }
      query={timeline}
      empty={({ total }) => total === 0}
      onClear={countSet(filters) > 0 ? () => setFilters({ ...noFilters, group: undefined }) : null}
    >
      {answer => (
        <>
          {look === 'table' ? (
            <TimelineTable rows={answer.rows} />
          ) : (
            <TimelineChart timeline={answer} zoom={zoom} />
          )}
          <div className={styles['foot']}>
            <ItemLightLegend />
            <PageTurner {...answer} onTurn={page => setFilters({ page })} />
          </div>
        </>
      )}
    </ViewFrame>
  )
}
