import { type FilterChange, SearchField } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Button, type InputRef, Select } from 'antd'
import type { Ref } from 'react'
import { type GroupKind, groupKinds } from '../../contract/index.ts'
import { unitQuery } from '../units/unit.queries.ts'
import styles from './group.module.css'
import { groupTexts } from './group.texts.ts'
import type { GroupSearch } from './group-search.ts'

type GroupFiltersProps = {
  readonly filters: GroupSearch
  readonly onFilters: (change: FilterChange<GroupSearch>) => void
  readonly searchRef: Ref<InputRef>
}

export function GroupFilters({ filters, onFilters, searchRef }: GroupFiltersProps) {
  const t = groupTexts.useTexts()
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
      <Select<GroupKind | ''>
        className={styles['select'] ?? ''}
        aria-label={t('kindFilter')}
        value={filters.kind ?? ''}
        onChange={kind => onFilters({ kind: kind || undefined })}
        options={[
          { value: '', label: t('allKinds') },
          ...groupKinds.map(kind => ({ value: kind, label: t(`group.${kind}`) })),
        ]}
      />
      {filters.unit ? (
        <UnitChoice unit={filters.unit} only={filters.only ?? false} onFilters={onFilters} />
      ) : null}
    </search>
  )
}

type UnitChoiceProps = Pick<GroupFiltersProps, 'onFilters'> & {
  readonly unit: string
  readonly only: boolean
}

/** The unit one came from: alone, with all below it, or no longer. */
function UnitChoice({ unit, only, onFilters }: UnitChoiceProps) {
  const t = groupTexts.useTexts()
  const found = useQuery(unitQuery(unit))
  const name = found.data?.name ?? (found.error ? t('unitGone') : '')
  return (
    <span className={styles['unitChoice']}>
      <strong>{t(only ? 'unitOnly' : 'unitWhole', { name })}</strong>
      <Button size="small" onClick={() => onFilters({ only: only ? undefined : true })}>
        {t(only ? 'withBelow' : 'withoutBelow')}
      </Button>
      <Button size="small" onClick={() => onFilters({ unit: undefined, only: undefined })}>
        {t('clearUnit')}
      </Button>
    </span>
  )
}
