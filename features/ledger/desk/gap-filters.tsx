import { type FilterChange, formatCount, usePhone, ViewMenu } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { type EntryPage, entryGroups, entryOrders } from '../contract/index.ts'
import styles from './filters.module.css'
import listStyles from './gap-list.module.css'
import { ledgerTexts } from './ledger.texts.ts'
import { countFilters, type GapSearch } from './ledger-search.ts'
import { SharedFilters } from './shared-filters.tsx'

type GapFiltersProps = {
  readonly filters: GapSearch
  readonly frame: EntryPage
  readonly onChange: (change: FilterChange<GapSearch>) => void
}

/** On a phone they are folded away. */
export function GapFilters({ filters, frame, onChange }: GapFiltersProps) {
  const t = ledgerTexts.useTexts()
  const phone = usePhone()
  const [open, setOpen] = useState(false)
  const set = countFilters(filters)
  const task = frame.tasks.find(({ id }) => id === filters.task)
  return (
    <search className={styles['bar']}>
      {phone ? (
        <Button aria-expanded={open} onClick={() => setOpen(!open)}>
          {set > 0 ? t('filtersSet', { count: set }) : t('filters')}
        </Button>
      ) : null}
      {open || !phone ? (
        <>
          <SharedFilters filters={filters} frame={frame} mayNarrow onChange={onChange} />
          {task?.rhythm ? (
            <Select<number | ''>
              className={styles['select'] ?? ''}
              aria-label={t('periodFilter')}
              value={filters.period ?? ''}
              onChange={period => onChange({ period: period === '' ? undefined : period })}
              options={[
                { value: '' as const, label: t('anyPeriod') },
                ...task.periods.map(({ no, name }) => ({ value: no, label: name })),
              ]}
            />
          ) : null}
          <Select
            className={styles['wide'] ?? ''}
            aria-label={t('sortLabel')}
            value={filters.sort ?? 'due'}
            onChange={sort => onChange({ sort: sort === 'due' ? undefined : sort })}
            options={entryOrders.map(sort => ({ value: sort, label: t(`sort.${sort}`) }))}
          />
          <ViewMenu />
        </>
      ) : null}
    </search>
  )
}

type GroupChoiceProps = { readonly counts: EntryPage['counts']; readonly filters: GapSearch }

/** Which of the figures is looked into; each says how much it counts. */
export function GroupChoice({ counts, filters }: GroupChoiceProps) {
  const t = ledgerTexts.useTexts()
  const { page: _, item: __, group: ___, ...kept } = filters
  return (
    <nav className={listStyles['groups']} aria-label={t('groupChoice')}>
      {entryGroups.map(group => (
        <Link
          key={group}
          to="/gaps"
          search={{ ...kept, ...(group === 'gap' ? {} : { group }) }}
          activeOptions={{ exact: true, includeSearch: true }}
          aria-current={(filters.group ?? 'gap') === group}
          data-on={(filters.group ?? 'gap') === group}
        >
          {t(`group.${group}`)} {formatCount(counts[group])}
        </Link>
      ))}
    </nav>
  )
}
