// Runs on any Node from 20 on, before anything is installed: so no dependency and no TypeScript here.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '..')
const windows = process.platform === 'win32'

/** The project's own Node, pinned as an npm dependency. */
export const node = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node')

const packagesOf = file => JSON.parse(readFileSync(join(root, file), 'utf8')).packages

/** What is installed equals what the lock file says; optional parts for other machines may be absent. */
export function isInstalled() {
  const hidden = 'node_modules/.package-lock.json'
  if (!existsSync(join(root, hidden)) || !existsSync(node)) return false
  const present = packagesOf(hidden)
  return Object.entries(packagesOf('package-lock.json')).every(([path, wanted]) => {
    if (!path.includes('node_modules/') || wanted.link || wanted.optional || wanted.devOptional) return true
    return present[path]?.version === wanted.version
  })
}

/** Installs what is missing and says so; ends the process with npm's own code when that fails. */
export function ensureInstalled() {
  if (isInstalled()) return
  console.log('正在安装依赖，首次约需一两分钟 … (installing dependencies)')
  const npm = spawnSync(
    windows ? 'npm.cmd' : 'npm',
    ['install', '--no-save', '--loglevel=error', '--no-audit', '--no-fund'],
    {
      cwd: root,
      stdio: 'inherit',
      shell: windows,
    },
  )
  if (npm.status !== 0) process.exit(npm.status ?? 1)
}

/** Runs a command of the project under its own Node and returns its exit code. */
export function runNode(args, options = {}) {
  const run = spawnSync(node, args, { cwd: root, stdio: 'inherit', ...options })
  if (run.error) throw run.error
  return run.status ?? 1
}
