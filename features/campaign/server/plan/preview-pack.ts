import { Problem } from '@jianbao/errors'
import { nameUnits } from '@jianbao/organisation/server'
import { homeOf, type Scope } from '@jianbao/platform/access'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { type PackFault, type PackPreview, type PackProblem, packProblemWords } from '../../contract/index.ts'
import type { CampaignRow } from '../campaign.store.ts'
import type { PackReading } from '../pack/pack.types.ts'
import { checkUnits } from './check-units.ts'
import { findGroupUnits } from './group-units.ts'
import { getUnitPath, listPackChanges } from './load-pack.ts'

/** The unit a pack is loaded for: the one named, or the caller's own. Throws `not-found`. */
export function unitOfPack(scope: Scope, unit: string | undefined): string {
  const unitId = unit ?? homeOf(scope)?.unitId
  if (!unitId) throw new Problem('not-found')
  return unitId
}

/** What loading it would do: its faults, or what it changes. Nothing is written. */
export async function previewPack(
  tx: Database,
  scope: Scope,
  unitId: string,
  reading: PackReading,
  language: 'zh' | 'en',
): Promise<PackPreview> {
  const path = await getUnitPath(tx, scope, unitId)
  const unitName = (await nameUnits(tx, [unitId])).get(unitId)?.name ?? ''
  const none = { unitId, unitName, campaign: null, campaignId: null, version: null, changes: [] }
  if (!reading.pack) return { ...none, faults: faultsOf(reading.problems, language) }
  const problems = await checkUnits(tx, scope, unitId, reading)
  if (problems.length) return { ...none, faults: faultsOf(problems, language) }
  const { pack } = reading
  const [before] = await rowsOf<Pick<CampaignRow, 'id' | 'pack' | 'version'>>(
    tx,
    sql`select id, pack, version from campaign where unit_id = ${unitId} and key = ${pack.campaign.id}`,
  )
  const units = await findGroupUnits(tx, scope, path, pack)
  const { id: key, name, from: fromDay, to: toDay } = pack.campaign
  return {
    ...{ unitId, unitName, faults: [] },
    campaign: { key, name, fromDay, toDay, tasks: pack.tasks.length },
    campaignId: before?.id ?? null,
    version: before?.version ?? null,
    changes: await listPackChanges(tx, before ?? null, pack, units),
  }
}

function faultsOf(problems: readonly PackProblem[], language: 'zh' | 'en'): PackFault[] {
  return problems.map(problem => {
    const { file, line, place } = problem
    return { file, line, place, text: packProblemWords(problem, language) }
  })
}
