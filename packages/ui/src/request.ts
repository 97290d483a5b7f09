/** Calls of the API from a page: JSON in and out, problem+json turned into an error with a code. */
import { languageChoice } from './appearance.ts'
import { stringifySearch } from './search-params.ts'

/** A refusal of the server, or `offline` when no answer came, or `unexpected` when it was no answer of the API. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'
  readonly code: string
  readonly status: number
  readonly requestId: string | null

  constructor(code: string, status: number, detail: string, requestId: string | null, cause?: unknown) {
    super(detail, { cause })
    this.code = code
    this.status = status
    this.requestId = requestId
  }
}

type RequestOptions = {
  readonly query?: Readonly<Record<string, unknown>>
  readonly body?: unknown
  readonly signal?: AbortSignal
}

/**
 * @param path below /api, with leading slash.
 * @returns the answer's JSON, undefined for 204. The caller names its shape: the contract of the room that answers.
 * @throws ApiProblem
 */
export async function request<T>(method: string, path: string, options: RequestOptions = {}): Promise<T> {
  const response = await send(method, path, options)
  if (response.status === 204) return undefined as T
  return (await readJson(response)) as T
}

/** As `request`, for answers that are text. @throws ApiProblem */
export async function requestText(path: string, options: RequestOptions = {}): Promise<string> {
  const response = await send('GET', path, options)
  return response.text()
}

/** Sends and throws unless the answer is 2xx. @throws ApiProblem */
export async function send(method: string, path: string, options: RequestOptions): Promise<Response> {
  const headers: Record<string, string> = { 'accept-language': languageChoice() }
  const init: RequestInit = { method, headers, credentials: 'same-origin', signal: options.signal ?? null }
  if (options.body !== undefined) {
    headers['content-type'] = 'application/json'
    init.body = JSON.stringify(options.body)
  }
  const response = await fetch(`/api${path}${stringifySearch(options.query ?? {})}`, init).catch(
    (cause: unknown) => {
      if (options.signal?.aborted) throw cause
      throw new ApiProblem('offline', 0, '', null, cause)
    },
  )
  if (!response.ok) throw readProblem(response.status, await response.text())
  return response
}

/** Turns the body of a refusal into an error; a body that is no problem+json becomes `unexpected`. */
export function readProblem(status: number, body: string): ApiProblem {
  const fields = parseObject(body)
  const text = (key: string) => (typeof fields[key] === 'string' ? fields[key] : null)
  return new ApiProblem(
    text('code') ?? 'unexpected',
    status,
    text('detail') ?? text('message') ?? '',
    text('requestId'),
  )
}

async function readJson(response: Response): Promise<unknown> {
  const body = await response.text()
  try {
    return JSON.parse(body)
  } catch (cause) {
    throw new ApiProblem('unexpected', response.status, '', null, cause)
  }
}

function parseObject(body: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
