import {
  type Column,
  DataTable,
  EmptyState,
  FoldingFilters,
  formatInstant,
  ListFrame,
  ListTabs,
  PageHeader,
  StateTag,
  useFilters,
  ViewMenu,
} from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Checkbox, type InputRef } from 'antd'
import { useEffect, useRef } from 'react'
import {
  type ReceivedPage,
  type ReceivedQuery,
  type ReceivedSummary,
  receivedTabs,
} from '../../contract/index.ts'
import styles from './distribution.module.css'
import { receivedListQuery } from './distribution.queries.ts'
import { distributionTexts } from './distribution.texts.ts'

const noFilters = { q: undefined, tab: undefined, below: undefined, edition: undefined, document: undefined }

/** What came to one's own unit; from above also what came to those below. */
export default function ReceivedListPage() {
  const t = distributionTexts.useTexts()
  const [filters, setFilters] = useFilters<ReceivedQuery>()
  const list = useQuery(receivedListQuery(filters))
  const navigate = useNavigate()
  const search = useRef<InputRef>(null)
  const { edition, document, page: _, ...set } = filters
  const only =
    (edition || document) && list.data && !list.isPlaceholderData && list.data.total === 1
      ? list.data.rows[0]
      : null
  const open = (id: string, replace = false) =>
    void navigate({ to: '/received/$id', params: { id }, replace })
  // A notice leads to the document; who has one unit has one row of it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for the row it found
  useEffect(() => {
    if (only) open(only.id, true)
  }, [only?.id])
  const counts = list.data?.counts
  return (
    <>
      <PageHeader title={t('menu')} note={t('note')} />
      <FoldingFilters
        words={filters.q}
        label={t('search')}
        onWords={q => setFilters({ q })}
        searchRef={search}
        className={styles['search']}
        set={filters.below ? 1 : 0}
        more={filters.below ? t('moreSet', { count: 1 }) : t('more')}
      >
        <Checkbox
          checked={filters.below ?? false}
          onChange={event => setFilters({ below: event.target.checked || undefined })}
        >
          {t('below')}
        </Checkbox>
        <ViewMenu />
      </FoldingFilters>
      <ListTabs
        label={t('tabs')}
        chosen={filters.tab ?? 'all'}
        onChoose={tab => setFilters({ tab: tab === 'all' ? undefined : tab })}
        tabs={receivedTabs.map(tab => ({ tab, words: t(`tab.${tab}`), count: counts?.[tab] }))}
      />
      <ListFrame<ReceivedSummary, ReceivedPage>
        list={list}
        onOpen={({ id }) => open(id)}
        onPage={page => setFilters({ page })}
        onSearch={() => search.current?.focus({ cursor: 'all' })}
        empty={
          Object.keys(set).length > 0 || edition || document ? (
            <EmptyState
              title={t('noMatch')}
              action={<Button onClick={() => setFilters(noFilters)}>{t('clearFilters')}</Button>}
            >
              {t('noMatchWords')}
            </EmptyState>
          ) : (
            <EmptyState title={t('emptyTitle')}>{t('emptyWords')}</EmptyState>
          )
        }
      >
        {(rows, selected) => <Rows rows={rows} selected={selected} />}
      </ListFrame>
    </>
  )
}

function Rows(props: { readonly rows: readonly ReceivedSummary[]; readonly selected: number }) {
  const t = distributionTexts.useTexts()
  const columns: readonly Column<ReceivedSummary>[] = [
    { key: 'issue', title: t('colIssue'), cell: row => <Title row={row} />, fixed: true },
    { key: 'issuer', title: t('colIssuer'), cell: row => row.issuer },
    { key: 'unit', title: t('colUnit'), cell: row => row.unitName },
    {
      key: 'issued',
      title: t('colIssued'),
      cell: row => <span className={styles['day']}>{formatInstant(row.issuedAt)}</span>,
    },
    { key: 'state', title: t('colState'), cell: row => <ReceivedState row={row} /> },
  ]
  return (
    <DataTable
      {...props}
      label={t('list')}
      name="edition.received"
      rowKey={({ id }) => id}
      columns={columns}
      card={row => (
        <div className={styles['card']}>
          <div className={styles['head']}>
            <Title row={row} />
            <ReceivedState row={row} />
          </div>
          <p className={styles['soft']}>
            {[row.issuer, formatInstant(row.issuedAt), row.unitName].join(' · ')}
          </p>
        </div>
      )}
    />
  )
}

function Title({ row }: { readonly row: ReceivedSummary }) {
  const t = distributionTexts.useTexts()
  return (
    <span className={styles['title']}>
      <Link to="/received/$id" params={{ id: row.id }}>
        {row.issueName}
      </Link>
      {row.label ? <span className={styles['label']}>{row.label}</span> : null}
      {row.title ? <span className={styles['soft']}>{row.title}</span> : null}
      {row.replyDueDay && !row.repliedAt && !row.recalledAt ? (
        <span className={styles['soft']}>{t('replyDue', { day: row.replyDueDay })}</span>
      ) : null}
      {row.errata > 0 ? (
        <span className={styles['soft']}>{t('errataCount', { count: row.errata })}</span>
      ) : null}
    </span>
  )
}

function ReceivedState({ row }: { readonly row: ReceivedSummary }) {
  const t = distributionTexts.useTexts()
  if (row.recalledAt) return <StateTag tone="quiet">{t('recalled')}</StateTag>
  if (row.actions.includes('reply') && row.acknowledgedAt)
    return <StateTag tone="doubt">{t('toReply')}</StateTag>
  if (row.repliedAt) return <StateTag tone="good">{t('replied')}</StateTag>
  if (row.acknowledgedAt) return <StateTag tone="good">{t('acknowledged')}</StateTag>
  return row.read ? (
    <StateTag tone="busy">{t('read')}</StateTag>
  ) : (
    <StateTag tone="doubt">{t('unread')}</StateTag>
  )
}
