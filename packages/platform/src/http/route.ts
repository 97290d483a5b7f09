/** The route is the declaration: what it takes and answers, who may call it, how it is recorded. */
import type { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Static, TSchema } from 'typebox'
import type { AccessRule, Act, Caller, Read, Scope } from '../access/index.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** An answer that is no JSON: a file or a stream of one of these media types. */
export type FileAnswer = { readonly mediaTypes: readonly string[] }

export type RouteSchema = {
  params?: TSchema
  query?: TSchema
  body?: TSchema
  response: Record<number, TSchema | FileAnswer>
}

type Shape<T> = T extends TSchema ? Static<T> : undefined
type AnswerOf<T> = T extends FileAnswer
  ? Readable | Uint8Array | string
  : T extends TSchema
    ? Static<T>
    : never
export type Answer<S extends RouteSchema> = AnswerOf<S['response'][keyof S['response']]> | FastifyReply

/** What a handler is given; params, query and body have passed their schemas. */
export type RouteContext<S extends RouteSchema> = {
  readonly params: Shape<S['params']>
  readonly query: Shape<S['query']>
  readonly body: Shape<S['body']>
  /** Who calls; null only on routes for anyone. */
  readonly caller: Caller | null
  /** The part of the federation in which the caller holds a role the route is for; nothing on routes for others. */
  readonly scope: Scope
  readonly read: Read
  readonly act: Act
  readonly language: 'zh' | 'en'
  readonly request: FastifyRequest
  readonly reply: FastifyReply
}

export type RouteDeclaration<S extends RouteSchema> = {
  operationId: string
  method: Method
  path: string
  summary: string
  tags: readonly string[]
  access: AccessRule
  /** Name of the audited action, `document.receive`; null on GET and where `unrecorded` says why. */
  audit: string | null
  /** Why an unsafe route leaves no entry: it is a sign of life, no deed. */
  unrecorded?: string
  schema: S
  /** The body is one uploaded file in this multipart field. */
  upload?: { field: string }
  /** The body is a form sent by a page without script: texts by name. */
  form?: true
  /** Calls allowed per minute and address, where the common limit is too generous. */
  perMinute?: number
  /**
   * `fast`: asked by very many at once. It is answered by a lean server in front of the others too, so its handler leaves
   * `read` and `act` alone and nobody is signed in there.
   */
  lane?: 'fast'
  /** Open to a person who must change a one-time password or set up the second factor first. */
  duringSetUp?: boolean
  handler: (context: RouteContext<S>) => Promise<Answer<S>>
}

/** A declared route, its types folded away; what rooms hand to the app. */
export type Route = Omit<RouteDeclaration<RouteSchema>, 'handler'> & {
  readonly handler: (context: RouteContext<RouteSchema>) => Promise<unknown>
}

/** Declares a route; the handler's types come from the schema. */
export function defineRoute<const S extends RouteSchema>(declaration: RouteDeclaration<S>): Route {
  return declaration as unknown as Route
}

export function isFileAnswer(answer: TSchema | FileAnswer): answer is FileAnswer {
  return 'mediaTypes' in answer
}
