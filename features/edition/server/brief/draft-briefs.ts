import { randomUUID } from 'node:crypto'
import { Problem } from '@jianbao/errors'
import type { Database } from '@jianbao/platform/db'
import { type BriefAsk, type BriefDrafts, type BriefSource, editionReaders } from '../../contract/index.ts'
import { getEditionRow, rolesAt, type Viewer } from '../edition.store.ts'
import { docOfBrief, draftBrief } from './brief.rules.ts'
import { type AdoptedReport, readBriefReports } from './read-brief-reports.ts'

/** Briefs of adopted reports; nothing is kept. Throws `not-found`, `adoption-unknown`. */
export async function draftBriefs(
  tx: Database,
  viewer: Viewer,
  { id, ask, today }: { id: string; ask: BriefAsk; today: string },
): Promise<BriefDrafts> {
  const edition = await getEditionRow(tx, viewer, id, today)
  const roles = rolesAt(viewer.person, edition.unitId)
  if (!editionReaders.some(role => roles.includes(role))) throw new Problem('not-found')
  const reports = await readBriefReports(tx, viewer, edition, ask.adoptionIds)
  const pieces = ask.merge
    ? [reports]
    : [...Map.groupBy(reports, ({ adoptionId, compositeId }) => compositeId ?? adoptionId).values()]
  const asked = {
    year: (edition.date ?? today).slice(0, 4),
    limit: edition.settings.briefLimit,
    newId: randomUUID,
  }
  const drafts = pieces.map(piece => {
    const brief = draftBrief(piece, asked)
    return { doc: docOfBrief(brief), sources: piece.map(sourceOf), leftOut: [...brief.leftOut] }
  })
  return { drafts, limit: edition.settings.briefLimit }
}

function sourceOf(report: AdoptedReport): BriefSource {
  const { adoptionId, reportId, fullName, title, body, startDay, endDay, place } = report
  return { adoptionId, reportId, unitName: fullName, title, body, startDay, endDay, place }
}
