import type { FastifyInstance } from 'fastify'

/** The page brings its script and styles in itself, so this one page may run them; nothing is loaded from elsewhere. */
const policy =
  "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:"

/** Scalar's pages of the API. Four megabytes of script, so they are loaded by the first reader, not at start. */
export function mountReference(app: FastifyInstance): void {
  let pages: Promise<FastifyInstance> | null = null
  const open = async (): Promise<FastifyInstance> => {
    const [{ default: fastify }, { default: scalar }] = await Promise.all([
      import('fastify'),
      import('@scalar/fastify-api-reference'),
    ])
    const inner = fastify()
    await inner.register(scalar, {
      routePrefix: '/api/reference',
      configuration: {
        url: '/api/openapi.json',
        pageTitle: '简报台 · API',
        withDefaultFonts: false,
        telemetry: false,
        agent: { disabled: true },
        mcp: { disabled: true },
        showDeveloperTools: 'never',
      },
    })
    return inner
  }
  const serve = async (url: string) => {
    pages ??= open()
    return (await pages).inject({ method: 'GET', url })
  }
  for (const path of ['/api/reference', '/api/reference/*']) {
    app.get(
      path,
      { schema: { hide: true }, config: { undeclared: 'pages to read, for anyone' } },
      async (request, reply) => {
        const page = await serve(request.url)
        if (page.statusCode >= 300 && page.statusCode < 400)
          return reply.redirect(String(page.headers.location))
        return reply
          .status(page.statusCode)
          .header('content-security-policy', policy)
          .type(String(page.headers['content-type'] ?? 'text/html'))
          .send(page.rawPayload)
      },
    )
  }
}
