import { Link } from '@tanstack/react-router'
import { BackToList } from './back-to-list.tsx'
import { EmptyState } from './empty-state.tsx'
import { listPlace } from './list-place.ts'
import { ListSkeleton } from './list-skeleton.tsx'
import { PageHeader } from './page-header.tsx'
import { ProblemNotice, useProblemText } from './problem-notice.tsx'
import { isMissing } from './request.ts'

type AbsentRecordProps = {
  /** The query for the record, as TanStack Query answers it. */
  readonly query: { readonly error: unknown; refetch(): unknown }
  /** Path of the list the record belongs to. */
  readonly list: string
  readonly title: string
  readonly back: string
  /** The title, and what the way to the list says, when there is no such record. */
  readonly missing: string
  readonly goList: string
}

/** What a page about one record shows in its stead: that it is coming, cannot be had, or does not exist. */
export function AbsentRecord({ query, list, title, back, missing, goList }: AbsentRecordProps) {
  const text = useProblemText()
  const { error } = query
  if (isMissing(error))
    return (
      <div role="alert">
        <PageHeader title={missing} />
        <EmptyState
          title={text(error)}
          action={
            <Link to={list} search={listPlace(list)}>
              {goList}
            </Link>
          }
        />
      </div>
    )
  return (
    <>
      <PageHeader title={title} back={<BackToList to={list}>{back}</BackToList>} />
      {error ? (
        <ProblemNotice error={error} onRetry={() => void query.refetch()} />
      ) : (
        <ListSkeleton rows={14} />
      )}
    </>
  )
}
