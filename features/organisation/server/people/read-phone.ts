import { Problem } from '@jianbao/errors'
import type { Scope } from '@jianbao/platform/access'
import type { Database } from '@jianbao/platform/db'
import { SealBroken, type Sealer } from '@jianbao/platform/seal'
import { type Deed, openPerson } from './open-person.ts'

/** A telephone number in the clear, for who has to call; the trail says that it was read. */
export async function readPersonPhone(
  tx: Database,
  scope: Scope,
  id: string,
  deed: Deed & { sealer: Sealer },
): Promise<{ phone: string | null }> {
  const { phoneSealed } = await openPerson(tx, scope, id, 'read-phone', deed)
  try {
    return { phone: phoneSealed === null ? null : deed.sealer.unseal(phoneSealed, id) }
  } catch (error) {
    if (error instanceof SealBroken) throw new Problem('phone-unreadable', {}, { cause: error })
    throw error
  }
}
