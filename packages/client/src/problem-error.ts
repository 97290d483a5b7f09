import type { components } from './api.ts'

export type ProblemAnswer = components['schemas']['Problem']

/** What the server answered instead: branch on `code`, show `detail` to the person as it is. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly code: string
  readonly status: number
  readonly detail: string
  readonly details: Readonly<Record<string, string | number>>
  /** What to quote when asking about it; null for what the person can mend themselves (below 500). */
  readonly requestId: string | null

  constructor(answer: Pick<ProblemAnswer, 'code' | 'status' | 'detail'> & Partial<ProblemAnswer>) {
    super(`${answer.status} ${answer.code}: ${answer.detail}`)
    this.code = answer.code
    this.status = answer.status
    this.detail = answer.detail
    this.details = answer.details ?? {}
    this.requestId = answer.status >= 500 ? (answer.requestId ?? null) : null
  }
}

/** Reads a failed answer; one that is no problem+json (a proxy's page) becomes code `unreadable-answer`. */
export async function readProblem(response: Response): Promise<ProblemError> {
  const body: unknown = await response.json().catch(() => null)
  if (isProblem(body)) return new ProblemError(body)
  return new ProblemError({ code: 'unreadable-answer', status: response.status, detail: response.statusText })
}

function isProblem(body: unknown): body is ProblemAnswer {
  return typeof body === 'object' && body !== null && 'code' in body && 'detail' in body && 'status' in body
}
