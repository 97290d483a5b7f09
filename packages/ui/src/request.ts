/** Calls of the API from a page; whatever is not the hoped-for answer is thrown as a ProblemError. */
import { openClient, ProblemError, readProblem } from '@jianbao/client'
import { languageChoice } from './appearance.ts'
import { backgroundHeader, isAttended } from './attendance.ts'
import { stringifySearch } from './search-params.ts'

/** Code of the problem when no answer came at all; status 0. */
export const offline = 'offline'

/** The typed client of the API, speaking the language of the page. */
export const api = openClient({ fetch: reach })

/** @returns the data of a call of `api`, undefined for 204. @throws ProblemError */
export async function answer<T>(call: Promise<{ data?: T }>): Promise<T> {
  const { data } = await call
  return data as T
}

type SendOptions = {
  readonly query?: Readonly<Record<string, unknown>>
  readonly body?: unknown
  readonly signal?: AbortSignal
}

/**
 * Sends what is not in the API document (signing in) or is not read as a whole (files).
 * @param path with leading slash, `/api/…`. @throws ProblemError unless the answer is 2xx.
 */
export async function send(method: string, path: string, options: SendOptions = {}): Promise<Response> {
  const { query = {}, body, signal = null } = options
  const form = body instanceof FormData
  const json = body === undefined ? {} : { body: form ? body : JSON.stringify(body) }
  // The browser names the type of a form itself, with what parts its fields.
  const headers = body === undefined || form ? {} : { 'content-type': 'application/json' }
  const response = await reach(
    new Request(path + stringifySearch(query), {
      method,
      headers,
      credentials: 'same-origin',
      signal,
      ...json,
    }),
  )
  if (!response.ok) throw await readProblem(response)
  return response
}

/** @returns what is thrown when the server could not be reached. */
export function offlineProblem(): ProblemError {
  return new ProblemError({ code: offline, status: 0, detail: '' })
}

/** @returns whether the server said that there is no such thing, or none for this person: trying again cannot help. */
export function isMissing(error: unknown): boolean {
  return error instanceof ProblemError && error.status === 404
}

async function reach(request: Request): Promise<Response> {
  request.headers.set('accept-language', languageChoice())
  if (!isAttended()) request.headers.set(backgroundHeader, '1')
  try {
    return await fetch(request)
  } catch (error) {
    if (request.signal.aborted) throw error
    throw offlineProblem()
  }
}
