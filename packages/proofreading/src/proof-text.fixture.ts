import { expect, test } from 'vitest'
import type { RuleKey } from './catalogue/index.ts'
import type { Finding } from './finding.contract.ts'
import type { ProofBlock, ProofIssue, ProofItem } from './issue.contract.ts'
import { proofread } from './proofread.ts'
import type { Register } from './register.contract.ts'

export const noRegister: Register = { units: [], people: [], words: [] }

/** An issue in which nothing is wrong but what a test puts there. Its date is a Friday. */
export function issueWith(items: ProofItem[], over: Partial<ProofIssue> = {}): ProofIssue {
  return {
    series: { name: '云岭科协简报', lastIssueNo: 5, lastRunningNo: null, lastSpecialNo: null },
    issueNo: 6,
    runningNo: null,
    special: false,
    date: '2026-06-12',
    campaign: { from: '2026-03-01', to: null },
    printRun: 60,
    distribution: [{ to: '报', entries: ['市委'] }],
    columns: [{ key: 'news', name: '工作动态', rule: 'articles', items }],
    layout: [],
    ...over,
  }
}

/** One article; a text is a paragraph, anything else a block. */
export function itemOf(blocks: (string | ProofBlock)[], over: Partial<ProofItem> = {}): ProofItem {
  return {
    id: 'one',
    kind: 'article',
    headline: '科普活动有序开展',
    subtitle: null,
    contributor: null,
    blocks: blocks.map(block =>
      typeof block === 'string' ? { type: 'paragraph', text: block, figures: [] } : block,
    ),
    ...over,
  }
}

export function proofreadText(text: string, register: Register = noRegister): Finding[] {
  return proofread(issueWith([itemOf(text.split('\n'))]), register)
}

export type Cases = {
  /** The faulty words stand in ⟦⟧, what mends them behind →; paragraphs are parted by a line feed. */
  found: readonly string[]
  /** Nearly the same, and right. */
  clean: readonly string[]
}

/** Proves a rule on sentences that break it and on sentences that nearly do. */
export function proveRule(rule: RuleKey, cases: Cases, register: Register = noRegister): void {
  test.each(cases.found)(`${rule} finds: %s`, marked => {
    const [sentence, mend] = marked.split('→')
    const text = sentence!.replace(/[⟦⟧]/g, '')
    const findings = proofreadText(text, register).filter(finding => finding.rule === rule)
    const quotes = [...sentence!.matchAll(/⟦(.*?)⟧/g)].map(match => match[1])
    expect(findings.map(finding => finding.quote)).toEqual(quotes)
    if (mend !== undefined) expect(findings[0]!.mend).toBe(mend)
  })
  test.each(cases.clean)(`${rule} leaves alone: %s`, text => {
    expect(proofreadText(text, register).filter(finding => finding.rule === rule)).toEqual([])
  })
}
