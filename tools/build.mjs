// Builds the staff app when its sources are newer than what was built.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, runNode } from './install.mjs'

const sources = [
  'apps/desk',
  'features',
  'packages/ui',
  'packages/client',
  'packages/intake/src',
  'packages/proofreading/src',
  'package-lock.json',
]
const stamp = join(root, 'apps/desk/dist/.built-from')

function* filesBelow(path) {
  if (!statSync(path).isDirectory()) return yield path
  for (const entry of readdirSync(path).sort()) {
    if (entry !== 'dist' && entry !== 'node_modules') yield* filesBelow(join(path, entry))
  }
}

function fingerprint() {
  const hash = createHash('sha256')
  for (const source of sources) {
    for (const file of filesBelow(join(root, source)))
      hash.update(file.slice(root.length)).update(readFileSync(file))
  }
  return hash.digest('hex')
}

/** @returns {boolean} whether a build was needed */
export function buildWhenStale() {
  const current = fingerprint()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === current) return false
  console.log('正在构建工作台页面 … (building the desk)')
  const code = runNode(['node_modules/vite/bin/vite.js', 'build', 'apps/desk', '--logLevel', 'warn'])
  if (code !== 0) process.exit(code)
  writeFileSync(stamp, current)
  return true
}
