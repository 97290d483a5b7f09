#!/usr/bin/env node
// The command line's door: brings the project's own Node, then runs the commands written in TypeScript.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureInstalled, node, root } from './install.mjs'

if (process.stdout.isTTY) ensureInstalled()
const cli = spawn(node, [join(root, 'apps/server/cli.ts'), ...process.argv.slice(2)], { stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => cli.kill(signal))
cli.on('error', error => {
  console.error(`jianbao: ${error.message}; run \`npm install\` first`)
  process.exit(2)
})
cli.on('exit', code => process.exit(code ?? 1))
