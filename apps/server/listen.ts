import type { FastifyInstance } from 'fastify'

/** So many ports are tried upwards from the wished one. */
const tries = 50

/** Listens on `port`, or on the next free one. Returns the port taken. */
export async function listen(http: FastifyInstance, host: string, port: number): Promise<number> {
  for (let offset = 0; ; offset++) {
    try {
      await http.listen({ host, port: port === 0 ? 0 : port + offset })
      const address = http.server.address()
      return typeof address === 'object' && address ? address.port : port
    } catch (error) {
      const taken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE'
      if (!taken || offset >= tries || port + offset >= 65_535) throw error
    }
  }
}
