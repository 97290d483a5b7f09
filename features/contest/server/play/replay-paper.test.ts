/** What the document says is what the program does: its Python draws the same papers. */
import { spawnSync } from 'node:child_process'
import { createSecretKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { DrawPart } from '../../contract/index.ts'
import { type DrawQuestion, drawPaper, prepareDraw } from './draw-paper.ts'

const page = readFileSync(new URL('../../../../docs/contest-papers.md', import.meta.url), 'utf8')
const script = page.match(/```python\n([\s\S]*?)```/)![1]!
const python = spawnSync('python3', ['--version']).status === 0

const key = Buffer.alloc(32, 9)
const types = ['true-false', 'single', 'multiple'] as const
const questions = Array.from(
  { length: 12 },
  (_, no): DrawQuestion => ({
    no,
    type: types[no % 3]!,
    category: no % 2 ? '科学' : '历史',
    difficulty: 'easy',
    optionCount: no % 3 === 0 ? 2 : 4,
    withdrawn: no === 5 ? 1 : null,
  }),
)
const any = { type: null, category: null, difficulty: null, points: 1 }
const draws: Record<string, DrawPart[]> = {
  'in turn': [
    { ...any, count: 2, type: 'true-false' },
    { ...any, count: 3, type: 'single' },
  ],
  // The first part often takes what the second needs.
  'by matching': [
    { ...any, count: 7 },
    { ...any, count: 3, type: 'single' },
  ],
}

test.skipIf(!python).each(Object.entries(draws))(
  'papers drawn %s are replayed from the document alone',
  (_, parts) => {
    const draw = prepareDraw(parts, questions, 1)
    const attempts = Array.from({ length: 200 }, (_, at) => ({ contestNo: 3, playerNo: at, n: at % 4 }))
    const given = {
      key: key.toString('hex'),
      attempts: attempts.map(({ contestNo, playerNo, n }) => [contestNo, playerNo, n]),
      candidates: draw.candidates,
      counts: parts.map(({ count }) => count),
      options: questions.map(({ optionCount }) => optionCount),
      fixed: [...draw.fixedOrder],
    }
    const asking = `
import json, sys
g = json.load(sys.stdin)
print(json.dumps([paper(bytes.fromhex(g["key"]), *one, g["candidates"], g["counts"], g["options"], g["fixed"])
  for one in g["attempts"]]))`
    const run = spawnSync('python3', ['-c', script + asking], {
      input: JSON.stringify(given),
      encoding: 'utf8',
    })
    expect(run.stderr).toBe('')
    const drawn = attempts.map(which => {
      const { questions: numbers, orders } = drawPaper(createSecretKey(key), draw, which)
      return [numbers, orders]
    })
    expect(JSON.parse(run.stdout)).toEqual(drawn)
  },
)
