import { type FilterChange, SearchField } from '@jianbao/ui'
import { type InputRef, Segmented } from 'antd'
import type { Ref } from 'react'
import { type SeriesPage, type SeriesQuery, seriesStates } from '../../contract/index.ts'
import styles from './series.module.css'
import { seriesTexts } from './series.texts.ts'

type SeriesFiltersProps = {
  readonly filters: SeriesQuery
  readonly counts: SeriesPage['counts'] | undefined
  readonly onChange: (change: FilterChange<SeriesQuery>) => void
  readonly searchRef: Ref<InputRef>
}

export function SeriesFilters({ filters, counts, onChange, searchRef }: SeriesFiltersProps) {
  const t = seriesTexts.useTexts()
  const labelled = (state: 'all' | (typeof seriesStates)[number]) => ({
    value: state,
    label: counts ? `${t(`state.${state}`)} ${counts[state]}` : t(`state.${state}`),
  })
  return (
    <div className={styles['filters']}>
      <Segmented
        aria-label={t('stateFilter')}
        value={filters.state ?? 'all'}
        options={[labelled('all'), ...seriesStates.map(labelled)]}
        onChange={value => onChange({ state: seriesStates.find(state => state === value) })}
      />
      <div className={styles['search']}>
        <SearchField
          value={filters.q ?? ''}
          label={t('search')}
          onSearch={q => onChange({ q: q || undefined })}
          ref={searchRef}
        />
      </div>
    </div>
  )
}
