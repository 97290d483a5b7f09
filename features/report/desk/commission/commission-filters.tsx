import { UnitFilter } from '@jianbao/organisation/desk'
import { DayField, type FilterChange, FoldingFilters, formatCount, usePhone, ViewMenu } from '@jianbao/ui'
import { type InputRef, Select } from 'antd'
import type { Ref } from 'react'
import {
  type CommissionPage,
  commissionOrders,
  commissionSides,
  commissionStates,
} from '../../contract/index.ts'
import inbox from '../inbox/inbox.module.css'
import styles from './commission.module.css'
import { commissionTexts } from './commission.texts.ts'
import type { CommissionSearch } from './commission-search.ts'

type Props = {
  readonly filters: CommissionSearch
  readonly page: CommissionPage | undefined
  readonly onChange: (change: FilterChange<CommissionSearch>) => void
}

export function CommissionFilters({
  filters,
  page,
  searchRef,
  onChange,
}: Props & { searchRef: Ref<InputRef> }) {
  const t = commissionTexts.useTexts()
  const phone = usePhone()
  const set = [filters.unit, filters.from, filters.to].filter(Boolean).length
  return (
    <FoldingFilters
      words={filters.q}
      label={t('search')}
      onWords={q => onChange({ q })}
      searchRef={searchRef}
      className={inbox['search']}
      set={set}
      more={set > 0 ? t('moreFiltersSet', { count: set }) : t('moreFilters')}
    >
      {page?.asks && page.answers ? (
        <Select<NonNullable<CommissionSearch['side']> | ''>
          className={inbox['select'] ?? ''}
          aria-label={t('sides')}
          value={filters.side ?? ''}
          onChange={side => onChange({ side: side === '' ? undefined : side })}
          options={[
            { value: '' as const, label: t('side.all') },
            ...commissionSides.map(side => ({ value: side, label: t(`side.${side}`) })),
          ]}
        />
      ) : null}
      <UnitFilter
        name={filters.unit ? (page?.unitName ?? '') : null}
        onChange={unit => onChange({ unit: unit?.id })}
      />
      {(['from', 'to'] as const).map(end => (
        <span key={end} className={styles['due']}>
          <span aria-hidden="true">{t(end === 'from' ? 'dueFrom' : 'dueTo')}</span>
          <DayField
            label={t(end === 'from' ? 'dueFrom' : 'dueTo')}
            value={filters[end]}
            earliest="2000-01-01"
            onChange={day => onChange({ [end]: day })}
          />
        </span>
      ))}
      {phone ? null : (
        <Select
          className={inbox['select'] ?? ''}
          aria-label={t('sortFilter')}
          value={filters.sort ?? 'due'}
          onChange={sort => onChange({ sort: sort === 'due' ? undefined : sort })}
          options={commissionOrders.map(sort => ({ value: sort, label: t(`sort.${sort}`) }))}
        />
      )}
      <ViewMenu />
    </FoldingFilters>
  )
}

/** States with the number in each, under the filters in force. */
export function CommissionTabs({ filters, page, onChange }: Props) {
  const t = commissionTexts.useTexts()
  const tabs = ['all', ...commissionStates] as const
  return (
    <fieldset className={inbox['tabs']} aria-label={t('states')}>
      {tabs.map(tab => (
        <button
          key={tab}
          type="button"
          aria-pressed={tab === (filters.state ?? 'all')}
          onClick={() => onChange({ state: tab === 'all' ? undefined : tab })}
        >
          {t(`state.${tab}`)}{' '}
          <span className={inbox['count']}>{page ? formatCount(page.counts[tab]) : ''}</span>
        </button>
      ))}
    </fieldset>
  )
}
