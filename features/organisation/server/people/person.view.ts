import type { AccountState } from '@jianbao/platform/access'
import { SealBroken, type Sealer } from '@jianbao/platform/seal'
import type { Person, PersonAccount, PersonPost, PersonSummary } from '../../contract/index.ts'
import type { PersonRow, PostRow } from './person.store.ts'
import { type Around, actionsOn, mayWithdraw } from './person-actions.ts'
import { maskPhone } from './phone.rules.ts'

/** What is shown of a number that cannot be read any more. */
const unreadable = '****'

export function viewSummary(
  row: PersonRow,
  posts: readonly PostRow[],
  around: Around,
  sealer: Sealer,
): PersonSummary {
  const { id, name, title, unitId, unitName, unitAbove, state, username } = row
  return {
    id,
    name,
    title,
    unitId,
    unitName,
    unitAbove,
    phone: showPhone(row, sealer),
    state,
    username,
    locked: row.lockedAt !== null,
    posts: posts.map(post => viewPost(row, post, around)),
    actions: actionsOn(row, around),
  }
}

export function viewPerson(
  row: PersonRow,
  posts: readonly PostRow[],
  around: Around & { account: AccountState | null; usernameProposal: string | null },
  sealer: Sealer,
): Person {
  return {
    ...viewSummary(row, posts, around, sealer),
    account: viewAccount(row, around.account),
    usernameProposal: around.usernameProposal,
    beyond: around.beyond,
    version: row.version,
    createdAt: moment(row.createdAt),
    updatedAt: moment(row.updatedAt),
  }
}

function viewPost(row: PersonRow, post: PostRow, around: Around): PersonPost {
  const { id, role, unitId, unitName, asleep, grantedAt } = post
  const actions: PersonPost['actions'] = mayWithdraw(row, post, around) ? ['withdraw'] : []
  return { id, role, unitId, unitName, asleep, grantedAt: moment(grantedAt), actions }
}

function viewAccount(row: PersonRow, account: AccountState | null): PersonAccount | null {
  if (!account || row.username === null) return null
  return { username: row.username, lockedAt: row.lockedAt && moment(row.lockedAt), ...account }
}

/** A number with most of it hidden; of the one that is sealed with a lost key only that there is one. */
export function showPhone(
  { id, phoneSealed }: Pick<PersonRow, 'id' | 'phoneSealed'>,
  sealer: Sealer,
): string | null {
  if (phoneSealed === null) return null
  try {
    return maskPhone(sealer.unseal(phoneSealed, id))
  } catch (error) {
    if (error instanceof SealBroken) return unreadable
    throw error
  }
}

function moment(at: string | Date): string {
  return new Date(at).toISOString()
}
