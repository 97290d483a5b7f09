import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import compress from '@fastify/compress'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit, { normalizeIP } from '@fastify/rate-limit'
import { Problem } from '@jianbao/errors'
import fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
  type RouteOptions,
} from 'fastify'
import type { Logger } from 'pino'
import { describeApi } from './api-document.ts'
import { checkOrigin } from './check-origin.ts'
import { IncompleteRoute } from './check-routes.ts'
import type { FastLane } from './open-fast-lane.ts'
import { answerProblem, type ProblemPage, toProblem } from './problem-answer.ts'
import { isRequestDay, isRequestId } from './storable-input.ts'

export type HttpOptions = {
  version: string
  logger: Logger
  /** Origin people use, when a proxy stands in front: `https://jianbao.example`. */
  publicOrigin: string | null
  /** Names people may call this machine by when no proxy stands in front; addresses and localhost always count. */
  hostNames?: readonly string[]
  requestsPerMinute: number
  /** Looked up when a problem is shown: the site is mounted later. */
  problemPage?: () => ProblemPage | null
  /** Answers some requests in front; looked up at each request: it is opened later. */
  lane?: () => FastLane | null
}

const requestTimeoutMs = 300_000

/** Fastify with everything that holds for all routes: limits, headers, closed schemas, problems, one log line each. */
export async function openHttp(options: HttpOptions): Promise<FastifyInstance> {
  const { publicOrigin, hostNames = [] } = options
  const origins = { publicOrigin, hostNames }
  const app = fastify({
    loggerInstance: options.logger as never,
    // One line per answer is written below, without addresses.
    logController: new LogController({ disableRequestLogging: true }),
    // Only the proxy we were told of is believed about who called, not what callers themselves told it.
    trustProxy: publicOrigin !== null && ((_address, hop) => hop === 0),
    bodyLimit: 1024 * 1024,
    requestTimeout: requestTimeoutMs,
    genReqId: () => randomUUID(),
    // An address that cannot be decoded is none.
    frameworkErrors: (_error: unknown, request: FastifyRequest, reply: FastifyReply) =>
      void answerProblem(request, reply, new Problem('not-found'), options.problemPage?.()),
    requestIdHeader: false,
    forceCloseConnections: true,
    serverFactory: handler =>
      createServer({ requestTimeout: requestTimeoutMs }, (request, response) => {
        const lane = options.lane?.()
        if (lane?.takes(request)) lane.answer(request, response)
        else handler(request, response)
      }),
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: false },
    ajv: {
      customOptions: { removeAdditional: false, coerceTypes: 'array', allErrors: false },
      onCreate: ajv => {
        ajv.addFormat('date', isRequestDay)
        ajv.addFormat('uuid', isRequestId)
      },
    },
  }) as unknown as FastifyInstance

  // Answers are proven against their closed schemas in tests; compiling writers for them would double the start.
  app.setSerializerCompiler(() => answer => JSON.stringify(answer))
  app.setErrorHandler((error, request, reply) => {
    const problem = toProblem(error, request.id)
    if (problem.status >= 500)
      request.log.error({ err: problem.cause ?? problem, code: problem.code }, 'failed')
    return answerProblem(request, reply, problem, options.problemPage?.())
  })
  app.setNotFoundHandler((request, reply) =>
    answerProblem(request, reply, new Problem('not-found'), options.problemPage?.()),
  )
  app.addHook('onRoute', refuseUndeclared)
  app.addHook('onRequest', async request => checkOrigin(request, origins))
  app.addHook('onResponse', async (request, reply) => {
    // The pattern, not the address: what people search for and file names do not belong in a log.
    const { method, routeOptions } = request
    const entry = {
      method,
      route: routeOptions.url,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    }
    request.log.info(entry, 'answered')
  })

  const https = options.publicOrigin?.startsWith('https:') ?? false
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // Ant Design writes its styles into the page at run time.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'"],
        workerSrc: ["'self'", 'blob:'],
        frameSrc: ["'self'", 'blob:'],
        frameAncestors: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        ...(https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    frameguard: { action: 'sameorigin' },
    hsts: https,
    referrerPolicy: { policy: 'same-origin' },
  })
  await app.register(rateLimit, {
    max: options.requestsPerMinute,
    timeWindow: '1 minute',
    // A caller that hung up has no address any more; all of them count as one.
    keyGenerator: ({ ip }: { ip: string | undefined }) => (ip === undefined ? 'gone' : normalizeIP(ip)),
    errorResponseBuilder: (_request, context) =>
      new Problem('too-many-requests', { retryAfterSeconds: Math.ceil(context.ttl / 1000) }),
  })
  await app.register(compress, { threshold: 1024, encodings: ['br', 'gzip'] })
  await app.register(multipart, { throwFileSizeLimit: false })
  readForms(app)
  await describeApi(app, options.version)
  return app
}

const formLimitBytes = 64 * 1024

/** Forms of pages without script, where a route is for them. Of a field sent twice the last counts. */
function readForms(app: FastifyInstance): void {
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: formLimitBytes },
    async (request: FastifyRequest, body: string) => {
      if (!request.routeOptions.config.declaration?.form)
        throw new Problem('bad-request', { reason: 'no form' })
      return Object.fromEntries(new URLSearchParams(body))
    },
  )
}

/** A route under /api that went round its declaration stops the start, whoever mounted it. */
function refuseUndeclared({ url, method, config }: RouteOptions & { url: string }): void {
  if (!url.startsWith('/api/') || config?.declaration || config?.undeclared) return
  throw new IncompleteRoute(`${String(method)} ${url}: not declared`)
}
