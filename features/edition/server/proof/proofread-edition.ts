import { type Finding, proofread } from '@jianbao/proofreading'
import type { LayoutRemark } from '@jianbao/proofreading/contract'
import type { EditionProof, ProofFinding } from '../../contract/index.ts'
import { previewEdition } from '../live/preview-edition.ts'
import type { EditionTypesetting } from '../typesetting.port.ts'
import { layoutRemarks } from './layout-remarks.ts'
import { mendDoc } from './mend-doc.ts'
import { proofIssueOf } from './proof-issue.ts'
import type { ProofMaterial } from './read-proof.ts'

/** What stands on the pages; null when they could not be set, which is said, and takes nothing from the rest. */
export async function readPages(
  typesetting: EditionTypesetting,
  { print }: ProofMaterial,
  reader: string,
): Promise<LayoutRemark[] | null> {
  if (print.items.length === 0) return []
  try {
    const name = `${print.row.id} proof ${reader}`
    const { faults } = await previewEdition(
      typesetting,
      print,
      { known: [] },
      { name, asker: reader, images: {} },
    )
    return layoutRemarks(faults)
  } catch {
    return null
  }
}

/** Findings of an edition as it is saved. A unit the caller may not see is never named as the one that was meant. */
export function findingsOf(material: ProofMaterial, layout: LayoutRemark[] = []): Finding[] {
  const { parts, register } = material
  return proofread(proofIssueOf(parts, layout), register.register)
    .filter(finding => unitsNamed(finding).every(register.shows))
    .map(finding => (mendable(material, finding) ? finding : { ...finding, mend: null }))
}

function unitsNamed({ rule, details }: Finding): string[] {
  if (!rule.startsWith('unit-')) return []
  const names = String(details['name'] ?? details['names'] ?? '').replace(/等$/, '')
  return names === '' ? [] : names.split('、')
}

function mendable({ parts }: ProofMaterial, { place, quote, mend }: Finding): boolean {
  const item = parts.items.find(({ id }) => id === place.itemId)
  if (mend === null || !item) return false
  return place.block === null || mendDoc(item.doc, place, { quote, mend }) !== null
}

/** `layout` undefined: the pages were not asked for; null: they could not be set. */
export function viewProof(material: ProofMaterial, layout?: LayoutRemark[] | null): EditionProof {
  const ignored = new Map(material.ignored.map(({ fingerprint, ...row }) => [fingerprint, row]))
  const findings = findingsOf(material, layout ?? []).map(
    (finding): ProofFinding => ({ ...finding, ignored: ignored.get(finding.fingerprint) ?? null }),
  )
  const open = findings.filter(finding => finding.ignored === null)
  const count = (level: Finding['level']) => open.filter(finding => finding.level === level).length
  return {
    version: material.print.row.version,
    findings,
    counts: {
      ...{ error: count('error'), warn: count('warn'), hint: count('hint') },
      ignored: findings.length - open.length,
    },
    items: [...material.versions],
    pages: layout === undefined ? 'not-asked' : layout === null ? 'failed' : 'seen',
    actions: material.mayEdit ? ['mend', 'ignore'] : [],
  }
}
