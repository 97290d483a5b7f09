/** All that proofreading needs of an edition, read in one go; its pages are set outside the transaction. */
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { ProofIssue } from '@jianbao/proofreading/contract'
import { editionRefusal } from '../../contract/index.ts'
import type { EditionRow, Viewer } from '../edition.store.ts'
import { instant, standingOf } from '../edition.view.ts'
import { selectPictures } from '../get-edition.ts'
import { type EditionPrint, readPrint } from '../print-of-edition.ts'
import type { ProofParts, ReportFigure } from './proof-issue.ts'
import { type ProofRegister, readProofRegister } from './proof-register.ts'

export type IgnoredRow = {
  readonly fingerprint: string
  readonly byName: string
  readonly at: string
  readonly reason: string
}
export type ProofMaterial = {
  readonly print: EditionPrint
  readonly parts: ProofParts
  readonly register: ProofRegister
  readonly ignored: readonly IgnoredRow[]
  readonly versions: readonly { readonly id: string; readonly version: number }[]
  readonly mayEdit: boolean
}

/** Throws `not-found`. */
export async function readProof(
  tx: Database,
  viewer: Viewer,
  id: string,
  today: string,
): Promise<ProofMaterial> {
  const print = await readPrint(tx, viewer, id, today)
  const { row, frame, items } = print
  const parts = {
    ...{ frame, items },
    pictures: await selectPictures(tx, id),
    figures: await selectReportFigures(tx, id),
    campaign: await selectCampaign(tx, row),
  }
  return {
    ...{ print, parts },
    register: await readProofRegister(tx, viewer, row),
    ignored: await selectIgnored(tx, id),
    versions: await rowsOf(
      tx,
      sql`select id, version from edition_item where edition_id = ${id} order by id`,
    ),
    mayEdit: editionRefusal('edit', standingOf(row, viewer.person)) === null,
  }
}

/** What the reports say that its items were made of; the policies let through what the caller may see of them. */
function selectReportFigures(tx: Database, editionId: string): Promise<ReportFigure[]> {
  return rowsOf<ReportFigure>(
    tx,
    sql`select distinct f.value::float8 as value, f.unit, f.qualifier from edition_source x
      join report_figure f on f.report_id = x.report_id where x.edition_id = ${editionId}`,
  )
}

async function selectCampaign(tx: Database, { campaignId }: EditionRow): Promise<ProofIssue['campaign']> {
  if (campaignId === null) return null
  const [found] = await rowsOf<NonNullable<ProofIssue['campaign']>>(
    tx,
    sql`select from_day::text as "from", to_day::text as "to" from campaign where id = ${campaignId}`,
  )
  return found ?? null
}

async function selectIgnored(tx: Database, editionId: string): Promise<IgnoredRow[]> {
  const rows = await rowsOf<IgnoredRow>(
    tx,
    sql`select fingerprint, by_name as "byName", at, reason from edition_ignored_finding
      where edition_id = ${editionId}`,
  )
  return rows.map(row => ({ ...row, at: instant(row.at) }))
}
