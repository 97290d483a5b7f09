// Builds the staff app and the player of contests when their sources are newer than what was built.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, runNode } from './install.mjs'

const builds = [
  {
    app: 'apps/desk',
    saying: '正在构建工作台页面 … (building the desk)',
    sources: [
      'apps/desk',
      'features',
      'packages/ui',
      'packages/client',
      'packages/intake/src',
      'packages/proofreading/src',
      'package-lock.json',
    ],
  },
  {
    app: 'apps/public',
    saying: '正在构建竞赛答题页 … (building the player of contests)',
    sources: [
      'apps/public/vite.config.ts',
      'features/contest/public/player',
      'features/contest/contract',
      'package-lock.json',
    ],
  },
]

function* filesBelow(path) {
  if (!statSync(path).isDirectory()) return yield path
  for (const entry of readdirSync(path).sort()) {
    if (entry !== 'dist' && entry !== 'node_modules') yield* filesBelow(join(path, entry))
  }
}

function fingerprint(sources) {
  const hash = createHash('sha256')
  for (const source of sources) {
    for (const file of filesBelow(join(root, source)))
      hash.update(file.slice(root.length)).update(readFileSync(file))
  }
  return hash.digest('hex')
}

/** @returns {boolean} whether a build was needed */
export function buildWhenStale() {
  return builds.map(buildOne).some(Boolean)
}

function buildOne({ app, saying, sources }) {
  const stamp = join(root, app, 'dist/.built-from')
  const current = fingerprint(sources)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === current) return false
  console.log(saying)
  const code = runNode(['node_modules/vite/bin/vite.js', 'build', app, '--logLevel', 'warn'])
  if (code !== 0) process.exit(code)
  writeFileSync(stamp, current)
  return true
}
