/** What is said of a unit, made clean, or the problem with it. */
import { Problem } from '@jianbao/errors'
import { divisionName } from '@jianbao/intake'
import { type Database, storableText } from '@jianbao/platform/db'
import { cleanName } from './unit.rules.ts'
import { listCodes } from './unit.store.ts'

type Said = {
  readonly name?: string
  readonly shortNames?: readonly string[]
  readonly formerNames?: readonly string[]
  readonly division?: string | null
}

/** The same with clean names. Throws `unit-name-empty` and `unit-division-unknown`. */
export function checkUnit<T extends Said>(said: T): T {
  const { name, shortNames, formerNames, division } = said
  if (division && divisionName(division) === null)
    throw new Problem('unit-division-unknown', { code: division })
  return {
    ...said,
    ...(name === undefined ? {} : { name: cleaned(name) }),
    ...(shortNames === undefined ? {} : { shortNames: shortNames.map(cleaned) }),
    ...(formerNames === undefined ? {} : { formerNames: formerNames.map(cleaned) }),
  }
}

function cleaned(name: string): string {
  const clean = cleanName(storableText(name))
  if (clean === null) throw new Problem('unit-name-empty', { name })
  return clean
}

/** Throws `unit-code-taken`, also when the unit that has it is out of sight; whose it is stays untold. */
export async function refuseTakenCode(tx: Database, code: string): Promise<void> {
  const taken = await listCodes(tx, [code.replace(/[\\%_]/g, '\\$&')])
  if (taken.length) throw new Problem('unit-code-taken', { code })
}
