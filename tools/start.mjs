// `npm start`: install what is missing, build what is stale, then hand over to the server.
import { spawn } from 'node:child_process'
import { buildWhenStale } from './build.mjs'
import { ensureInstalled, node, root } from './install.mjs'

ensureInstalled()
buildWhenStale()

const server = spawn(node, ['apps/server/main.ts', ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' })
// The terminal sends Ctrl-C to the whole group; a service manager signals only this process.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) server.kill(signal)
  })
}
server.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
