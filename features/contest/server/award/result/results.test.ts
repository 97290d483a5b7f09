import { spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { testCode } from '../award.fixture.ts'
import { blockLines, climb, leafOf, nodeOf, pathOf, rootOf } from './merkle.ts'
import { checkOf, factsText, headLine, readLine, resultLine } from './result-lines.ts'
import { resultsScript } from './results-script.ts'
import { verifyResults } from './verify-results.ts'

const folder = mkdtempSync(join(tmpdir(), 'jianbao-results-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const python = spawnSync('python3', ['--version'], { encoding: 'utf8' }).status === 0
if (!python) console.info('python3 is not on this machine: the check of docs/contest-results.md is not run')

/** The tree as the RFC words it, split at the greatest power of two: held against the one that goes level by level. */
function rfc6962(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 1) return leaves[0]!
  let split = 1
  while (split * 2 < leaves.length) split *= 2
  return nodeOf(rfc6962(leaves.slice(0, split)), rfc6962(leaves.slice(split)))
}
const leaves = (count: number) => Array.from({ length: count }, (_, at) => leafOf(`line ${at}`))

test('the tree is that of RFC 6962, also in branches; every leaf leads to its root, and no other does', () => {
  for (const count of [1, 2, 3, 4, 5, 6, 7, 8, 9, 31, 33, 255, 256, 257, 511, 513, 770]) {
    const all = leaves(count)
    const root = rootOf(all)
    expect(root.equals(rfc6962(all)), `${count}`).toBe(true)
    const branches = Array.from({ length: Math.ceil(count / blockLines) }, (_, at) =>
      rootOf(all.slice(at * blockLines, (at + 1) * blockLines)),
    )
    expect(rootOf(branches).equals(root), `${count} in branches`).toBe(true)
    for (const at of new Set([0, count >> 1, count - 1])) {
      expect(climb(all[at]!, pathOf(all, at)).equals(root)).toBe(true)
      if (count > 1) expect(climb(leafOf('other'), pathOf(all, at)).equals(root)).toBe(false)
    }
  }
})

const name = fc.string({ unit: 'binary', maxLength: 12 })
const facts = fc.record({
  name,
  unit: name,
  points: fc.integer({ min: 0, max: 1000 }),
  attempts: fc.integer({ min: 1, max: 99 }),
  ms: fc.integer({ min: 0, max: 9_999_999 }),
})

/** A list of such players, sorted as a list is. */
function listOf(
  players: readonly { name: string; unit: string; points: number; attempts: number; ms: number }[],
) {
  const sorted = [...players].sort((one, other) => other.points - one.points)
  const people = sorted.map((player, at) => ({
    code: testCode(at),
    receipt: randomBytes(16).toString('hex'),
    player,
  }))
  const head = headLine({
    slug: 'c',
    title: '竞赛',
    organiser: '协会',
    edition: 1,
    madeAt: '2026-06-01T00:00:00.000Z',
  })
  const lines = people.map(({ player, code, receipt }, at) =>
    resultLine(
      {
        ...player,
        place: at + 1,
        group: '',
        points: String(player.points),
        time: (player.ms / 1000).toFixed(1),
      },
      receipt,
      code,
    ),
  )
  return { people, text: `${[head, ...lines].join('\n')}\n` }
}

test('whatever names hold, a list holds, every line is proved by its own code and receipt alone', () => {
  fc.assert(
    fc.property(fc.array(facts, { minLength: 1, maxLength: 12 }), players => {
      const { people, text } = listOf(players)
      const whole = verifyResults(Buffer.from(text))!
      expect(whole).toMatchObject({ lines: players.length, faults: [] })
      for (const [at, { code, receipt }] of people.entries()) {
        const own = verifyResults(Buffer.from(text), {
          root: whole.root,
          code: ` ${code.toLowerCase()}`,
          receipt,
        })!
        expect([own.ownLine, own.faults]).toEqual([at + 2, []])
      }
      const stranger = verifyResults(Buffer.from(text), { code: people[0]!.code, receipt: '0'.repeat(32) })!
      expect(stranger.faults).toEqual(['own-line'])
    }),
    { numRuns: 60 },
  )
})

test('any altered byte is found', () => {
  const { text } = listOf([
    { name: '李*宁', unit: '一县', points: 90, attempts: 2, ms: 1234 },
    { name: '王*', unit: '', points: 80, attempts: 1, ms: 99 },
    { name: 'a', unit: 'b', points: 80, attempts: 1, ms: 99 },
  ])
  const bytes = Buffer.from(text)
  const { root } = verifyResults(bytes)!
  for (let at = 0; at < bytes.length; at++)
    for (const flip of [1, 0x20, 0x80]) {
      const altered = Buffer.from(bytes)
      altered[at] = altered[at]! ^ flip
      const told = verifyResults(altered, { root })
      expect(told === null || told.faults.includes('root'), `byte ${at}`).toBe(true)
    }
  const lines = text.split('\n')
  const swapped = [lines[0], lines[2], lines[1], ...lines.slice(3)].join('\n')
  expect(verifyResults(Buffer.from(swapped), { root })!.faults).toEqual(['order', 'root'])
  expect(verifyResults(Buffer.from(`${lines.slice(0, 3).join('\n')}\n`), { root })!.faults).toEqual(['root'])
})

test('a line belongs to one code: the same words under another code have another check value', () => {
  const text = factsText({
    place: 1,
    name: '李*宁',
    unit: '',
    group: '',
    points: '90',
    time: '1.0',
    attempts: 1,
  })
  const seen = new Set<string>()
  for (let at = 0; at < 300; at++) seen.add(checkOf(text, '0'.repeat(32), testCode(at)))
  expect(seen.size).toBe(300)
  expect(readLine(`${text}\t${'f'.repeat(64)}`)).toMatchObject({
    place: 1,
    name: '李*宁',
    points: '90',
    text,
  })
})

test('the page holds the script that the site shows', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../../../docs/contest-results.md'), 'utf8')
  const [, script] = /```python\n([\s\S]*?)```/.exec(page)!
  expect(script).toBe(resultsScript())
  expect(script!.trim().split('\n').length).toBeLessThanOrEqual(30)
})

test.skipIf(!python)('another language comes to the same root and the same line', () => {
  const [file, program] = [join(folder, 'list.tsv'), join(folder, 'check.py')]
  writeFileSync(program, resultsScript())
  for (const players of fc.sample(fc.array(facts, { minLength: 1, maxLength: 40 }), {
    seed: 5,
    numRuns: 6,
  })) {
    const { people, text } = listOf(players)
    writeFileSync(file, text)
    const [last] = people.slice(-1)
    const run = spawnSync('python3', [program, file, last!.code, last!.receipt], { encoding: 'utf8' })
    expect(run.stdout.trim().split('\n')).toEqual([
      `root ${verifyResults(Buffer.from(text))!.root}`,
      `sha256 ${createHash('sha256').update(text).digest('hex')}`,
      `lines ${players.length} True`,
      `own line ${players.length + 1}`,
    ])
  }
})
