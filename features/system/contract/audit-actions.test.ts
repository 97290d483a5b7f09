import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { catalogue } from '@jianbao/errors'
import { expect, test } from 'vitest'
import { actionWords, auditActions, auditNouns } from './audit-actions.ts'
import { outcomeWords } from './outcome-words.ts'

const root = join(import.meta.dirname, '../../..')

/** Sources that can write an entry: what the server runs, without tests. */
function sources(): string[] {
  const folders = ['apps/server', 'packages/platform/src', ...rooms('server')]
  return folders.flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.ts') && !/test|fixture|node_modules/.test(name))
      .map(name => readFileSync(join(root, folder, name), 'utf8')),
  )
}

const rooms = (door: string): string[] =>
  readdirSync(join(root, 'features')).map(room => `features/${room}/${door}`)

/** Literals that look like an action: of routes, and what follows `action`, a deed or a conclusion of the system. */
const declared = /\b(?:audit|action):\s*(?:[^'\n]*\? )?'([a-z]+\.[a-z-]+)'/g
const alike = /(?<![./\w@-])'([a-z]+)\.(?!yaml')([a-z-]+)'/g

/** What people are told of and what waits for them is named alike; each has its words elsewhere. */
const kinds = ['notices/notice.texts.ts', 'work/work.texts.ts'].flatMap(file =>
  [...readFileSync(join(root, 'apps/desk', file), 'utf8').matchAll(/'kind\.([a-z.-]+)'/g)].map(
    ([, kind]) => kind!,
  ),
)

test('every action in the sources has words', () => {
  const texts = sources()
  const stated = texts.flatMap(text => [...text.matchAll(declared)].map(([, action]) => action!))
  const nouns = new Set(Object.keys(auditNouns))
  const likely = texts
    .flatMap(text => [...text.matchAll(alike)])
    .filter(([, noun]) => nouns.has(noun!))
    .map(([literal]) => literal.slice(1, -1))
  expect(kinds).toContain('commitment.issued')
  const found = new Set([...stated, ...likely.filter(name => !kinds.includes(name))])
  const lacking = [...found].filter(action => !Object.hasOwn(auditActions, action))
  expect(lacking, 'give them words in audit-actions.ts').toEqual([])
})

test('every action stands under a heading', () => {
  const nouns = new Set(Object.keys(auditActions).map(action => action.split('.')[0]!))
  expect([...nouns].sort()).toEqual(Object.keys(auditNouns).sort())
})

test('words of what is unknown are its name', () => {
  expect([actionWords('unit.move', 'zh'), actionWords('toString', 'zh')]).toEqual(['移动了单位', 'toString'])
  expect([outcomeWords('done', 'zh'), outcomeWords('nothing-known', 'en')]).toEqual(['完成', 'nothing-known'])
})

test.each(Object.keys(catalogue))('the outcome %s is a few words', code => {
  for (const language of ['zh', 'en'] as const) {
    const words = outcomeWords(code, language)
    expect(words).not.toMatch(/[{}]|^\s*$/)
    expect(words.length).toBeLessThan(language === 'zh' ? 40 : 110)
  }
})
