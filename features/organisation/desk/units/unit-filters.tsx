import { type FilterChange, SearchField } from '@jianbao/ui'
import { type InputRef, Select } from 'antd'
import type { Ref } from 'react'
import { type UnitKind, unitKinds } from '../../contract/index.ts'
import styles from './unit.module.css'
import { unitTexts } from './unit.texts.ts'
import { type UnitSearch, unitStateChoices } from './unit-search.ts'

type UnitFiltersProps = {
  readonly filters: UnitSearch
  readonly onFilters: (change: FilterChange<UnitSearch>) => void
  readonly searchRef: Ref<InputRef>
}

/** One field for every way a unit is called; kind and state beside it. */
export function UnitFilters({ filters, onFilters, searchRef }: UnitFiltersProps) {
  const t = unitTexts.useTexts()
  return (
    <search className={styles['filters']} aria-label={t('filters')}>
      <div className={styles['field']}>
        <SearchField
          ref={searchRef}
          value={filters.q ?? ''}
          label={t('search')}
          onSearch={words => onFilters({ q: words || undefined })}
        />
      </div>
      <Select<UnitKind | ''>
        aria-label={t('kindFilter')}
        value={filters.kind ?? ''}
        onChange={kind => onFilters({ kind: kind || undefined })}
        options={[
          { value: '', label: t('allKinds') },
          ...unitKinds.map(kind => ({ value: kind, label: t(`kind.${kind}`) })),
        ]}
      />
      <Select<(typeof unitStateChoices)[number]>
        aria-label={t('stateFilter')}
        value={filters.state ?? 'active'}
        onChange={state => onFilters({ state: state === 'active' ? undefined : state })}
        options={unitStateChoices.map(state => ({ value: state, label: t(`state.${state}`) }))}
      />
    </search>
  )
}
