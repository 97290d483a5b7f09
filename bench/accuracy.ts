/** `npm run accuracy [-- --misses]`: F1 on the repository's own gold always, on the shared gold where it is present. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readDocument } from '@jianbao/intake'
import { scoreDocument } from '../packages/intake/gold/score.ts'
import { type BenchResult, publishResult, rounded } from './result.ts'

const root = join(import.meta.dirname, '..')
const shared = join(root, '../shared')
const showMisses = process.argv.includes('--misses')
type Scores = Record<string, number>

// Misses of the held-out set are not read while rules are written (docs/decisions/0007).
const sets = { demo: 'demo/archive', gold: 'packages/intake/gold', heldOut: 'packages/intake/held-out' }
const result: BenchResult = { figures: {}, goals: {}, met: true, leftOut: [] }
for (const [set, folder] of Object.entries(sets)) reportOwnGold(set, folder)
if (existsSync(join(shared, 'gold'))) reportSharedGold()
else result.leftOut!.push('the shared gold: not there')
// A floor under what was reached, so that a change that loses it is seen without the shared gold too.
Object.assign(result.goals, { 'heldOut.body': 0.95, 'heldOut.facts': 0.8 })
result.met = Object.entries(result.goals).every(([name, goal]) => (result.figures[name] ?? 0) >= goal)
process.exitCode = publishResult('accuracy', result)

function reportOwnGold(set: string, folder: string): void {
  const files = readdirSync(join(root, folder)).filter(file => file.endsWith('.gold.json'))
  const all = files.map(file => {
    const gold = JSON.parse(readFileSync(join(root, folder, file), 'utf8'))
    const raw = readFileSync(join(root, folder, file.replace('.gold.json', '.txt')), 'utf8')
    const { scores, misses } = scoreDocument(gold, readDocument(raw), raw)
    show(`${set} ${file.replace('.gold.json', '')}`, scores, set === 'heldOut' ? [] : misses)
    return scores
  })
  const means = meanOf(all)
  for (const [key, value] of Object.entries(means)) result.figures[`${set}.${key}`] = value
}

function reportSharedGold(): void {
  for (const file of readdirSync(join(shared, 'gold')).filter(name => name.endsWith('.gold.json'))) {
    const gold: { file: string } = JSON.parse(readFileSync(join(shared, 'gold', file), 'utf8'))
    const rawFile = join(shared, 'seeds', gold.file)
    if (!existsSync(rawFile)) continue
    const scores = scoreByTool(join(shared, 'gold', file), rawFile)
    const key = gold.file.slice(0, 3)
    for (const [name, value] of Object.entries(scores)) result.figures[`${key}.${name}`] = value
    if (key !== '000') continue
    for (const name of ['issue', 'distribution', 'headline', 'column', 'paragraphs'])
      result.goals[`000.${name}`] = 1
    result.goals['000.body'] = 0.99
    result.goals['000.facts'] = 0.95
  }
}

function scoreByTool(goldFile: string, rawFile: string): Scores {
  const folder = mkdtempSync(join(tmpdir(), 'jianbao-accuracy-'))
  try {
    const predicted = join(folder, 'predicted.json')
    writeFileSync(predicted, JSON.stringify(readDocument(readFileSync(rawFile, 'utf8'))))
    const tool = join(shared, 'tools/score-intake.mjs')
    const lines = execFileSync(process.execPath, [tool, goldFile, predicted, rawFile, '--misses'], {
      encoding: 'utf8',
    })
      .trim()
      .split('\n')
    const scores: Scores = JSON.parse(lines.pop()!)
    show(`shared ${goldFile.split('/').at(-1)!.replace('.gold.json', '')}`, scores, lines)
    return scores
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function show(name: string, scores: Scores, misses: string[]): void {
  const cells = Object.entries(scores).map(([key, value]) => `${key} ${value.toFixed(3)}`)
  console.log(`${name}\n  ${cells.join('  ')}`)
  if (showMisses) for (const miss of misses) console.log(`    ${miss}`)
}

function meanOf(all: Scores[]): Scores {
  const keys = Object.keys(all[0] ?? {})
  return Object.fromEntries(
    keys.map(key => [key, rounded(all.reduce((sum, scores) => sum + (scores[key] ?? 0), 0) / all.length)]),
  )
}
