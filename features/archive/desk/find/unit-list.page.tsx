import {
  EmptyState,
  listStyles,
  PageHeader,
  PageTurner,
  PastEnd,
  ProblemNotice,
  SearchField,
  useFilters,
  useListKeys,
  usePhone,
  useRowInSight,
} from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, type InputRef } from 'antd'
import { useRef } from 'react'
import { learnedTexts } from '../review/learned.texts.ts'
import styles from './filter.module.css'
import { unitsQuery } from './find.queries.ts'
import { findTexts } from './find.texts.ts'
import type { UnitSearch } from './find-search.ts'
import { FindTabs } from './find-tabs.tsx'
import { UnitRows } from './unit-rows.tsx'
import { Waiting } from './waiting.tsx'

export default function UnitListPage() {
  const t = findTexts.useTexts()
  const learned = learnedTexts.useTexts()
  const [filters, setFilters] = useFilters<UnitSearch>()
  const units = useQuery(unitsQuery(filters))
  const navigate = useNavigate()
  const phone = usePhone()
  const search = useRef<InputRef>(null)
  const rows = units.data?.rows ?? []
  const selected = useListKeys({
    count: rows.length,
    onOpen: at => void navigate({ to: '/archive-units/$name', params: { name: rows[at]!.name } }),
    onSearch: () => search.current?.focus({ cursor: 'all' }),
  })
  const box = useRowInSight(selected)
  return (
    <>
      <PageHeader
        title={t('menuUnits')}
        note={phone ? null : t('unitsNote')}
        actions={<Link to="/learned-names">{learned('menu')}</Link>}
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
      {units.error ? <ProblemNotice error={units.error} onRetry={() => void units.refetch()} /> : null}
      {units.isPending ? <Waiting rows={12} /> : null}
      {units.data && rows.length === 0 && units.data.total > 0 ? (
        <PastEnd total={units.data.total} onFirst={() => setFilters({ page: undefined })} />
      ) : null}
      {units.data?.total === 0 && filters.q !== undefined ? (
        <EmptyState
          title={t('noUnits')}
          action={<Button onClick={() => setFilters({ q: undefined })}>{t('clearFilters')}</Button>}
        >
          {t('noUnitsWords')}
        </EmptyState>
      ) : null}
      {units.data?.total === 0 && filters.q === undefined ? (
        <EmptyState title={t('emptyArchive')} action={<Link to="/documents">{t('goDocuments')}</Link>}>
          {t('emptyArchiveWords')}
        </EmptyState>
      ) : null}
      {units.data && rows.length > 0 ? (
        <>
          <div ref={box}>
            <UnitRows rows={rows} label={t('menuUnits')} selected={selected} />
          </div>
          <PageTurner {...units.data} onTurn={page => setFilters({ page })} />
          <p className={listStyles['keys']}>{t('keys')}</p>
        </>
      ) : null}
    </>
  )
}
