import {
  EmptyState,
  holdsRole,
  ListFrame,
  PageHeader,
  SearchField,
  useFilters,
  useHeldRoles,
  usePhone,
} from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, type InputRef } from 'antd'
import { useRef } from 'react'
import { receivers } from '../receivers.ts'
import { learnedTexts } from '../review/learned.texts.ts'
import { EmptyArchive } from './empty-archive.tsx'
import styles from './filter.module.css'
import { unitsQuery } from './find.queries.ts'
import { findTexts } from './find.texts.ts'
import type { UnitSearch } from './find-search.ts'
import { FindTabs } from './find-tabs.tsx'
import { type UnitRow, UnitRows } from './unit-rows.tsx'

export default function UnitListPage() {
  const t = findTexts.useTexts()
  const learned = learnedTexts.useTexts()
  const [filters, setFilters] = useFilters<UnitSearch>()
  const units = useQuery(unitsQuery(filters))
  const navigate = useNavigate()
  const phone = usePhone()
  const receives = holdsRole(useHeldRoles(), receivers)
  const search = useRef<InputRef>(null)
  return (
    <>
      <PageHeader
        title={t('menuUnits')}
        note={phone ? null : t('unitsNote')}
        actions={receives ? <Link to="/learned-names">{learned('menu')}</Link> : null}
      />
      <FindTabs />
      <search className={styles['filters']}>
        <div className={styles['field']}>
          <SearchField
            ref={search}
            value={filters.q ?? ''}
            label={t('searchUnits')}
            onSearch={words => setFilters({ q: words || undefined })}
          />
        </div>
      </search>
      <ListFrame<UnitRow>
        list={units}
        onOpen={({ name }) => void navigate({ to: '/archive-units/$name', params: { name } })}
        onPage={page => setFilters({ page })}
        onSearch={() => search.current?.focus({ cursor: 'all' })}
        empty={
          filters.q === undefined ? (
            <EmptyArchive />
          ) : (
            <EmptyState
              title={t('noUnits')}
              action={<Button onClick={() => setFilters({ q: undefined })}>{t('clearFilters')}</Button>}
            >
              {t('noUnitsWords')}
            </EmptyState>
          )
        }
      >
        {(rows, selected) => <UnitRows rows={rows} label={t('menuUnits')} selected={selected} />}
      </ListFrame>
    </>
  )
}
