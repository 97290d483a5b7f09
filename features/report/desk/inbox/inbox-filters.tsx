import { UnitFilter } from '@jianbao/organisation/desk'
import { FoldingFilters, usePhone, ViewMenu } from '@jianbao/ui'
import { Button, type InputRef, Select } from 'antd'
import { type Ref, useState } from 'react'
import { claimChoices, inboxOrders } from '../../contract/index.ts'
import styles from './inbox.module.css'
import { inboxTexts } from './inbox.texts.ts'
import { RareFilters, type RareFiltersProps } from './inbox-filters-rare.tsx'
import { countFilters, type InboxSearch, noFilters } from './inbox-search.ts'
import { allOf } from './inbox-words.ts'

type InboxFiltersProps = RareFiltersProps & {
  readonly unitName: string | null
  readonly searchRef: Ref<InputRef>
}

export function InboxFilters(props: InboxFiltersProps) {
  const { filters, onChange, searchRef } = props
  const t = inboxTexts.useTexts()
  const set = countFilters(filters)
  const [more, setMore] = useState(set.rare > 0)
  const phone = usePhone()
  return (
    <>
      <FoldingFilters
        words={filters.q}
        label={t('search')}
        onWords={q => onChange({ q })}
        searchRef={searchRef}
        className={styles['search']}
        set={set.all}
        more={set.all > 0 ? t('moreFiltersSet', { count: set.all }) : t('moreFilters')}
      >
        <UsualFilters {...props} />
        {phone ? (
          <RareFilters {...props} />
        ) : (
          <>
            <Button aria-expanded={more} onClick={() => setMore(!more)}>
              {more
                ? t('lessFilters')
                : set.rare > 0
                  ? t('moreFiltersSet', { count: set.rare })
                  : t('moreFilters')}
            </Button>
            <ViewMenu />
          </>
        )}
        {set.all > 0 || filters.q ? (
          <Button type="link" onClick={() => onChange(noFilters)}>
            {t('clearFilters')}
          </Button>
        ) : null}
      </FoldingFilters>
      {more && !phone ? (
        <div className={styles['rare']}>
          <RareFilters {...props} />
        </div>
      ) : null}
    </>
  )
}

function UsualFilters({ filters, onChange, words, unitName }: InboxFiltersProps) {
  const t = inboxTexts.useTexts()
  const className = styles['select'] ?? ''
  const tasks = words?.campaigns.flatMap(campaign => campaign.tasks) ?? []
  const periods = tasks.find(task => task.id === filters.taskId)?.periods ?? []
  return (
    <>
      <UnitFilter
        name={filters.unit ? (unitName ?? '') : null}
        onChange={unit => onChange({ unit: unit?.id })}
      />
      <Select
        className={className}
        aria-label={t('typeFilter')}
        value={filters.type ?? ''}
        onChange={type => onChange({ type: type || undefined })}
        options={[
          { value: '', label: t('anyType') },
          ...allOf(words, 'types').map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <Select
        className={className}
        aria-label={t('taskFilter')}
        value={filters.taskId ?? ''}
        popupMatchSelectWidth={260}
        onChange={taskId => onChange({ taskId: taskId || undefined, periodNo: undefined })}
        options={[
          { value: '', label: t('anyTask') },
          ...tasks.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      {periods.length > 1 ? (
        <Select
          className={className}
          aria-label={t('periodFilter')}
          value={filters.periodNo ?? 0}
          onChange={no => onChange({ periodNo: no || undefined })}
          options={[
            { value: 0, label: t('anyPeriod') },
            ...periods.map(({ no, name }) => ({ value: no, label: name })),
          ]}
        />
      ) : null}
      <Select<NonNullable<InboxSearch['claim']> | ''>
        className={className}
        aria-label={t('claimFilter')}
        value={filters.claim ?? ''}
        onChange={claim => onChange({ claim: claim === '' ? undefined : claim })}
        options={[
          { value: '' as const, label: t('claim.any') },
          ...claimChoices.map(claim => ({ value: claim, label: t(`claim.${claim}`) })),
        ]}
      />
      <Select
        className={className}
        aria-label={t('sortFilter')}
        value={filters.sort ?? '-arrived'}
        popupMatchSelectWidth={170}
        onChange={sort => onChange({ sort: sort === '-arrived' ? undefined : sort })}
        options={inboxOrders.map(sort => ({ value: sort, label: t(`sort.${sort}`) }))}
      />
    </>
  )
}
