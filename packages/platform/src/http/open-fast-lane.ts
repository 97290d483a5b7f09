import type { IncomingMessage, ServerResponse } from 'node:http'
import { Problem } from '@jianbao/errors'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify'
import type { Logger } from 'pino'
import { checkOrigin } from './check-origin.ts'
import { IncompleteRoute } from './check-routes.ts'
import { mountFastRoutes } from './mount-fast-routes.ts'
import type { RouteServices } from './mount-routes.ts'
import { answerProblem, toProblem } from './problem-answer.ts'
import { isFileAnswer, type Route } from './route.ts'

export type FastLane = {
  /** Whether a request is answered here. */
  takes(request: IncomingMessage): boolean
  answer(request: IncomingMessage, response: ServerResponse): void
  close(): Promise<void>
}

/** What helmet would say, once for all: pages of the lane need nothing from elsewhere. */
const headers = {
  'content-security-policy':
    "default-src 'self';script-src 'self';style-src 'self' 'unsafe-inline';img-src 'self' data:;object-src 'none';base-uri 'self';form-action 'self';frame-ancestors 'self'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
} as const

/** JSON is shown by nobody and runs nothing. */
const headersOfData = { 'x-content-type-options': 'nosniff' } as const
const isPage = ({ schema }: Route): boolean => Object.values(schema.response).some(isFileAnswer)

/**
 * A lean server for routes that are declared `lane: 'fast'`: no compression, no line in the log, no common limit; how often
 * a network may ask is for `admit`, which throws a Problem. Everything else is answered as everywhere: closed schemas,
 * problems. Every declared route below `prefix` is in the lane, and nothing else; `besides`: files below it that are not.
 */
export async function openFastLane(options: {
  prefix: string
  besides: string
  routes: readonly Route[]
  services: RouteServices
  logger: Logger
  publicOrigin: string | null
  hostNames: readonly string[]
  bodyLimit: number
  admit?: (ip: string, operationId: string) => void
}): Promise<FastLane> {
  const { prefix, besides, services, logger, publicOrigin, hostNames, admit } = options
  const ours = { publicOrigin, hostNames }
  const app = fastify({
    loggerInstance: logger as never,
    // One logger for all: one of its own for each request is what a page can do without.
    childLoggerFactory: its => its,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: publicOrigin !== null && ((_address, hop) => hop === 0),
    bodyLimit: options.bodyLimit,
    requestTimeout: 30_000,
    requestIdHeader: false,
    frameworkErrors: (_error: unknown, request: FastifyRequest, reply: FastifyReply) =>
      void answerProblem(request, reply, new Problem('not-found')),
    routerOptions: { maxParamLength: 200 },
    ajv: { customOptions: { removeAdditional: false, coerceTypes: 'array', allErrors: false } },
  }) as unknown as FastifyInstance
  app.setSerializerCompiler(() => answer => JSON.stringify(answer))
  app.setErrorHandler((error, request, reply) => {
    const problem = toProblem(error, request.id)
    if (problem.status >= 500)
      request.log.error({ reqId: request.id, err: problem.cause ?? problem, code: problem.code }, 'failed')
    return answerProblem(request, reply, problem)
  })
  app.setNotFoundHandler((request, reply) =>
    answerProblem(request, reply.headers(headers), new Problem('not-found')),
  )
  const routes = options.routes.filter(route => route.lane === 'fast')
  const astray = options.routes.find(({ path, lane }) => path.startsWith(prefix) !== (lane === 'fast'))
  if (astray)
    throw new IncompleteRoute(`${astray.path}: below ${prefix} and not in the fast lane, or the other way`)
  const pages = new Set(routes.filter(isPage))
  mountFastRoutes(app, services, routes, (request, reply, route) => {
    reply.headers(pages.has(route) ? headers : headersOfData)
    checkOrigin(request, ours)
    admit?.(request.ip, route.operationId)
  })
  await app.ready()
  return {
    takes: ({ url = '' }) => url.startsWith(prefix) && !url.startsWith(besides),
    answer: (request, response) => app.routing(request, response),
    close: async () => {
      await app.close()
    },
  }
}
