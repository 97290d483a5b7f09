import { Problem } from '@jianbao/errors'
import type { FastifyInstance, FastifyReply, FastifyRequest, FastifySchema } from 'fastify'
import { Value } from 'typebox/value'
import {
  type Act,
  type Caller,
  type CallerServices,
  enterScope,
  findCaller,
  mayCall,
  type Read,
  readInScope,
  scopeOf,
} from '../access/index.ts'
import { type Actor, act, noteRefusal } from '../audit/index.ts'
import type { Clock } from '../clock/index.ts'
import { checkRoutes } from './check-routes.ts'
import { exactValidator } from './exact-validator.ts'
import { languageOf, ProblemAnswer } from './problem-answer.ts'
import { isFileAnswer, type Route, type RouteContext, type RouteSchema } from './route.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    declaration?: Route
    /** Why a route under /api has no declaration. */
    undeclared?: string
  }
}

export type RouteServices = CallerServices & {
  clock: Clock
  /** Checks every JSON answer against its schema; for tests. */
  checkAnswers?: boolean
}

/** Mounts declared routes. Throws IncompleteRoute before any of them is reachable. */
export function mountRoutes(app: FastifyInstance, services: RouteServices, routes: readonly Route[]): void {
  checkRoutes(routes)
  for (const route of routes) {
    app.route({
      method: route.method,
      url: route.path,
      schema: fastifySchema(route),
      ...(route.schema.body ? { validatorCompiler: exactValidator } : {}),
      config: {
        declaration: route,
        ...(route.perMinute ? { rateLimit: { max: route.perMinute, timeWindow: '1 minute' } } : {}),
      },
      // Who calls is settled before the body is read: a stranger's upload never starts.
      onRequest: async request => {
        await admit(services, route, request)
      },
      handler: (request, reply) => answer(services, route, request, reply),
    })
  }
}

const callers = new WeakMap<FastifyRequest, Caller | null>()

async function admit(services: RouteServices, route: Route, request: FastifyRequest): Promise<void> {
  const caller = await findCaller(services, request.headers)
  callers.set(request, caller)
  const verdict = mayCall(route.access, caller?.person ?? null, route.duringSetUp)
  if (verdict !== 'allowed') throw new Problem(verdict)
}

async function answer(
  services: RouteServices,
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const { db, clock } = services
  const caller = callers.get(request) ?? null
  const actor: Actor = { kind: 'person', id: caller?.person.id ?? 'anonymous' }
  const person = caller?.person ?? null
  const scope = scopeOf(person, route.access)
  const bearer = { scope, personId: person?.id ?? null }
  const read: Read = (work, roles) => {
    const its = roles ? { ...bearer, scope: scopeOf(person, roles) } : bearer
    return readInScope(db, its, tx => work(tx, its.scope))
  }
  let acted = false
  const actOnce: Act = async (object, work) => {
    if (!route.audit) throw new Error(`${route.operationId} declares no action`)
    const result = await act(db, clock, { actor, action: route.audit, object }, async (tx, entry) => {
      await enterScope(tx, bearer)
      return work(tx, scope, entry)
    })
    acted = true
    return result
  }
  const context = {
    params: request.params,
    query: request.query,
    body: request.body,
    caller,
    scope,
    read,
    act: actOnce,
    language: languageOf(request),
    request,
    reply,
  } as RouteContext<RouteSchema>
  try {
    const result = await route.handler(context)
    if (route.audit && !acted) throw new Error(`${route.operationId} answered without its audit entry`)
    // A reply is thenable: awaiting one that was sent by the handler gives nothing back.
    if (reply.sent) return reply
    if (services.checkAnswers) checkAnswer(route, reply.statusCode, result)
    return result
  } catch (error) {
    if (route.audit && error instanceof Problem) {
      const object = (request.params as { id?: string } | null)?.id ?? null
      await noteRefusal(db, clock, { actor, action: route.audit, object }, error.code)
    }
    throw error
  }
}

function checkAnswer(route: Route, status: number, result: unknown): void {
  const schema = route.schema.response[status]
  if (schema && (isFileAnswer(schema) || Value.Check(schema, result))) return
  throw new Error(`${route.operationId} answered ${status} against its schema`)
}

const problem = {
  description: 'What went wrong',
  content: { 'application/problem+json': { schema: ProblemAnswer } },
}

function fastifySchema(route: Route): FastifySchema {
  const { params, query, body, response } = route.schema
  const answers = Object.entries(response).map(([status, schema]) => [
    status,
    isFileAnswer(schema)
      ? {
          description: 'a file',
          content: Object.fromEntries(
            schema.mediaTypes.map(type => [type, { schema: { type: 'string', format: 'binary' } }]),
          ),
        }
      : schema,
  ])
  return {
    operationId: route.operationId,
    summary: route.summary,
    tags: route.tags,
    ...(params ? { params } : {}),
    ...(query ? { querystring: query } : {}),
    ...(body ? { body } : {}),
    response: { ...Object.fromEntries(answers), '4xx': problem, '5xx': problem },
  } as FastifySchema
}
