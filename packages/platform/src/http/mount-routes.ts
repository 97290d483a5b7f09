import { Problem } from '@jianbao/errors'
import type { FastifyInstance, FastifyReply, FastifyRequest, FastifySchema } from 'fastify'
import { Value } from 'typebox/value'
import {
  type Act,
  type Bearer,
  type Caller,
  type CallerServices,
  enterScope,
  findCaller,
  homeOf,
  mayCall,
  type Person,
  type Read,
  readInScope,
  type Scope,
  scopeOf,
} from '../access/index.ts'
import { type Actor, act, type EntryDraft, Refusals } from '../audit/index.ts'
import type { Clock } from '../clock/index.ts'
import type { Database } from '../db/index.ts'
import { checkRoutes } from './check-routes.ts'
import { exactValidator } from './exact-validator.ts'
import { languageOf, ProblemAnswer } from './problem-answer.ts'
import { isFileAnswer, type Route, type RouteContext, type RouteSchema } from './route.ts'
import { storableInput } from './storable-input.ts'

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
  const refusals = new Refusals(services.db, services.clock)
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
        await admit(services, route, request, refusals)
      },
      // Before it is checked: what is nothing but such characters is too short.
      preValidation: async request => {
        storableInput(request.query)
        request.body = storableInput(request.body)
      },
      handler: (request, reply) => answer(services, route, request, reply, refusals),
    })
  }
}

const callers = new WeakMap<FastifyRequest, Caller | null>()

async function admit(
  services: RouteServices,
  route: Route,
  request: FastifyRequest,
  refusals: Refusals,
): Promise<void> {
  const caller = await findCaller(services, request.headers)
  callers.set(request, caller)
  const verdict = mayCall(route.access, caller?.person ?? null, route.duringSetUp)
  if (verdict === 'allowed') return
  if (route.audit && caller)
    await refusals.note(
      { actor: actorOf(route, caller), action: route.audit, object: idOf(request) },
      verdict,
    )
  throw new Problem(verdict)
}

/** A stream outlives its request: so often it is asked anew who hears it. */
const askAgainMs = 2_000

/** Who calls, with the posts they hold by now. Throws when the route is no longer for them. */
async function findStill(
  services: RouteServices,
  route: Route,
  request: FastifyRequest,
): Promise<Person | null> {
  const person = (await findCaller(services, request.headers))?.person ?? null
  const verdict = mayCall(route.access, person, route.duringSetUp)
  if (verdict !== 'allowed') throw new Problem(verdict)
  return person
}

/** Whoever calls, in the topmost unit where they hold a role the route is for. */
function actorOf(route: Route, caller: Caller | null): Actor {
  const unitId = homeOf(scopeOf(caller?.person ?? null, route.access))?.unitId ?? null
  return { kind: 'person', id: caller?.person.id ?? 'anonymous', unitId }
}

/** What is no deed is written in the caller's scope too, only without an entry. */
function actUnrecorded<T>(
  db: Database,
  bearer: Bearer,
  work: (tx: Database, scope: Scope, entry: EntryDraft) => Promise<T>,
): Promise<T> {
  return db.transaction(async tx => {
    await enterScope(tx, bearer)
    return work(tx, bearer.scope, {})
  })
}

function idOf(request: FastifyRequest): string | null {
  return (request.params as { id?: string } | null)?.id ?? null
}

async function answer(
  services: RouteServices,
  route: Route,
  request: FastifyRequest,
  reply: FastifyReply,
  refusals: Refusals,
): Promise<unknown> {
  const { db, clock } = services
  const caller = callers.get(request) ?? null
  const actor = actorOf(route, caller)
  const person = caller?.person ?? null
  const scope = scopeOf(person, route.access)
  const bearer = { scope, personId: person?.id ?? null }
  let [present, asked] = [person, performance.now()]
  const read: Read = async (work, roles) => {
    if (reply.raw.headersSent && performance.now() - asked > askAgainMs)
      [present, asked] = [await findStill(services, route, request), performance.now()]
    const its = { ...bearer, scope: scopeOf(present, roles ?? route.access) }
    return readInScope(db, its, tx => work(tx, its.scope))
  }
  let acted = false
  const actOnce: Act = async (object, work) => {
    if (route.unrecorded) return actUnrecorded(db, bearer, work)
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
    // A form handed back with what is to be mended is no deed.
    if (route.audit && !acted && reply.statusCode < 400)
      throw new Error(`${route.operationId} answered without its audit entry`)
    // A reply is thenable: awaiting one that was sent by the handler gives nothing back.
    if (reply.sent) return reply
    if (services.checkAnswers) checkAnswer(route, reply.statusCode, result)
    return result
  } catch (error) {
    if (route.audit && error instanceof Problem)
      await refusals.note({ actor, action: route.audit, object: idOf(request) }, error.code)
    throw error
  }
}

export function checkAnswer(route: Route, status: number, result: unknown): void {
  const schema = route.schema.response[status]
  if (schema && (isFileAnswer(schema) || Value.Check(schema, parsed(result)))) return
  throw new Error(`${route.operationId} answered ${status} against its schema`)
}

/** What was written as JSON already. */
const parsed = (result: unknown): unknown =>
  Buffer.isBuffer(result) ? (JSON.parse(result.toString()) as unknown) : result

const problem = {
  description: 'What went wrong',
  content: { 'application/problem+json': { schema: ProblemAnswer } },
}

export function fastifySchema(route: Route): FastifySchema {
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
