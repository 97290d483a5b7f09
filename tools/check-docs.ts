// Every path, npm script and `jianbao` command named in Markdown exists; every link leads somewhere.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { commands } from '../apps/server/cli-commands.ts'

const root = join(import.meta.dirname, '..')
const skipped = new Set(['node_modules', '.git', 'dist', 'data'])
const scripts = Object.keys(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts)
const faults: string[] = []

function* markdownBelow(folder: string): Generator<string> {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    if (skipped.has(entry.name)) continue
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* markdownBelow(path)
    else if (entry.name.endsWith('.md')) yield path
  }
}

const known = (path: string, from: string) =>
  existsSync(join(root, path)) || existsSync(join(root, dirname(from), path))

function checkFile(file: string): void {
  const lines = readFileSync(join(root, file), 'utf8').split('\n')
  lines.forEach((line, index) => {
    const fault = (what: string) => faults.push(`${file}:${index + 1} ${what}`)
    for (const [, target] of line.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)) {
      if (!/^[a-z]+:/.test(target!) && !known(target!, file)) fault(`link to ${target}, which does not exist`)
    }
    // A path in backticks: has a slash, begins with a folder of ours, no placeholder in it.
    for (const [, path] of line.matchAll(
      /`((?:apps|features|packages|docs|tools|demo|e2e|bench|\.ci)\/[\w./@-]*)`/g,
    )) {
      if (!known(path!, file)) fault(`names ${path}, which does not exist`)
    }
    for (const [, script] of line.matchAll(/npm (?:run )?(start|test|run [\w-]+|(?<=run )[\w-]+)/g)) {
      const name = script!.replace(/^run /, '')
      if (!scripts.includes(name)) fault(`names the script ${name}, which package.json lacks`)
    }
    for (const [, command] of line.matchAll(/npx jianbao ([a-z|]+)/g)) {
      for (const name of command!.split('|')) {
        if (!(name in commands)) fault(`names the command ${name}, which jianbao lacks`)
      }
    }
  })
}

for (const file of markdownBelow('.')) checkFile(file)
for (const fault of faults) console.error(fault)
process.exit(faults.length === 0 ? 0 : 1)
