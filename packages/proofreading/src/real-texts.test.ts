import { describe, expect, test } from 'vitest'
import type { Finding } from './finding.contract.ts'
import { proofread } from './proofread.ts'
import { henanRegister, issueOf, textsIn } from './real-texts.fixture.ts'

// Precision on texts nobody broke on purpose. Every finding below was looked at; a rule that begins to see faults
// in them is a rule that an editor would turn off.
const register = henanRegister()

function count(text: string): { characters: number; rules: Record<string, number>; findings: Finding[] } {
  const issue = issueOf(text)
  const findings = proofread(issue, register)
  const rules: Record<string, number> = {}
  for (const { rule } of findings) rules[rule] = (rules[rule] ?? 0) + 1
  const blocks = issue.columns.flatMap(column => column.items).flatMap(item => item.blocks)
  return {
    characters: blocks.reduce((all, block) => all + ('text' in block ? block.text.length : 0), 0),
    rules,
    findings,
  }
}

const archive = textsIn('demo/archive/')

/** The archive is set before 偃师 and 孟津 became districts; the register knows the names of today. */
const expected: Record<string, Record<string, number>> = { '01-kaiju-dongyuan.txt': { 'unit-near-miss': 4 } }

test.each(archive)('demonstration archive, $name: only what is there', ({ name, text }) => {
  const { characters, rules } = count(text)
  expect(characters).toBeGreaterThan(900)
  expect(rules).toEqual(expected[name] ?? {})
})

const seeds = textsIn('../shared/seeds/')
/** Findings in 1,000 characters that a rule may have; one with none allowed is not listed. */
const allowed: Record<string, number> = {
  // A page set with half-width commas throughout.
  'halfwidth-mark': 60,
  'unit-unknown': 0.4,
  'unit-two-ways': 0.1,
  'dunhao-between-marks': 0.1,
  // What a page of a newspaper and a magazine without their covers lack.
  'date-missing': 0.5,
  'distribution-missing': 0.5,
  'headline-missing': 0.1,
}

describe.skipIf(seeds.length === 0)('real documents beside the repository', () => {
  test.each(seeds.length > 0 ? seeds : [{ name: 'not there', text: '' }])('$name', ({ text }) => {
    const { characters, rules } = count(text)
    expect(characters).toBeGreaterThan(1500)
    const over = Object.entries(rules).filter(
      ([rule, found]) => (found * 1000) / characters > (allowed[rule] ?? 0),
    )
    expect(over).toEqual([])
  })
})
if (seeds.length === 0)
  console.info('proofreading: ../shared/seeds is not there, precision is proven on the archive alone')
