import {
  DataTable,
  EmptyState,
  type FilterChange,
  ListSkeleton,
  PageTurner,
  PastEnd,
  ProblemNotice,
  useRowInSight,
  useSlow,
} from '@jianbao/ui'
import type { UseQueryResult } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { InboxPage, InboxWords } from '../../contract/index.ts'
import { inboxTexts } from './inbox.texts.ts'
import { InboxCard, type InboxTableColumn, type RowActs } from './inbox-rows.tsx'
import { countFilters, type InboxSearch, noFilters } from './inbox-search.ts'

type InboxListProps = {
  readonly list: UseQueryResult<InboxPage>
  readonly columns: readonly InboxTableColumn[]
  readonly words: InboxWords | undefined
  readonly filters: InboxSearch
  readonly currentId: string | null
  readonly listName: string
  readonly acts: RowActs
  readonly onChange: (change: FilterChange<InboxSearch>) => void
}

/** The rows of one tab, with what stands there before, after and instead of them. */
export function InboxList(props: InboxListProps) {
  const { list, columns, words, filters, currentId, listName, acts, onChange } = props
  const t = inboxTexts.useTexts()
  const { data } = list
  const rows = data?.rows ?? []
  const slow = useSlow(list.isPlaceholderData)
  const current = rows.findIndex(row => row.id === currentId)
  const box = useRowInSight(current)
  const turn = (page: number | undefined) => onChange({ page, report: undefined })
  return (
    <>
      {list.error ? <ProblemNotice error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.isPending ? <ListSkeleton /> : null}
      {data && rows.length === 0 && data.total > 0 ? (
        <PastEnd total={data.total} onFirst={() => turn(undefined)} />
      ) : null}
      {data?.total === 0 && !slow ? <Nothing data={data} filters={filters} onChange={onChange} /> : null}
      {data && rows.length > 0 ? (
        <>
          <div ref={box} {...(slow ? { 'data-stale': '' } : {})}>
            <DataTable
              label={t('list')}
              name={listName}
              rows={rows}
              rowKey={row => row.id}
              columns={columns}
              selected={current}
              card={row => <InboxCard row={row} words={words} acts={acts} />}
              order={filters.sort ?? '-arrived'}
              onOrder={sort => onChange({ sort: sort as InboxSearch['sort'] })}
            />
          </div>
          <PageTurner {...data} onTurn={turn} />
        </>
      ) : null}
    </>
  )
}

type NothingProps = Pick<InboxListProps, 'filters' | 'onChange'> & { readonly data: InboxPage }

function Nothing({ data, filters, onChange }: NothingProps) {
  const t = inboxTexts.useTexts()
  const filtered = filters.q !== undefined || countFilters(filters).all > 0
  if (filtered)
    return (
      <EmptyState
        title={t('noMatch')}
        action={<Button onClick={() => onChange(noFilters)}>{t('clearFilters')}</Button>}
      >
        {t('noMatchWords')}
      </EmptyState>
    )
  if (data.counts.all > 0) return <EmptyState title={t('tabEmpty')}>{t('tabEmptyWords')}</EmptyState>
  return (
    <EmptyState title={t('empty')} action={<Link to="/commissions">{t('emptyAsk')}</Link>}>
      {t('emptyWords')}
    </EmptyState>
  )
}
