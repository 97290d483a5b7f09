import {
  type DeskRole,
  EmptyState,
  holdsRole,
  ListFrame,
  PageHeader,
  useFilters,
  useHeldRoles,
} from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, type InputRef } from 'antd'
import { useRef } from 'react'
import type { IssueQuery, IssueSummary } from '../contract/index.ts'
import { bulletinTexts } from './bulletin.texts.ts'
import { issuesQuery } from './issue.queries.ts'
import { IssueFilters } from './issue-filters.tsx'
import { IssueRows } from './issue-rows.tsx'

/** Who may bring manuscripts in. */
const receivers: readonly DeskRole[] = ['editor', 'reviser']
const noFilters = { q: undefined, series: undefined, year: undefined, published: undefined }

export default function IssueListPage() {
  const t = bulletinTexts.useTexts()
  const [filters, setFilters] = useFilters<IssueQuery>()
  const issues = useQuery(issuesQuery(filters))
  const navigate = useNavigate()
  const search = useRef<InputRef>(null)
  const receives = holdsRole(useHeldRoles(), receivers)
  const filtered = (['q', 'series', 'year', 'published'] as const).some(name => filters[name] !== undefined)
  return (
    <>
      <PageHeader title={t('menu')} note={t('listNote')} />
      <IssueFilters filters={filters} onChange={setFilters} page={issues.data} searchRef={search} />
      <ListFrame<IssueSummary>
        list={issues}
        onOpen={({ id }) => void navigate({ to: '/issues/$id', params: { id } })}
        onPage={page => setFilters({ page })}
        onSearch={() => search.current?.focus({ cursor: 'all' })}
        empty={
          filtered ? (
            <EmptyState
              title={t('noMatchTitle')}
              action={<Button onClick={() => setFilters(noFilters)}>{t('clearFilters')}</Button>}
            >
              {t('noMatchWords')}
            </EmptyState>
          ) : (
            <EmptyState
              title={t('emptyTitle')}
              action={receives ? <Link to="/documents">{t('goUpload')}</Link> : null}
            >
              {t(receives ? 'emptyWords' : 'emptyWordsReader')}
            </EmptyState>
          )
        }
      >
        {(rows, selected) => <IssueRows rows={rows} selected={selected} />}
      </ListFrame>
    </>
  )
}
