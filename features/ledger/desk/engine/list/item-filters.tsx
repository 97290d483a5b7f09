import { unitKinds } from '@jianbao/organisation/contract'
import { UnitFilter } from '@jianbao/organisation/desk'
import { useUnitKindWords } from '@jianbao/organisation/desk/parts'
import { DayField, type FilterChange, FoldingFilters, ViewMenu } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Button, type InputRef, Select } from 'antd'
import type { Ref } from 'react'
import { itemLights, itemOrders, itemStates, ledgerKinds } from '../../../contract/index.ts'
import { engineTexts } from '../engine.texts.ts'
import { ledgersQuery } from '../propose/propose.queries.ts'
import styles from './list.module.css'
import { listTexts } from './list.texts.ts'
import { countFilters, type ItemSearch, noFilters } from './list-search.ts'

type ItemFiltersProps = {
  readonly filters: ItemSearch
  readonly underName: string | null
  readonly searchRef: Ref<InputRef>
  readonly onChange: (change: FilterChange<ItemSearch>) => void
}

export function ItemFilters({ filters, underName, searchRef, onChange }: ItemFiltersProps) {
  const t = listTexts.useTexts()
  const engine = engineTexts.useTexts()
  const kindWords = useUnitKindWords()
  const ledgers = useQuery(ledgersQuery).data?.rows ?? []
  const set = countFilters(filters)
  return (
    <FoldingFilters
      words={filters.q}
      label={t('search')}
      className={styles['search']}
      onWords={q => onChange({ q })}
      searchRef={searchRef}
      set={set}
      more={set > 0 ? t('filtersSet', { count: set }) : t('filters')}
    >
      <UnitFilter
        name={filters.under ? (underName ?? '') : null}
        onChange={unit => onChange({ under: unit?.id })}
      />
      {ledgers.length > 1 ? (
        <Choice
          wide
          label={t('ledgerFilter')}
          none={t('anyLedger')}
          value={filters.ledger}
          options={ledgers.map(({ id, name, unitName }) => [id, `${name}（${unitName}）`])}
          onChange={ledger => onChange({ ledger })}
        />
      ) : null}
      <Choice
        label={t('kindFilter')}
        none={t('anyKind')}
        value={filters.kind}
        options={ledgerKinds.map(kind => [kind, engine(`kind.${kind}`)])}
        onChange={kind => onChange({ kind })}
      />
      <Choice
        label={t('lightFilter')}
        none={t('anyLight')}
        value={filters.light}
        options={itemLights.map(light => [light, engine(`light.${light}`)])}
        onChange={light => onChange({ light })}
      />
      <Choice
        label={t('stateFilter')}
        none={t('anyState')}
        value={filters.state}
        options={itemStates.map(state => [state, engine(`state.${state}`)])}
        onChange={state => onChange({ state })}
      />
      <Choice
        label={t('unitKindFilter')}
        none={t('anyUnitKind')}
        value={filters.unitKind}
        options={unitKinds.map(kind => [kind, kindWords(kind)])}
        onChange={unitKind => onChange({ unitKind })}
      />
      <span className={styles['between']}>
        <span aria-hidden="true">{t('dueFrom')}</span>
        <DayField
          className={styles['select']}
          label={t('dueFrom')}
          earliest="2000-01-01"
          value={filters.dueFrom}
          onChange={dueFrom => onChange({ dueFrom })}
        />
      </span>
      <span className={styles['between']}>
        <span aria-hidden="true">{t('dueTo')}</span>
        <DayField
          className={styles['select']}
          label={t('dueTo')}
          earliest="2000-01-01"
          value={filters.dueTo}
          onChange={dueTo => onChange({ dueTo })}
        />
      </span>
      <Select
        className={styles['select'] ?? ''}
        aria-label={t('orderLabel')}
        value={filters.order ?? 'due'}
        options={itemOrders.map(order => ({ value: order, label: t(`order.${order}`) }))}
        onChange={order => onChange({ order: order === 'due' ? undefined : order })}
      />
      {filters.matter ? (
        <Button onClick={() => onChange({ matter: undefined })}>{t('matterSet')} ×</Button>
      ) : null}
      {set > 0 ? <Button onClick={() => onChange(noFilters)}>{t('clearFilters')}</Button> : null}
      <ViewMenu />
    </FoldingFilters>
  )
}

type ChoiceProps<T extends string> = {
  readonly label: string
  readonly none: string
  readonly value: T | undefined
  readonly options: readonly (readonly [T, string])[]
  readonly wide?: boolean
  readonly onChange: (value: T | undefined) => void
}

function Choice<T extends string>({ label, none, value, options, wide = false, onChange }: ChoiceProps<T>) {
  return (
    <Select<T | ''>
      className={styles[wide ? 'wide' : 'select'] ?? ''}
      aria-label={label}
      value={value ?? ''}
      options={[{ value: '', label: none }, ...options.map(([key, words]) => ({ value: key, label: words }))]}
      onChange={next => onChange(next === '' ? undefined : next)}
    />
  )
}
