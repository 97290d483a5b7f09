import type { PackReporting } from '@jianbao/campaign/contract'
import { nameUnits } from '@jianbao/organisation/server'
import type { Person } from '@jianbao/platform/access'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { InboxCampaign, InboxWords } from '../../contract/index.ts'
import { desksOf } from './inbox.store.ts'

type Row = Pick<InboxCampaign, 'id' | 'name' | 'open' | 'tasks'> & { reporting: PackReporting }

/** Desks of the caller, and what reports are sorted by: also of campaigns that are over. */
export async function inboxWords(tx: Database, person: Person): Promise<InboxWords> {
  const ids = desksOf(person)
  const units = await nameUnits(tx, ids)
  const rows = await rowsOf<Row>(
    tx,
    sql`select c.id, c.name, c.state = 'open' as open, c.pack->'reporting' as reporting,
        (select coalesce(json_agg(json_build_object('id', t.id, 'name', t.name, 'periods',
            (select coalesce(json_agg(json_build_object('no', p.no, 'name', p.name) order by p.no), '[]')
              from task_period p where p.task_id = t.id)) order by t.position, t.id), '[]')
          from task t where t.campaign_id = c.id) as tasks
      from campaign c where c.state <> 'draft' order by c.state = 'open' desc, c.from_day desc, c.id`,
  )
  const named = ({ id, name }: { id: string; name: string }) => ({ id, name })
  return {
    me: person.id,
    desks: ids.map(id => {
      const { name = '', path = '' } = units.get(id) ?? {}
      return { id, name, top: path.split('/').length <= 2 }
    }),
    campaigns: rows.map(({ reporting, ...campaign }) => ({
      ...campaign,
      columns: reporting.columns.map(named),
      types: reporting.types.map(named),
      measures: reporting.measures.map(named),
    })),
  }
}
