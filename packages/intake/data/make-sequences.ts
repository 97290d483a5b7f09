/**
 * Which Chinese characters follow each other in the invented bulletins of this repository: `sequences.txt`, one first
 * character a line with those that followed it once, 2 to 3 times, and more often. Held-out and magazine texts are left
 * out, they measure. Run: `node packages/intake/data/make-sequences.ts`.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../../..')
const folders = ['packages/intake/fixtures', 'packages/intake/gold', 'demo/archive']
const files = folders.flatMap(folder =>
  readdirSync(join(root, folder))
    .filter(name => name.endsWith('.txt'))
    .map(name => join(root, folder, name)),
)
const texts = [...files, join(root, 'packages/intake/src/facts/invented-bulletins.fixture.json')].map(file =>
  readFileSync(file, 'utf8'),
)

const followers = new Map<string, Map<string, number>>()
for (const text of texts)
  for (const run of text.replace(/[\s\u3000]+/gu, '').match(/\p{Script=Han}{2,}/gu) ?? [])
    for (let i = 0; i + 1 < run.length; i++) {
      const own = followers.get(run[i]!) ?? new Map<string, number>()
      own.set(run[i + 1]!, (own.get(run[i + 1]!) ?? 0) + 1)
      followers.set(run[i]!, own)
    }

const lines = [...followers]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([first, own]) => {
    const within = (least: number, most: number) =>
      [...own]
        .flatMap(([second, count]) => (count >= least && count <= most ? [second] : []))
        .sort()
        .join('')
    return `${first}\t${within(1, 1)}\t${within(2, 3)}\t${within(4, Number.POSITIVE_INFINITY)}`
  })
writeFileSync(join(import.meta.dirname, 'sequences.txt'), `${lines.join('\n')}\n`)
