import { type FilterChange, FoldingFilters, usePhone, useRoleWords, ViewMenu } from '@jianbao/ui'
import { type InputRef, Select } from 'antd'
import type { Ref } from 'react'
import { personOrders, roleNames } from '../../contract/index.ts'
import { UnitFilter } from '../unit-filter.tsx'
import styles from './people.module.css'
import { personTexts } from './person.texts.ts'
import { accountChoices, countFilters, type PersonSearch, stateChoices } from './person-search.ts'

type PersonFiltersProps = {
  readonly filters: PersonSearch
  readonly onChange: (change: FilterChange<PersonSearch>) => void
  /** Name of the unit in the address, when the server knows it. */
  readonly unitName: string | null
  readonly searchRef: Ref<InputRef>
}

export function PersonFilters(props: PersonFiltersProps) {
  const { filters, onChange, searchRef } = props
  const t = personTexts.useTexts()
  const set = countFilters(filters)
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
      <Choices {...props} />
    </FoldingFilters>
  )
}

function Choices({ filters, onChange, unitName }: PersonFiltersProps) {
  const t = personTexts.useTexts()
  const roleWords = useRoleWords()
  const phone = usePhone()
  const className = styles['select'] ?? ''
  return (
    <>
      <UnitFilter
        name={filters.unit ? (unitName ?? '') : null}
        only={filters.only}
        mayNarrow
        onChange={(unit, only) => onChange({ unit: unit?.id, only: only || undefined })}
      />
      <Select<NonNullable<PersonSearch['role']> | ''>
        className={className}
        aria-label={t('roleFilter')}
        value={filters.role ?? ''}
        onChange={role => onChange({ role: role === '' ? undefined : role })}
        options={[
          { value: '' as const, label: t('anyRole') },
          ...roleNames.map(role => ({ value: role, label: roleWords(role) })),
          { value: 'none' as const, label: t('noRole') },
        ]}
      />
      <Select
        className={className}
        aria-label={t('stateFilter')}
        value={filters.state ?? 'active'}
        onChange={state => onChange({ state: state === 'active' ? undefined : state })}
        options={stateChoices.map(state => ({ value: state, label: t(`state.${state}`) }))}
      />
      <Select<NonNullable<PersonSearch['account']> | ''>
        className={className}
        aria-label={t('accountFilter')}
        value={filters.account ?? ''}
        onChange={account => onChange({ account: account === '' ? undefined : account })}
        options={[
          { value: '' as const, label: t('anyAccount') },
          ...accountChoices.map(account => ({ value: account, label: t(`account.${account}`) })),
        ]}
      />
      {phone ? (
        <Select
          className={className}
          aria-label={t('sortLabel')}
          value={filters.sort ?? 'name'}
          onChange={sort => onChange({ sort: sort === 'name' ? undefined : sort })}
          options={personOrders.map(sort => ({ value: sort, label: t(`sort.${sort}`) }))}
        />
      ) : null}
      <ViewMenu />
    </>
  )
}
