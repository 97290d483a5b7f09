import { type Scope, within } from '@jianbao/platform/access'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { Pack } from '../../contract/index.ts'

/** Ids by the codes that the groups of a pack name, of active units at or below `path`; what is missing is not there. */
export async function findGroupUnits(
  tx: Database,
  scope: Scope,
  path: string,
  { campaign }: Pick<Pack, 'campaign'>,
): Promise<Map<string, string>> {
  const codes = [...new Set((campaign.groups ?? []).flatMap(group => group.units))]
  if (!codes.length) return new Map()
  const rows = await rowsOf<{ code: string; id: string }>(
    tx,
    sql`select u.code, u.id from unit u
      where u.code in (select json_array_elements_text(${JSON.stringify(codes)}::json)) and u.state = 'active'
        and u.path >= ${path} and u.path < ${`${path}~`} and ${within(scope, sql`u.path`)}`,
  )
  return new Map(rows.map(({ code, id }) => [code, id]))
}

/** Units bound by name: those of the groups, each once, in a lasting order. */
export function namedUnits(
  { campaign }: Pick<Pack, 'campaign'>,
  groups: readonly string[] | undefined,
  units: ReadonlyMap<string, string>,
): string[] {
  const codes = (campaign.groups ?? []).flatMap(group => (groups?.includes(group.id) ? group.units : []))
  return [...new Set(codes.flatMap(code => units.get(code) ?? []))].sort()
}
