import { Problem } from '@jianbao/errors'
import {
  type Person as Caller,
  findAccount,
  type Scope,
  scopeOf,
  takenUsernames,
} from '@jianbao/platform/access'
import type { Database } from '@jianbao/platform/db'
import type { Sealer } from '@jianbao/platform/seal'
import { type Person, type PersonPage, type PersonQuery, personFlow } from '../../contract/index.ts'
import { personSpelling } from '../search-text.ts'
import {
  findBeyond,
  findPersonRow,
  findUnitPath,
  type PersonRow,
  selectPeople,
  selectPosts,
} from './person.store.ts'
import { viewPerson, viewSummary } from './person.view.ts'
import { actionsOn } from './person-actions.ts'
import { proposeUsernames } from './username.rules.ts'

/** What every answer about people is made with. */
export type Viewing = { readonly caller: Caller; readonly sealer: Sealer }

const administering = ['system-administrator', 'security-administrator'] as const

/** People of the scope, one page. A unit that is not there to the caller has no people. */
export async function listPeople(
  tx: Database,
  scope: Scope,
  query: PersonQuery,
  { caller, sealer }: Viewing,
): Promise<PersonPage> {
  const { page = 1, pageSize = 20, under, ...filter } = query
  const unit = under ? await findUnitPath(tx, scope, under) : null
  const found =
    under && !unit
      ? { rows: [], total: 0 }
      : await selectPeople(
          tx,
          scope,
          { ...filter, underPath: unit?.path ?? null },
          { limit: pageSize, offset: (page - 1) * pageSize },
        )
  const ids = found.rows.map(row => row.id)
  const posts = ids.length ? await selectPosts(tx, scope, ids) : []
  const beyond = await beyondFor(tx, caller, ids)
  const rows = found.rows.map(row =>
    viewSummary(
      row,
      posts.filter(post => post.personId === row.id),
      { caller, beyond: beyond.has(row.id) },
      sealer,
    ),
  )
  const keeps = scopeOf(caller, personFlow.edit.by).roots.length > 0
  return {
    rows,
    total: found.total,
    page,
    pageSize,
    underName: unit?.name ?? null,
    actions: keeps ? ['create', 'export'] : ['export'],
  }
}

/** One person of the scope. Throws `not-found`. */
export async function getPerson(tx: Database, scope: Scope, id: string, viewing: Viewing): Promise<Person> {
  const row = await findPersonRow(tx, scope, id)
  if (!row) throw new Problem('not-found')
  return showPerson(tx, scope, row, viewing)
}

async function showPerson(
  tx: Database,
  scope: Scope,
  row: PersonRow,
  { caller, sealer }: Viewing,
): Promise<Person> {
  const posts = await selectPosts(tx, scope, [row.id])
  const beyond = (await beyondFor(tx, caller, [row.id])).has(row.id)
  const administers = scopeOf(caller, administering).roots.length > 0
  const account = administers && row.username !== null ? await findAccount(tx, row.id) : null
  const around = {
    caller,
    beyond,
    ...(account ? { secondFactor: account.secondFactor, failures: account.failures } : {}),
  }
  const opens = actionsOn(row, around).includes('open-account')
  const usernameProposal = opens ? await freeUsername(tx, row.name) : null
  return viewPerson(row, posts, { ...around, account, usernameProposal }, sealer)
}

/** Who among them holds posts that the caller, as an administrator, does not reach. */
async function beyondFor(tx: Database, caller: Caller, ids: readonly string[]): Promise<Set<string>> {
  const reach = scopeOf(caller, administering)
  return reach.roots.length && ids.length ? findBeyond(tx, reach, ids) : new Set()
}

async function freeUsername(tx: Database, name: string): Promise<string | null> {
  const proposals = proposeUsernames(personSpelling(name).split(' '))
  const taken = await takenUsernames(tx, proposals)
  return proposals.find(username => !taken.has(username)) ?? null
}
