import type { Role } from '@jianbao/platform/access'
import type { Sealer } from '@jianbao/platform/seal'
import { type WorkAsked, type WorkGroup, type WorkSource, workRows } from '@jianbao/platform/work'
import { type PersonFilter, personFlow } from '../../contract/index.ts'
import { listPeople } from './list-people.ts'

type Waiting = { kind: string; by: readonly Role[]; filter: PersonFilter; link: string }

/** People who cannot work yet, each kind for those who can help. */
const waiting: readonly Waiting[] = [
  {
    kind: 'person.no-account',
    by: personFlow['open-account'].by,
    filter: { account: 'none' },
    link: '/people?account=none',
  },
  { kind: 'person.no-role', by: personFlow.grant.by, filter: { role: 'none' }, link: '/people?role=none' },
  {
    kind: 'account.locked',
    by: personFlow.unlock.by,
    filter: { account: 'locked' },
    link: '/people?account=locked',
  },
]

export function peopleWork(sealer: Sealer): WorkSource[] {
  return waiting.map(({ by, ...group }) => ({
    roles: by,
    list: async asked => [await peopleWho(asked, group, sealer)],
  }))
}

async function peopleWho(
  { tx, scope, person }: WorkAsked,
  { kind, filter, link }: Omit<Waiting, 'by'>,
  sealer: Sealer,
): Promise<WorkGroup> {
  const query = { ...filter, pageSize: workRows }
  const { rows, total } = await listPeople(tx, scope, query, { caller: person, sealer })
  return {
    kind,
    count: total,
    link,
    rows: rows.map(row => ({
      title: row.name,
      note: [row.unitName, row.title].filter(Boolean).join(' · '),
      at: null,
      link: `/people/${row.id}`,
    })),
  }
}
