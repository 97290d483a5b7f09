import { activityTypes, articleKinds } from '@jianbao/intake/contract'
import type { FilterChange } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import type { SearchQuery } from '../../contract/index.ts'
import { archiveTexts } from '../archive.texts.ts'
import { Choice } from './choice.tsx'
import { DayRange } from './day-range.tsx'
import styles from './filter.module.css'
import { FilterBar } from './filter-bar.tsx'
import { seriesQuery, spreadQuery } from './find.queries.ts'
import { findTexts } from './find.texts.ts'
import { noFilters, searchOrders } from './find-search.ts'
import { UnitSelect } from './unit-select.tsx'

type SearchFiltersProps = {
  readonly filters: SearchQuery
  readonly onChange: (change: FilterChange<SearchQuery>) => void
}

const counted = ['unit', 'column', 'type', 'kind', 'series', 'without'] as const

export const setFiltersOf = (filters: SearchQuery): number =>
  counted.filter(name => filters[name] !== undefined).length +
  (filters.from !== undefined || filters.to !== undefined ? 1 : 0)

export function SearchFilters({ filters, onChange }: SearchFiltersProps) {
  const t = findTexts.useTexts()
  const facts = archiveTexts.useTexts()
  const whole = useQuery(spreadQuery({}))
  const series = useQuery(seriesQuery)
  const columns = (whole.data?.columns ?? []).flatMap(({ name }) => name ?? [])
  const named = (names: readonly string[]) => names.map(name => ({ value: name, label: name }))
  return (
    <FilterBar
      set={setFiltersOf(filters)}
      onClear={() => onChange(noFilters)}
      order={
        <Select
          className={styles['select'] ?? ''}
          aria-label={t('orderLabel')}
          value={filters.order ?? 'best'}
          onChange={order => onChange({ order: order === 'best' ? undefined : order })}
          options={searchOrders.map(order => ({ value: order, label: t(`order.${order}`) }))}
        />
      }
    >
      <UnitSelect unit={filters.unit} unitOnly={filters.unitOnly} onChange={onChange} />
      <Choice
        label={t('columnFilter')}
        all={t('allColumns')}
        value={filters.column}
        options={named(columns)}
        onChange={column => onChange({ column, without: undefined })}
        typing
      />
      <Choice
        label={t('typeFilter')}
        all={t('allTypes')}
        value={filters.type}
        options={activityTypes.map(type => ({ value: type, label: facts(`event.${type}`) }))}
        onChange={type => onChange({ type })}
      />
      <Choice
        label={t('kindFilter')}
        all={t('allKinds')}
        value={filters.kind}
        options={articleKinds.map(kind => ({ value: kind, label: facts(`article.${kind}`) }))}
        onChange={kind => onChange({ kind })}
      />
      <Choice
        label={t('seriesFilter')}
        all={t('allSeries')}
        value={filters.series}
        options={named(series.data ?? [])}
        onChange={name => onChange({ series: name })}
        typing
      />
      <DayRange from={filters.from} to={filters.to} onChange={onChange} />
    </FilterBar>
  )
}
