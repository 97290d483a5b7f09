import { UnitFilter } from '@jianbao/organisation/desk'
import { type FilterChange, FoldingFilters, ViewMenu } from '@jianbao/ui'
import { type InputRef, Select } from 'antd'
import type { Ref } from 'react'
import { type CasePage, type CaseQuery, caseOrders } from '../contract/index.ts'
import styles from './case.module.css'
import { caseTexts } from './case.texts.ts'

type CaseFiltersProps = {
  readonly filters: CaseQuery
  readonly page: CasePage | undefined
  readonly onChange: (change: FilterChange<CaseQuery>) => void
  readonly searchRef: Ref<InputRef>
}

export function CaseFilters({ filters, page, onChange, searchRef }: CaseFiltersProps) {
  const t = caseTexts.useTexts()
  const set = [filters.tag, filters.unit].filter(value => value !== undefined).length
  const tags = page?.tags ?? []
  const known = tags.some(({ tag }) => tag === filters.tag) || filters.tag === undefined
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
      <Select
        showSearch
        className={styles['select'] ?? ''}
        aria-label={t('tagFilter')}
        value={filters.tag ?? ''}
        onChange={tag => onChange({ tag: tag || undefined })}
        options={[
          { value: '', label: t('allTags') },
          ...(known ? [] : [{ value: filters.tag!, label: filters.tag! }]),
          ...tags.map(({ tag, cases }) => ({ value: tag, label: t('tagCount', { tag, count: cases }) })),
        ]}
      />
      <UnitFilter
        name={filters.unit === undefined ? null : (page?.unitName ?? '')}
        onChange={unit => onChange({ unit: unit?.id })}
      />
      <Select
        className={styles['select'] ?? ''}
        aria-label={t('orderFilter')}
        value={filters.order ?? 'newest'}
        onChange={order => onChange({ order: order === 'newest' ? undefined : order })}
        options={caseOrders.map(order => ({ value: order, label: t(`order.${order}`) }))}
      />
      <ViewMenu />
    </FoldingFilters>
  )
}
