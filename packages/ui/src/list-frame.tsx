import type { ReactNode } from 'react'
import listStyles from './list.module.css'
import { ListSkeleton } from './list-skeleton.tsx'
import { PageTurner } from './page-turner.tsx'
import { PastEnd } from './past-end.tsx'
import { ProblemNotice } from './problem-notice.tsx'
import { uiTexts } from './ui.texts.ts'
import { useListKeys } from './use-list-keys.ts'
import { useRowInSight } from './use-row-in-sight.ts'
import { useSlow } from './use-slow.ts'

/** One page of rows, as every list of the API answers. */
export type ListData<Row> = {
  readonly rows: readonly Row[]
  readonly total: number
  readonly page: number
  readonly pageSize: number
  /** There are more than `total`: they were not counted to the end. */
  readonly totalIsFloor?: boolean
}

type ListFrameProps<Row, Data extends ListData<Row>> = {
  /** A query for the page, as TanStack Query answers it. */
  readonly list: {
    readonly data: Data | undefined
    readonly error: unknown
    readonly isPending: boolean
    readonly isPlaceholderData: boolean
    refetch(): unknown
  }
  /** What to do first, or how to find more: shown when there is nothing at all. */
  readonly empty: ReactNode
  readonly onOpen: (row: Row) => void
  readonly onPage: (page: number | undefined) => void
  /** Puts the cursor into the list's own search field. */
  readonly onSearch?: () => void
  /** Draws the rows; the chosen one bears `aria-current`. */
  readonly children: (rows: readonly Row[], selected: number, data: Data) => ReactNode
}

/** What every list has round its rows: skeleton, problem, emptiness, keys, the answer before it, page turner. */
export function ListFrame<Row, Data extends ListData<Row> = ListData<Row>>(props: ListFrameProps<Row, Data>) {
  const { list, empty, onOpen, onPage, onSearch, children } = props
  const t = uiTexts.useTexts()
  const { data } = list
  const rows = data?.rows ?? []
  const slow = useSlow(list.isPlaceholderData)
  const selected = useListKeys({
    count: rows.length,
    onOpen: at => onOpen(rows[at]!),
    ...(onSearch ? { onSearch } : {}),
  })
  const box = useRowInSight(selected)
  return (
    <>
      {list.error ? <ProblemNotice error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.isPending ? <ListSkeleton /> : null}
      {data && rows.length === 0 && data.total > 0 ? (
        <PastEnd total={data.total} onFirst={() => onPage(undefined)} />
      ) : null}
      {data?.total === 0 && !slow ? empty : null}
      {data && rows.length > 0 ? (
        <>
          <div ref={box} {...(slow ? { 'data-stale': '' } : {})}>
            {children(rows, selected, data)}
          </div>
          <PageTurner {...data} onTurn={onPage} />
          <p className={listStyles['keys']}>{t(onSearch ? 'listKeysSearch' : 'listKeys')}</p>
        </>
      ) : null}
    </>
  )
}
