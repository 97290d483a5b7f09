/** The least a Fastify server can do: what the contest's routes are measured against. */
import fastify from 'fastify'

const app = fastify()
app.get('/', async () => 'ok')
await app.listen({ host: '127.0.0.1', port: 0 })
process.send!((app.server.address() as { port: number }).port)
process.once('disconnect', () => process.exit(0))
