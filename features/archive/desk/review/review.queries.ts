import { ProblemError } from '@jianbao/client'
import { answer, api } from '@jianbao/ui'
import { queryOptions } from '@tanstack/react-query'
import type { Review } from '../../contract/index.ts'
import type { Step } from './review-line.ts'

/** In OpenAPI a span is a list of numbers; the contract knows that it is a pair. */
const reviewOf = async (call: Promise<{ data?: unknown }>): Promise<Review> => (await answer(call)) as Review

const at = (id: string, page: string) => ({ params: { path: { id }, query: { page } } })

export function reviewQuery(id: string, page: string) {
  return queryOptions({
    queryKey: ['documents', 'review', id],
    queryFn: ({ client, queryKey }) => lookAgain(id, page, client.getQueryData<Review>(queryKey)),
    // Whatever changes it goes through the line of corrections, which hands the news over.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    // Somebody else has it: look whether it has become free.
    refetchInterval: ({ state: { data } }) =>
      data && data.document.state === 'read' && data.claim?.mine !== true ? 20_000 : false,
  })
}

/** Takes the document in hand; where that cannot be (it is accepted, somebody holds it), it is only looked at. */
export async function claimReview(id: string, page: string, takeOver: boolean): Promise<Review> {
  const body = takeOver ? { page, takeOver } : { page }
  try {
    return await reviewOf(api.POST('/api/documents/{id}/review/claim', { params: { path: { id } }, body }))
  } catch (error) {
    if (!takeOver && error instanceof ProblemError && error.status === 409) return readReview(id, page)
    throw error
  }
}

/** Whoever waits for another to be done only looks, until it is free: every claim is a deed that is recorded. */
async function lookAgain(id: string, page: string, known: Review | undefined): Promise<Review> {
  const waits = known?.claim && !known.claim.mine
  const seen = waits ? await readReview(id, page) : null
  return seen?.claim ? seen : claimReview(id, page, false)
}

/** @returns whether the page still holds the document and shows its newest version. */
export async function keepReview(id: string, page: string, version: number): Promise<boolean> {
  const body = { page, version }
  const answered = await answer(
    api.POST('/api/documents/{id}/review/keep', { params: { path: { id } }, body }),
  )
  return answered.kept
}

export function readReview(id: string, page: string): Promise<Review> {
  return reviewOf(api.GET('/api/documents/{id}/review', at(id, page)))
}

/** Sent even while the page is being closed. */
export function releaseReview(id: string, page: string): void {
  void fetch(`/api/documents/${encodeURIComponent(id)}/review/release`, {
    method: 'POST',
    keepalive: true,
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ page }),
  }).catch(() => {})
}

export function sendStep(id: string, page: string, step: Step, version: number): Promise<Review> {
  const order = { ...at(id, page), body: { version } }
  switch (step.kind) {
    case 'edit': {
      const body = { version, edit: step.edit }
      return reviewOf(api.POST('/api/documents/{id}/review/edits', { ...at(id, page), body }))
    }
    case 'undo':
      return reviewOf(api.POST('/api/documents/{id}/review/undo', order))
    case 'redo':
      return reviewOf(api.POST('/api/documents/{id}/review/redo', order))
    case 'accept':
      return reviewOf(api.POST('/api/documents/{id}/review/accept', order))
    case 'reopen':
      return reviewOf(api.POST('/api/documents/{id}/review/reopen', at(id, page)))
  }
}

/** @returns the document to review after this one, null when none is left. */
export async function findNext(after: string): Promise<string | null> {
  const next = await answer(api.GET('/api/review/next', { params: { query: { after } } }))
  return next.documentId === after ? null : next.documentId
}

/** @returns names of units that begin like what was typed, as the archive has them. */
export async function suggestUnits(words: string): Promise<string[]> {
  const found = await answer(api.GET('/api/search/suggest', { params: { query: { q: words } } }))
  return found.filter(each => each.kind === 'unit').map(each => each.text)
}
