/** The process. Says that it is there before anything heavy is loaded. */
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { readConfig, rootFolder } from './config.ts'
import { fail } from './fail.ts'

try {
  // Compiled code is kept beside the packages it came from: the second start need not compile again.
  enableCompileCache(join(rootFolder, 'node_modules/.cache/jianbao-compile'))
  const config = readConfig()
  process.stdout.write(`简报台 ${config.version}\n`)
  const { runServer } = await import('./run-server.ts')
  await runServer(config)
} catch (error) {
  fail(error)
}
