import { Problem } from '@jianbao/errors'
import { nameUnits } from '@jianbao/organisation/server'
import { holds, type Scope, scopeOf, within } from '@jianbao/platform/access'
import type { EntryDraft } from '@jianbao/platform/audit'
import { localDay } from '@jianbao/platform/clock'
import { type Database, rowsOf, sql, storableText } from '@jianbao/platform/db'
import { ledgerKeepers, type NeedAccept, type NeedTargets } from '../../../contract/index.ts'
import { proposeMatter, takeLedger, unitsOf } from '../../engine/create-matter.ts'
import { type NeedActor, putToItem, takeNeed } from './act-on-need.ts'
import type { NeedServices } from './need.services.ts'
import { cleanLine } from './need.words.ts'
import { tellAsker } from './tell-asker.ts'

/** 受理立项: a matter of a ledger of services is made of the need, and goes on at once. Throws what the ledger throws. */
export async function acceptNeed(
  services: NeedServices,
  tx: Database,
  scope: Scope,
  { ledgerId, title: typed, unitId, dueDay, ...asked }: NeedAccept & { id: string },
  actor: NeedActor,
  entry: EntryDraft,
): Promise<void> {
  const row = await takeNeed(tx, scope, asked, 'accept', actor, entry)
  const ledger = await takeLedger(tx, scope, ledgerId)
  const { person, now } = actor
  if (ledger.kind !== 'service' || !holds(scopeOf(person, ledgerKeepers), ledger.path))
    throw new Problem('not-found')
  const title = cleanLine(typed)
  if (title.length < 2) throw new Problem('need-words-missing')
  const doer = unitId ?? row.unitId
  const made = await proposeMatter(tx, scope, {
    ledger,
    facts: { title, dueDay, problem: row.words },
    unitIds: await unitsOf(tx, scope, ledger, { ids: [doer] }),
    origin: { kind: 'need', id: row.id },
    submit: true,
    actor: person,
    now,
    today: localDay(now),
  })
  await putToItem(tx, row, { itemId: made.first, merged: false, title }, actor, entry)
  const unitName = (await nameUnits(tx, [doer])).get(doer)?.name ?? ''
  await tellAsker(services, tx, row, { kind: 'accepted', unitName })
}

const mostTargets = 20

/** Where the caller may put a need: open ledgers of services, and items on their way. */
export async function listNeedTargets(tx: Database, scope: Scope, q = ''): Promise<NeedTargets> {
  const ledgers = await rowsOf<NeedTargets['ledgers'][number]>(
    tx,
    sql`select l.id, l.name from ledger l where l.kind = 'service' and l.state = 'open' and ${within(scope, sql`l.scope_path`)}
      order by l.scope_path, l.name, l.id limit 200`,
  )
  const words = storableText(q).split(/\s+/).filter(Boolean)
  const match = words.map(word => sql`and strpos(i.title, ${word}) > 0`)
  const items = await rowsOf<NeedTargets['items'][number]>(
    tx,
    sql`select i.id, i.title, (select o.name from offices_by_id(array[i.unit_id]) o) as "unitName", i.due_day::text as "dueDay"
      from ledger_item i where i.kind = 'service' and i.parent_id is null and ${within(scope, sql`i.scope_path`)}
        and i.state in ('draft', 'review', 'ready', 'dispatched', 'doing', 'feedback') ${sql.join(match, sql` `)}
      order by i.due_day, i.id limit ${mostTargets}`,
  )
  return { ledgers, items }
}
