/**
 * The corrections of one page, sent one after the other: each is worked out on what the one before it left, so that
 * fast keys never speak of places that have moved.
 */
import { ProblemError } from '@jianbao/client'
import type { ProblemCode } from '@jianbao/errors'
import type { Review, ReviewEdit } from '../../contract/index.ts'

export type Step =
  | { readonly kind: 'edit'; readonly edit: ReviewEdit }
  | { readonly kind: 'undo' | 'redo' | 'accept' | 'reopen' }

export type LineDoors = {
  /** What the page shows now. */
  readonly current: () => Review | undefined
  readonly send: (step: Step, version: number) => Promise<Review>
  readonly reload: () => Promise<Review>
  /** A new truth to show. */
  readonly take: (review: Review, before: Review | undefined) => void
}

/** The page shows what is no longer so; every other refusal is about the step itself. */
const outdated: ReadonlySet<string> = new Set<ProblemCode>([
  'review-stale',
  'review-held',
  'review-place-gone',
])

/** Somebody else's work came between: the page was brought up to date, the step was not done. */
export class Overtaken extends Error {
  override readonly name = 'Overtaken'
  readonly detail: string
  constructor(detail: string) {
    super(detail)
    this.detail = detail
  }
}

export function createReviewLine(doors: LineDoors) {
  let tail: Promise<unknown> = Promise.resolve()

  async function carryOut(plan: (review: Review) => Step | null): Promise<Review | null> {
    const review = doors.current()
    const step = review ? plan(review) : null
    if (!review || !step) return null
    try {
      const news = await doors.send(step, review.version)
      doors.take(news, review)
      return news
    } catch (error) {
      if (!(error instanceof ProblemError) || !outdated.has(error.code)) throw error
      doors.take(await doors.reload(), review)
      throw new Overtaken(error.detail)
    }
  }

  function enqueue<T>(work: () => Promise<T>): Promise<T> {
    const done = tail.then(work, work)
    tail = done.catch(() => {})
    return done
  }

  return {
    /** @param plan is asked when its turn has come; null: nothing is to be done any more. @throws Overtaken, ProblemError */
    run: (plan: (review: Review) => Step | null): Promise<Review | null> => enqueue(() => carryOut(plan)),
    /** Any other call that brings news of the document, kept in the same line. */
    refresh: (call: () => Promise<Review>): Promise<Review> =>
      enqueue(async () => {
        const before = doors.current()
        const news = await call()
        doors.take(news, before)
        return news
      }),
  }
}

export type ReviewLine = ReturnType<typeof createReviewLine>
