import { type FilterChange, FoldingFilters, ViewMenu } from '@jianbao/ui'
import { type InputRef, Select } from 'antd'
import type { Ref } from 'react'
import type { IssuePage, IssueQuery } from '../contract/index.ts'
import { bulletinTexts } from './bulletin.texts.ts'
import styles from './issue-list.module.css'
import { orderChoices } from './issue-search.ts'

type IssueFiltersProps = {
  readonly filters: IssueQuery
  readonly onChange: (change: FilterChange<IssueQuery>) => void
  /** Says what the filters can be set to. */
  readonly page: IssuePage | undefined
  readonly searchRef: Ref<InputRef>
}

export function IssueFilters({ filters, onChange, page, searchRef }: IssueFiltersProps) {
  const t = bulletinTexts.useTexts()
  const set = [filters.series, filters.year, filters.published].filter(value => value !== undefined).length
  return (
    <FoldingFilters
      words={filters.q}
      label={t('search')}
      onWords={q => onChange({ q })}
      searchRef={searchRef}
      className={styles['search']}
      set={set}
      more={set > 0 ? t('moreFiltersSet', { count: set }) : t('moreFilters')}
    >
      <Choices filters={filters} onChange={onChange} page={page} />
    </FoldingFilters>
  )
}

function Choices({ filters, onChange, page }: Omit<IssueFiltersProps, 'searchRef'>) {
  const t = bulletinTexts.useTexts()
  const publication = filters.published === undefined ? '' : filters.published ? 'yes' : 'no'
  return (
    <>
      <Select
        className={styles['wide'] ?? ''}
        aria-label={t('seriesFilter')}
        value={filters.series ?? ''}
        onChange={series => onChange({ series: series || undefined })}
        options={[
          { value: '', label: t('allSeries') },
          ...named(page?.seriesNames, filters.series).map(name => ({ value: name, label: name })),
        ]}
      />
      <Select
        className={styles['select'] ?? ''}
        aria-label={t('yearFilter')}
        value={filters.year ?? 0}
        onChange={year => onChange({ year: year || undefined })}
        options={[
          { value: 0, label: t('allYears') },
          ...named(page?.years, filters.year).map(year => ({
            value: year,
            label: t('yearOption', { year }),
          })),
        ]}
      />
      <Select
        className={styles['select'] ?? ''}
        aria-label={t('publishedFilter')}
        value={publication}
        onChange={choice => onChange({ published: choice === '' ? undefined : choice === 'yes' })}
        options={[
          { value: '', label: t('allPublished') },
          { value: 'yes', label: t('published') },
          { value: 'no', label: t('unpublished') },
        ]}
      />
      <Select
        className={styles['select'] ?? ''}
        aria-label={t('orderLabel')}
        value={filters.order ?? 'newest'}
        onChange={order => onChange({ order: order === 'newest' ? undefined : order })}
        options={orderChoices.map(order => ({ value: order, label: t(order) }))}
      />
      <ViewMenu />
    </>
  )
}

/** What is chosen stays in the list even when the server does not offer it. */
function named<T>(offered: readonly T[] | undefined, chosen: T | undefined): readonly T[] {
  const list = offered ?? []
  return chosen === undefined || list.includes(chosen) ? list : [chosen, ...list]
}
