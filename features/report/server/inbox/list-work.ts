import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import type { WorkAsked, WorkGroup, WorkSource } from '@jianbao/platform/work'
import { workRows } from '@jianbao/platform/work'
import { moment } from '../report.view.ts'
import { desksOf, inInboxes, tallyInboxes } from './inbox.store.ts'

/** What waits at the desks of an editor: reports that nobody took up, and those the editor is at. */
export const inboxWork: WorkSource = {
  roles: ['editor'],
  list: async asked => [await arrived(asked), await claimed(asked)],
}

async function arrived(asked: WorkAsked): Promise<WorkGroup> {
  const { tx, person, now } = asked
  const desks = desksOf(person)
  const held = sql`r.state = 'submitted' and r.claimed_by is not null and r.claimed_until > ${now.toISOString()}`
  const free = sql`r.state = 'submitted' and (r.claimed_until > ${now.toISOString()}) is not true`
  const { submitted } = await tallyInboxes(tx, desks)
  // Few are held: they are taken off, the many others are not counted one by one.
  const count = submitted - (await countThese(tx, asked, held))
  const rows = count > 0 ? await first(asked, free) : []
  return { kind: 'report.arrived', count, link: '/inbox?claim=nobody', rows }
}

async function claimed(asked: WorkAsked): Promise<WorkGroup> {
  const { tx, person, now } = asked
  const mine = sql`r.claimed_by = ${person.id} and r.claimed_until > ${now.toISOString()}`
  const count = await countThese(tx, asked, mine)
  const rows = count > 0 ? await first(asked, mine) : []
  return { kind: 'report.claimed', count, link: '/inbox?state=all&claim=mine', rows }
}

async function countThese(tx: Database, { scope, person }: WorkAsked, where: SQL): Promise<number> {
  const [counted] = await rowsOf<{ count: number }>(
    tx,
    sql`select count(*)::int as count from report r
      where ${inInboxes({ scope, person }, desksOf(person))} and ${where}`,
  )
  return counted!.count
}

async function first({ tx, scope, person }: WorkAsked, where: SQL): Promise<WorkGroup['rows']> {
  const rows = await rowsOf<{ id: string; title: string; unitName: string; at: string | Date }>(
    tx,
    sql`select r.id, r.title, u.name as "unitName", r.arrived_at as at from report r join unit u on u.id = r.unit_id
      where ${inInboxes({ scope, person }, desksOf(person))} and ${where}
      order by r.arrived_at desc, r.id desc limit ${workRows}`,
  )
  return rows.map(({ id, title, unitName, at }) => ({
    title,
    note: unitName,
    at: moment(at),
    link: `/inbox?state=all&report=${id}`,
  }))
}
