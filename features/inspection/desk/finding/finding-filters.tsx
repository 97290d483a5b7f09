import { CloseOutlined } from '@ant-design/icons'
import { UnitFilter } from '@jianbao/organisation/desk'
import { type FilterChange, FoldingFilters, ViewMenu } from '@jianbao/ui'
import { Button, type InputRef, Select } from 'antd'
import type { Ref } from 'react'
import {
  type FindingPage,
  type FindingQuery,
  findingOrders,
  type Seriousness,
  seriousnesses,
} from '../../contract/index.ts'
import styles from './finding.module.css'
import { findingTexts } from './finding.texts.ts'

type FindingFiltersProps = {
  readonly filters: FindingQuery
  readonly page: FindingPage | undefined
  readonly onChange: (change: FilterChange<FindingQuery>) => void
  readonly searchRef: Ref<InputRef>
}

export function FindingFilters({ filters, page, onChange, searchRef }: FindingFiltersProps) {
  const t = findingTexts.useTexts()
  const set = [filters.unit, filters.seriousness, filters.tour, filters.id].filter(
    value => value !== undefined,
  ).length
  const chips = [
    filters.tour
      ? { words: t('tourChip', { name: page?.tourName || t('tourGone') }), drop: { tour: undefined } }
      : null,
    filters.id ? { words: t('oneChip'), drop: { id: undefined } } : null,
  ].filter(chip => chip !== null)
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
      <UnitFilter
        name={filters.unit === undefined ? null : (page?.unitName ?? '')}
        onChange={unit => onChange({ unit: unit?.id })}
      />
      <Select<Seriousness | ''>
        className={styles['select'] ?? ''}
        aria-label={t('seriousnessFilter')}
        value={filters.seriousness ?? ''}
        onChange={seriousness => onChange({ seriousness: seriousness || undefined })}
        options={[
          { value: '', label: t('allSeriousness') },
          ...seriousnesses.map(value => ({ value, label: t(`seriousness.${value}`) })),
        ]}
      />
      <Select
        className={styles['select'] ?? ''}
        aria-label={t('orderFilter')}
        value={filters.order ?? 'newest'}
        onChange={order => onChange({ order: order === 'newest' ? undefined : order })}
        options={findingOrders.map(order => ({ value: order, label: t(`order.${order}`) }))}
      />
      {chips.map(({ words, drop }) => (
        <Button
          key={words}
          icon={<CloseOutlined aria-hidden="true" />}
          aria-label={t('dropChip', { name: words })}
          onClick={() => onChange(drop)}
        >
          {words}
        </Button>
      ))}
      <ViewMenu />
    </FoldingFilters>
  )
}
