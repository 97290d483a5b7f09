import fc from 'fast-check'
import { Value } from 'typebox/value'
import { expect, test } from 'vitest'
import { applyMend } from './apply-mend.ts'
import { type RuleKey, ruleCatalogue, ruleKeys } from './catalogue/index.ts'
import { Finding } from './finding.contract.ts'
import { ProofIssue, type ProofItem } from './issue.contract.ts'
import { issueWith, itemOf, proofreadText } from './proof-text.fixture.ts'
import { findingsPerText, proofread } from './proofread.ts'
import type { Register } from './register.contract.ts'
import { sayFinding, sayRule } from './say-finding.ts'

const register: Register = {
  units: [
    { name: '云岭市科协', shortNames: ['市科协', '云岭科协'], formerNames: ['云岭县科协'] },
    { name: '溪口县科协', shortNames: ['县科协'], formerNames: [] },
  ],
  people: [{ name: '王建川', titles: ['主席'] }],
  words: [{ wrong: '大蓬车', right: '大篷车', reason: null, level: 'error' }],
}

/** Scraps that rules look for, beside anything a keyboard or a paste may bring. */
const scrap = fc.oneof(
  fc.constantFrom(
    ...[
      '，',
      '。',
      '、',
      ',',
      '"',
      '“',
      '”',
      '（',
      '）',
      '(',
      ')',
      '《',
      '》',
      '...',
      '——',
      '--',
      ' ',
      '\u3000',
      '\n',
    ],
    ...[
      '云岭市科协',
      '云岭县科协',
      '溪扣县科协',
      '主席王建穿',
      '主席王建川',
      '副主席',
      '大蓬车',
      '台帐',
      '的的',
      '开展开展',
    ],
    ...[
      '2月30日',
      '6月5日（星期一）',
      '5月28日至26日',
      '共8场',
      '3场、4场',
      '其中',
      '100人',
      '100人次',
      '占120%',
      '近100余人',
    ],
    ...[
      '13800001234',
      '11010519491231002X',
      '4111111111111111',
      'a@b.example',
      '一、',
      '（二）',
      '3.',
      '一是',
      '三是',
      '截止目前',
    ],
    ...['\u0000', '\ud800', '\udfff', '😀', '\u202e', '\u200b', '𠮷', '㙦', '\u2028', '１２'],
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
)
const hostile = fc.array(scrap, { maxLength: 40, size: 'max' }).map(parts => parts.join(''))

function textAt(item: ProofItem, finding: Finding): string {
  const { part, block } = finding.place
  if (part === 'headline' || part === 'subtitle' || part === 'contributor') return item[part] ?? ''
  const found = block === null ? undefined : item.blocks[block]
  return found && 'text' in found ? found.text : ''
}

test('no text makes it throw; places lie within their text and quote it; findings have their shape', () => {
  fc.assert(
    fc.property(hostile, hostile, hostile, (headline, one, two) => {
      const item = itemOf([one, two], { headline, subtitle: two, contributor: one })
      for (const finding of proofread(issueWith([item]), register)) {
        expect(Value.Check(Finding, finding)).toBe(true)
        const { start, end, part } = finding.place
        if (part === 'issue') continue
        const text = textAt(item, finding)
        expect(start <= end && end <= text.length).toBe(true)
        expect(finding.quote).toBe(text.slice(start, end))
        for (const language of ['zh', 'en'] as const)
          expect(sayFinding(finding, language)).not.toMatch(/\{\w+\}/)
      }
    }),
    { numRuns: 300 },
  )
})

test('a mend takes its finding away and brings none of the same rule to that place', () => {
  fc.assert(
    fc.property(hostile, text => {
      const paragraph = text.replaceAll('\n', '')
      for (const finding of proofreadText(paragraph, register)) {
        if (finding.mend === null || finding.place.part !== 'body') continue
        const mended = applyMend(paragraph, finding)!
        const { start } = finding.place
        const there = proofreadText(mended, register).filter(
          each =>
            each.rule === finding.rule &&
            each.place.part === 'body' &&
            each.place.start < start + finding.mend!.length &&
            each.place.end > start,
        )
        expect({ rule: finding.rule, mended, there }).toEqual({ rule: finding.rule, mended, there: [] })
      }
    }),
    { numRuns: 300 },
  )
})

test('the same issue gives the same findings, each with a fingerprint of its own', () => {
  fc.assert(
    fc.property(hostile, text => {
      const findings = proofreadText(text, register)
      expect(proofreadText(text, register)).toEqual(findings)
      expect(new Set(findings.map(finding => finding.fingerprint)).size).toBe(findings.length)
    }),
  )
})

test('a fingerprint outlives what is written elsewhere, not a change beside it', () => {
  const print = (text: string) =>
    proofreadText(text, register).find(finding => finding.rule === 'word-confused')?.fingerprint
  const before = print('第一段照旧。\n各单位都要建立健全工作台帐，逐项销号。')
  expect(before).toBeDefined()
  expect(print('第一段改了许多，还加了字。\n各单位都要建立健全工作台帐，逐项销号。')).toBe(before)
  expect(print('第一段照旧。\n近来，各单位都要建立健全工作台帐，逐项销号。')).toBe(before)
  expect(print('第一段照旧。\n各单位都要使用工作台帐，逐项销号。')).not.toBe(before)
})

test('a mend is not put into a text that has changed', () => {
  const finding = proofreadText('建立工作台帐。', register)[0]!
  expect(applyMend('建立工作台帐。', finding)).toBe('建立工作台账。')
  expect(applyMend('都建立工作台帐。', finding)).toBeNull()
  expect(applyMend('建立工作台帐。', { ...finding, mend: null })).toBeNull()
})

// Each would take minutes where a pattern goes back over what it has read; the time limit of the test is the proof.
test.each([
  ['commas', ',的'],
  ['digits', '1'],
  ['digits and blanks', '1 '],
  ['openers', '“（《'],
  ['one word', '开展'],
  ['a long word', '科学技术协会'],
  ['titles', '主席王伟、'],
  ['units', '溪扣县科协'],
  ['totals', '3场、4场，共8场'],
  ['blanks', '　 '],
  ['dashes', '—-'],
  ['dots', '.。…'],
  ['letters and at', 'a.@b'],
  ['months', '1月1日至'],
  ['one character', '的'],
  ['lone surrogates', '\ud800'],
  ['members', '，一是'],
  ['brackets', '('],
  ['quotation marks that open', '“'],
  ['quotation marks that close', '’'],
  ['addresses', '家住的'],
])(
  '100,000 characters of %s are read to the end',
  (_, scrap) => {
    const text = scrap.repeat(Math.ceil(100_000 / scrap.length))
    const findings = proofreadText(text, register)
    const perRule = Map.groupBy(findings, finding => finding.rule)
    for (const list of perRule.values()) expect(list.length).toBeLessThanOrEqual(findingsPerText)
  },
  20_000,
)

test('the contract of the input is closed', () => {
  const issue = issueWith([itemOf(['正文。'])])
  expect(Value.Check(ProofIssue, issue)).toBe(true)
  expect(Value.Check(ProofIssue, { ...issue, holidays: [] })).toBe(false)
})

test('each rule has a name and a sentence in both languages, asking for the same values', () => {
  for (const key of ruleKeys) {
    const entry = ruleCatalogue[key as RuleKey]
    const values = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(match => match[1]).sort()
    if (entry.group !== 'layout' || !['layout', 'missing-glyph'].includes(key))
      expect({ key, values: values(entry.zh) }).toEqual({ key, values: values(entry.en) })
    expect(sayRule(key, 'zh')).toMatch(/\p{Script=Han}/u)
    expect(sayRule(key, 'en')).toMatch(/[a-z]/)
  }
})
