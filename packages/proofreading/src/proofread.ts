import { type RuleDetails, type RuleKey, ruleCatalogue } from './catalogue/index.ts'
import type { Report } from './checks/check.types.ts'
import { checks } from './checks/index.ts'
import type { Finding } from './finding.contract.ts'
import { fingerprintOf, hashOf } from './fingerprint.ts'
import type { ProofIssue } from './issue.contract.ts'
import { type Passage, passagesOf } from './passages.ts'
import type { Level, Register } from './register.contract.ts'
import { indexRegister } from './register-index.ts'

/** Findings of one rule in one text beyond which more would help nobody; the rest show once these are mended. */
export const findingsPerText = 100

/**
 * Proofreads an issue against the register of an office.
 *
 * In: the issue as text (`ProofIssue`) and units, people and words (`Register`); both are trusted to have their
 * shape, their strings may hold anything. Out: findings in reading order, those of the issue itself last. Never
 * throws on a text; linear in its length. Pure: the same input gives the same findings.
 */
export function proofread(issue: ProofIssue, register: Register): Finding[] {
  const passages = passagesOf(issue)
  const findings: { finding: Finding; order: number }[] = []
  const counts = new Map<string, number>()
  const order = new Map(passages.map((passage, index) => [passage, index]))

  const report: Report = <R extends RuleKey>(
    rule: R,
    passage: Passage,
    start: number,
    end: number,
    details: RuleDetails[R],
    more?: { mend?: string; level?: Level },
  ) => {
    const at = order.get(passage) ?? passages.length
    const counted = `${rule}\u0000${at}`
    const count = counts.get(counted) ?? 0
    if (passage.text !== '' && count >= findingsPerText) return
    counts.set(counted, count + 1)
    findings.push({
      order: at,
      finding: {
        rule,
        level: more?.level ?? ruleCatalogue[rule].level,
        place: {
          itemId: passage.item?.id ?? null,
          columnKey: passage.column?.key ?? null,
          part: passage.part,
          block: passage.block,
          cell: passage.cell,
          start,
          end,
        },
        quote: passage.text.slice(start, end),
        details: details as Finding['details'],
        mend: more?.mend ?? null,
        fingerprint: passage.text
          ? fingerprintOf(rule, passage.item?.id ?? null, passage.part, passage.text, start, end)
          : hashOf(
              [rule, passage.item?.id, passage.column?.key, passage.block, ...Object.values(details)].join(
                '\u0000',
              ),
            ),
      },
    })
  }

  const reading = { issue, passages, register: indexRegister(register) }
  for (const check of checks) check(reading, report)
  findings.sort((a, b) => a.order - b.order || a.finding.place.start - b.finding.place.start)
  return tellApart(findings.map(each => each.finding))
}

/** Two of one fingerprint are numbered, so that one of them can be ignored without the other. */
function tellApart(findings: Finding[]): Finding[] {
  const seen = new Map<string, number>()
  return findings.map(finding => {
    const count = (seen.get(finding.fingerprint) ?? 0) + 1
    seen.set(finding.fingerprint, count)
    return count === 1 ? finding : { ...finding, fingerprint: `${finding.fingerprint}-${count}` }
  })
}
