import {
  EmptyState,
  listStyles,
  PageHeader,
  PageTurner,
  PastEnd,
  ProblemNotice,
  useFilters,
  useListKeys,
} from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, type InputRef, Skeleton } from 'antd'
import { useRef } from 'react'
import type { IssueQuery } from '../contract/index.ts'
import { bulletinTexts } from './bulletin.texts.ts'
import { issuesQuery } from './issue.queries.ts'
import { IssueFilters } from './issue-filters.tsx'
import { IssueRows } from './issue-rows.tsx'

const noFilters = { q: undefined, series: undefined, year: undefined, published: undefined }

export default function IssueListPage() {
  const t = bulletinTexts.useTexts()
  const [filters, setFilters] = useFilters<IssueQuery>()
  const issues = useQuery(issuesQuery(filters))
  const navigate = useNavigate()
  const search = useRef<InputRef>(null)
  const rows = issues.data?.rows ?? []
  const filtered = (['q', 'series', 'year', 'published'] as const).some(name => filters[name] !== undefined)
  const selected = useListKeys({
    count: rows.length,
    onOpen: index => void navigate({ to: '/issues/$id', params: { id: rows[index]!.id } }),
    onSearch: () => search.current?.focus({ cursor: 'all' }),
  })

  return (
    <>
      <PageHeader title={t('menu')} note={t('listNote')} />
      <IssueFilters filters={filters} onChange={setFilters} page={issues.data} searchRef={search} />
      {issues.error ? <ProblemNotice error={issues.error} onRetry={() => void issues.refetch()} /> : null}
      {issues.isPending ? (
        <div aria-busy="true" aria-label={t('loading')} role="status">
          <Skeleton active title={false} paragraph={{ rows: 10, width: '100%' }} />
        </div>
      ) : null}
      {issues.data && rows.length === 0 && issues.data.total > 0 ? (
        <PastEnd total={issues.data.total} onFirst={() => setFilters({ page: undefined })} />
      ) : null}
      {issues.data?.total === 0 && filtered ? (
        <EmptyState
          title={t('noMatchTitle')}
          action={<Button onClick={() => setFilters(noFilters)}>{t('clearFilters')}</Button>}
        >
          {t('noMatchWords')}
        </EmptyState>
      ) : null}
      {issues.data?.total === 0 && !filtered ? (
        <EmptyState title={t('emptyTitle')} action={<Link to="/documents">{t('goUpload')}</Link>}>
          {t('emptyWords')}
        </EmptyState>
      ) : null}
      {issues.data && rows.length > 0 ? (
        <>
          <IssueRows rows={rows} selected={selected} />
          <PageTurner {...issues.data} onTurn={page => setFilters({ page })} />
          <p className={listStyles['keys']}>{t('keys')}</p>
        </>
      ) : null}
    </>
  )
}
