/** What a text is read with, for the caller: the unit, the names of all units, types and measures of the campaign. */
import { currentCampaigns, getReporting } from '@jianbao/campaign/server'
import { Problem } from '@jianbao/errors'
import { readUnitNames, type UnitNameList } from '@jianbao/organisation/server'
import { holds, homeOf, type Scope } from '@jianbao/platform/access'
import { type Database, rowsOf, sql, withRole } from '@jianbao/platform/db'
import type { ReportingSubject, TreeNames } from './proposer.port.ts'
import type { Reporting, ReportingUnit } from './reporting.types.ts'

let known: TreeNames | null = null

/** Kept until something of the tree's names changes: a tree of thousands is not indexed for every text. */
function treeNames({ revision, units, entries }: UnitNameList): TreeNames {
  if (known?.revision === revision) return known
  const paths = new Map<string, string | null>()
  const standing = units.filter(unit => !unit.merged)
  for (const { name, path } of standing) paths.set(name, paths.has(name) ? null : path)
  const full = new Set(paths.keys())
  for (const { shortNames, formerNames, path } of standing)
    for (const name of [...shortNames, ...formerNames]) {
      if (full.has(name) || name.length < 3) continue
      paths.set(name, paths.has(name) && paths.get(name) !== path ? null : path)
    }
  known = { revision, entries, paths }
  return known
}

/**
 * Throws Problem `not-found` for a unit or a campaign that is not the caller's. Units are named by their paths;
 * `idsOfUnits` turns them into ids.
 */
export async function reportingOf(
  tx: Database,
  scope: Scope,
  subject: { readonly unitId?: string; readonly campaignId?: string },
  today: string,
): Promise<ReportingSubject> {
  const unitId = subject.unitId ?? homeOf(scope)?.unitId
  const [unit] = await rowsOf<{ path: string }>(tx, sql`select path from unit where id = ${unitId ?? null}`)
  if (!unit || !holds(scope, unit.path)) throw new Problem('not-found')
  const names = await readUnitNames(tx)
  return {
    unit: reportingUnit(names, unit.path),
    names: treeNames(names),
    reporting: await packFor(tx, unit.path, subject.campaignId),
    today,
  }
}

async function packFor(
  tx: Database,
  path: string,
  asked: string | undefined,
): Promise<Reporting['reporting']> {
  const id = asked ?? (await currentCampaigns(tx)).find(({ scopePath }) => path.startsWith(scopePath))?.id
  if (id === undefined) return null
  const reporting = await getReporting(tx, id)
  if (!reporting) throw new Problem('not-found')
  return reporting
}

function reportingUnit({ units }: UnitNameList, path: string): ReportingUnit {
  const named = (one: UnitNameList['units'][number]) => ({
    id: one.path,
    name: one.name,
    otherNames: [...one.shortNames, ...one.formerNames],
  })
  const own = units.find(one => one.path === path)
  if (!own) throw new Problem('not-found')
  const above = units.filter(one => one.path !== path && path.startsWith(one.path))
  return { ...named(own), above: above.sort((a, b) => b.path.length - a.path.length).map(named) }
}

/** Ids by path, also of units beside the caller's: who took part may be anybody of the federation. */
export async function idsOfUnits(tx: Database, paths: readonly string[]): Promise<Map<string, string>> {
  if (!paths.length) return new Map()
  const rows = await withRole(tx, 'owner', () =>
    rowsOf<{ id: string; path: string }>(tx, sql`select id, path from unit where path in ${[...paths]}`),
  )
  return new Map(rows.map(({ id, path }) => [path, id]))
}
