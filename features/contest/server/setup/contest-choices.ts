import { nameUnits } from '@jianbao/organisation/server'
import { homeOf, type Scope } from '@jianbao/platform/access'
import { type Database, sql } from '@jianbao/platform/db'
import type { ContestChoices } from '../../contract/index.ts'
import { selectBanks } from './contest.store.ts'
import { presets } from './presets/index.ts'
import type { Provider } from './setup.services.ts'

/** What a new contest can be made of: whose it is, banks, sign-in services, templates whose days are counted from now. */
export async function listContestChoices(
  tx: Database,
  scope: Scope,
  providers: readonly Provider[],
  now: Date,
): Promise<ContestChoices> {
  const { unitId } = homeOf(scope)!
  return {
    home: { unitId, unitName: (await nameUnits(tx, [unitId])).get(unitId)?.name ?? '' },
    banks: await selectBanks(tx, scope, sql`true`),
    providers: providers.map(({ key, name }) => ({ key, name })),
    presets: presets.map(({ key, name, note, rules }) => ({ key, name, note, rules: rules(now) })),
  }
}
