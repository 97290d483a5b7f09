import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { noScope } from '../access/scope.ts'
import { checkRoutes } from './check-routes.ts'
import { exactValidator } from './exact-validator.ts'
import { checkAnswer, fastifySchema, type RouteServices } from './mount-routes.ts'
import { languageOf } from './problem-answer.ts'
import type { Route, RouteContext, RouteSchema } from './route.ts'
import { storableInput } from './storable-input.ts'

/** Whoever plays is no user: nobody is looked up, and nothing is read or done in a user's scope. */
const forUsers = (): never => {
  throw new Error('a route of the fast lane has no caller')
}

/** A class: an object that is written with a getter has a shape of its own each time, and shapes live long. */
class FastContext {
  readonly caller = null
  readonly scope = noScope
  readonly read = forUsers
  readonly act = forUsers
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly params: unknown
  readonly query: unknown
  readonly body: unknown

  constructor(request: FastifyRequest, reply: FastifyReply) {
    this.request = request
    this.reply = reply
    this.params = request.params
    this.query = request.query
    this.body = request.body
  }

  get language(): 'zh' | 'en' {
    return languageOf(this.request)
  }
}

/**
 * Mounts routes of the fast lane: schemas as everywhere, but no look for a session, no scope and no entry in the trail,
 * so that a request costs little more than an empty one. `admit` comes before the body is read and throws a Problem to
 * refuse. Throws IncompleteRoute when a declaration has a hole.
 */
export function mountFastRoutes(
  app: FastifyInstance,
  services: Pick<RouteServices, 'checkAnswers'>,
  routes: readonly Route[],
  admit: (request: FastifyRequest, reply: FastifyReply, route: Route) => void,
): void {
  checkRoutes(routes)
  for (const route of routes) {
    const { method, path, schema } = route
    app.route({
      method,
      url: path,
      schema: fastifySchema(route),
      ...(schema.body ? { validatorCompiler: exactValidator } : {}),
      config: { declaration: route },
      onRequest: (request, reply, done) => {
        try {
          admit(request, reply, route)
          done()
        } catch (error) {
          done(error as Error)
        }
      },
      preValidation: (request, _reply, done) => {
        if (schema.query) storableInput(request.query)
        if (schema.body) request.body = storableInput(request.body)
        done()
      },
      handler: (request, reply) => {
        const context = new FastContext(request, reply) as unknown as RouteContext<RouteSchema>
        const answer = route.handler(context)
        if (!services.checkAnswers) return answer
        return answer.then(result => {
          if (!reply.sent) checkAnswer(route, reply.statusCode, result)
          return result
        })
      },
    })
  }
}
