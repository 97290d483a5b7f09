import { EmptyState, ListSkeleton, PageHeader, ProblemNotice, useSlow } from '@jianbao/ui'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { LedgerTabs } from '../ledger-tabs.tsx'
import { viewTexts } from './view.texts.ts'

type ViewFrameProps<Answer> = {
  readonly title: string
  readonly note: string
  readonly actions?: ReactNode
  readonly filters: ReactNode
  readonly query: {
    readonly data: Answer | undefined
    readonly error: unknown
    readonly isPending: boolean
    readonly isPlaceholderData: boolean
    refetch(): unknown
  }
  readonly empty: (answer: Answer) => boolean
  readonly onClear: (() => void) | null
  readonly children: (answer: Answer) => ReactNode
}

/** What every view of items has round it: title, the other views, filters, skeleton, problem, emptiness. */
export function ViewFrame<Answer>(props: ViewFrameProps<Answer>) {
  const { title, note, actions, filters, query, empty, onClear, children } = props
  const t = viewTexts.useTexts()
  const slow = useSlow(query.isPlaceholderData)
  const { data } = query
  return (
    <>
      <PageHeader title={title} note={note} actions={actions} />
      <LedgerTabs />
      {filters}
      {query.error ? <ProblemNotice error={query.error} onRetry={() => void query.refetch()} /> : null}
      {query.isPending ? <ListSkeleton rows={12} /> : null}
      {data && empty(data) ? (
        <EmptyState
          title={t('emptyTitle')}
          action={onClear ? <Button onClick={onClear}>{t('clear')}</Button> : undefined}
        >
          {t('emptyWords')}
        </EmptyState>
      ) : null}
      {data && !empty(data) ? <div {...(slow ? { 'data-stale': '' } : {})}>{children(data)}</div> : null}
    </>
  )
}
