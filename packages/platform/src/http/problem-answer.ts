import { STATUS_CODES } from 'node:http'
import { Problem } from '@jianbao/errors'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import { isAway } from '../db/is-away.ts'

/** The wire form of every error (RFC 9457); clients branch on `code`. */
export const ProblemAnswer = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    code: Type.String(),
    /** One sentence for a person, Chinese or English by Accept-Language. */
    detail: Type.String(),
    details: Type.Optional(Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()]))),
    requestId: Type.String(),
  },
  { additionalProperties: false },
)
export type ProblemAnswer = Static<typeof ProblemAnswer>

/** Chinese unless the caller prefers English. */
export function languageOf(request: FastifyRequest): 'zh' | 'en' {
  const wishes = request.headers['accept-language']?.toLowerCase() ?? ''
  const [zh, en] = [wishes.search(/\bzh\b/), wishes.search(/\ben\b/)]
  return en >= 0 && (zh < 0 || en < zh) ? 'en' : 'zh'
}

/** Says an error in terms of the catalogue; what is not in it becomes `internal` and keeps its cause for the log. */
export function toProblem(error: unknown, requestId: string): Problem {
  if (error instanceof Problem) return error
  const known = error as Partial<FastifyError>
  // An id that cannot be one is as missing as one that is not there.
  if (known.validationContext === 'params') return new Problem('not-found', {}, { cause: error })
  if (known.validation) return new Problem('bad-request', { reason: String(known.message) }, { cause: error })
  if (known.statusCode === 429) return new Problem('too-many-requests', { retryAfterSeconds: 60 })
  if (known.statusCode === 503) return new Problem('server-busy')
  if (known.statusCode && known.statusCode >= 400 && known.statusCode < 500)
    return new Problem('bad-request', { reason: String(known.message) }, { cause: error })
  if (hasCode(error, diskFull)) return new Problem('disk-full', {}, { cause: error })
  if (hasCode(error, crossed) || isAway(error)) return new Problem('server-busy', {}, { cause: error })
  return new Problem('internal', { requestId }, { cause: error })
}

/** ENOSPC and EDQUOT of the file system, 53100 of PostgreSQL. */
const diskFull = ['ENOSPC', 'EDQUOT', '53100']
/** Two transactions that waited for each other: the database let one of them go, and nothing of it was written. */
const crossed = ['40P01', '40001']

/** However deep. */
function hasCode(error: unknown, codes: readonly string[]): boolean {
  if (!(error instanceof Error)) return false
  return codes.includes(String((error as { code?: unknown }).code)) || hasCode(error.cause, codes)
}

/** Shows a problem to a person at a browser; set where there is a site to show it on. */
export type ProblemPage = (problem: Problem, request: FastifyRequest) => string

/** Sends a problem as a page to a person who followed a link, else as problem+json. */
export function answerProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  problem: Problem,
  page?: ProblemPage | null,
): FastifyReply {
  const retryAfter = problem.details['retryAfterSeconds']
  if (problem.status === 429 && retryAfter !== undefined) reply.header('retry-after', String(retryAfter))
  if (page && followedLink(request))
    return reply
      .status(problem.status)
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(page(problem, request))
  const answer: ProblemAnswer = {
    type: `urn:jianbao:problem:${problem.code}`,
    title: STATUS_CODES[problem.status] ?? 'Error',
    status: problem.status,
    code: problem.code,
    detail: problem.text(languageOf(request)),
    ...(Object.keys(problem.details).length
      ? { details: problem.details as Record<string, string | number> }
      : {}),
    requestId: request.id,
  }
  return reply
    .status(problem.status)
    .header('cache-control', 'no-store')
    .header('vary', 'Accept-Language')
    .type('application/problem+json')
    .serializer(JSON.stringify)
    .send(answer)
}

/** Or sent a form of a page. */
function followedLink(request: FastifyRequest): boolean {
  const { accept: wishes = '', 'content-type': type = '' } = request.headers
  const byPage = request.method === 'GET' || type.startsWith('application/x-www-form-urlencoded')
  return byPage && wishes.includes('text/html') && !request.url.startsWith('/api/')
}
