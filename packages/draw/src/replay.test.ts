/** The published description is what is tested: its thirty lines are taken out of docs/draw.md and run. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { anyRegister, drawOf, registerOf } from './draw.fixture.ts'
import { checkRegister, type FinishedDraw, printDraw, replayScript } from './index.ts'

const description = readFileSync(join(import.meta.dirname, '../../../docs/draw.md'), 'utf8')
const [, script = ''] = /```python\n([\s\S]*?)```/.exec(description) ?? []
const folder = mkdtempSync(join(tmpdir(), 'jianbao-draw-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const python = spawnSync('python3', ['--version'], { encoding: 'utf8' }).status === 0
if (!python) console.info('python3 is not on this machine: the replay of docs/draw.md is not run')

function replay(draw: FinishedDraw): string {
  const [file, program] = [join(folder, 'draw.json'), join(folder, 'replay.py')]
  writeFileSync(file, printDraw(draw))
  writeFileSync(program, script)
  const run = spawnSync('python3', [program, file], { encoding: 'utf8' })
  return `${run.stdout}${run.stderr}`.trim()
}

test('the description holds the thirty lines that the site shows', () => {
  expect(script).toBe(replayScript())
  expect(script.trim().split('\n').length).toBeLessThanOrEqual(30)
})

test.skipIf(!python)(
  'another language comes to the same result, with hostile letters and tight recusals',
  () => {
    const sound = anyRegister.filter(register => checkRegister(register).length === 0)
    for (const register of fc.sample(sound, { seed: 3, numRuns: 20 }))
      expect(replay(drawOf(register))).toBe('True')
    const tight = registerOf({
      objects: 30,
      strata: 3,
      inspectors: 7,
      rules: { count: 12, objectsPerInspector: 4 },
    })
    expect(replay(drawOf(tight))).toBe('True')
    const lottery = registerOf({
      objects: 50,
      strata: 1,
      inspectors: 0,
      rules: { count: 7, inspectorsPerObject: 0, objectsPerInspector: 1 },
    })
    expect(checkRegister(lottery)).toEqual([])
    expect(replay(drawOf(lottery))).toBe('True')
  },
)

test.skipIf(!python)('and finds what was altered', () => {
  const draw = drawOf(registerOf())
  expect(replay({ ...draw, result: [...draw.result].reverse() })).toBe('False')
  expect(replay({ ...draw, organiser: '别人' })).toBe('False')
})
