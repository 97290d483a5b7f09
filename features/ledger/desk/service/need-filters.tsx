import { UnitFilter } from '@jianbao/organisation/desk'
import { type FilterChange, FoldingFilters, ViewMenu } from '@jianbao/ui'
import { type InputRef, Select } from 'antd'
import type { Ref } from 'react'
import {
  type NeedKind,
  type NeedPage,
  type NeedQuery,
  type NeedSource,
  needKinds,
  needOrders,
  needSources,
} from '../../contract/index.ts'
import styles from './service.module.css'
import { serviceTexts } from './service.texts.ts'

type NeedFiltersProps = {
  readonly filters: NeedQuery
  readonly page: NeedPage | undefined
  readonly onChange: (change: FilterChange<NeedQuery>) => void
  readonly searchRef: Ref<InputRef>
}

export function NeedFilters({ filters, page, onChange, searchRef }: NeedFiltersProps) {
  const t = serviceTexts.useTexts()
  const set = [filters.source, filters.kind, filters.unit].filter(value => value !== undefined).length
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
      <Select<'all' | NeedSource>
        className={styles['select'] ?? ''}
        aria-label={t('sourceFilter')}
        value={filters.source ?? 'all'}
        onChange={source => onChange({ source: source === 'all' ? undefined : source })}
        options={[
          { value: 'all' as const, label: t('allSources') },
          ...needSources.map(source => ({ value: source, label: t(`source.${source}`) })),
        ]}
      />
      <Select<'all' | NeedKind>
        className={styles['select'] ?? ''}
        aria-label={t('kindFilter')}
        value={filters.kind ?? 'all'}
        onChange={kind => onChange({ kind: kind === 'all' ? undefined : kind })}
        options={[
          { value: 'all' as const, label: t('allKinds') },
          ...needKinds.map(kind => ({ value: kind, label: t(`kind.${kind}`) })),
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
        options={[...needOrders].reverse().map(order => ({ value: order, label: t(`order.${order}`) }))}
      />
      <ViewMenu />
    </FoldingFilters>
  )
}
