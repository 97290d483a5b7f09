/** From the signature to the recipients: forms are made once and kept by their hash, then it is delivered. */
import { deliver, type OutgoingRecipient } from '@jianbao/edition/server'
import { noteOnItem } from '@jianbao/ledger/server'
import { wholeScope } from '@jianbao/organisation/server'
import { act } from '@jianbao/platform/audit'
import type { Clock } from '@jianbao/platform/clock'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { FileStore } from '@jianbao/platform/files'
import type { Circular } from '@jianbao/typesetting/contract'
import type { MissiveItem } from '../../contract/index.ts'
import type { MissiveTypesetting } from '../missive.services.ts'
import { holdMissives, type MissiveRow, readItems } from '../missive.store.ts'
import { numberOf } from '../missive.view.ts'
import { kindWords } from './kind-words.ts'

export type MakeServices = {
  readonly db: Database
  readonly clock: Clock
  readonly typesetting: Pick<MissiveTypesetting, 'text' | 'html' | 'docx' | 'pdf'>
  readonly store: Pick<FileStore, 'receive'>
}

const limitBytes = 256 * 1024 * 1024
const maker = { id: 'missives', name: '系统' } as const
/** The program's own: as the owner, of the whole federation. */
const viewer = { scope: wholeScope, person: { ...maker, posts: [] } } as unknown as Parameters<
  typeof holdMissives
>[1]

/** Makes the forms of an issued document and delivers it. Throws what typesetting throws. */
export async function makeMissive(
  services: MakeServices,
  id: string,
  done: (tx: Database) => Promise<void>,
): Promise<void> {
  const { db, clock } = services
  const [waits] = await rowsOf<{ document: Circular; issuedAt: string | Date }>(
    db,
    sql`select document, issued_at as "issuedAt" from missive
      where id = ${id} and state = 'issued' and delivered_at is null`,
  )
  if (!waits) return db.transaction(done)
  const files = await makeForms(services, waits.document, new Date(waits.issuedAt))
  await act(
    db,
    clock,
    { actor: { kind: 'system', id: maker.id }, action: 'missive.deliver', object: id },
    async (tx, entry) => {
      const [row] = await holdMissives(
        tx,
        viewer,
        sql`m.id = ${id} and m.delivered_at is null and m.state = 'issued'`,
      )
      if (row) {
        const recipients = await deliverMissive(tx, row, files, clock.now())
        entry.words = row.title
        entry.unitId = row.unitId
        entry.after = { recipients, ...files }
      }
      await done(tx)
    },
  )
}

async function makeForms(
  { typesetting, store }: MakeServices,
  document: Circular,
  createdAt: Date,
): Promise<Record<string, string>> {
  const keep = async (bytes: Uint8Array): Promise<string> => {
    const received = await store.receive(bytes, { limitBytes })
    await received.keep()
    return received.sha256
  }
  return {
    pdf: await keep(await typesetting.pdf(document, { standard: 'ua-1', red: 'screen', createdAt })),
    docx: await keep(await typesetting.docx(document)),
    html: await keep(Buffer.from(await typesetting.html(document, { standalone: true }))),
    txt: await keep(Buffer.from(await typesetting.text(document))),
  }
}

async function deliverMissive(
  tx: Database,
  row: MissiveRow,
  files: Record<string, string>,
  now: Date,
): Promise<number> {
  const items = (await readItems(tx, [row.id])).get(row.id) ?? []
  const name = numberOf(row) ?? row.title
  const { id, unitId, title, replyDueDay } = row
  const outgoing = {
    document: 'missive',
    label: kindWords[row.kind],
    id,
    unitId,
    issuer: row.unitName,
    name,
    title,
    files,
    replyDueDay,
  } as const
  const recipients = await deliver(tx, outgoing, await recipientsOf(tx, row, items), { now })
  await tx.execute(sql`update missive set files = ${JSON.stringify(files)}::jsonb, problem = null,
    delivered_at = ${now.toISOString()}, recipients = ${recipients} where id = ${id}`)
  const note = {
    ...{ action: 'missive', by: { id: row.issuedBy ?? '', name: row.issuedName ?? '' }, now },
    ...{ words: `${kindWords[row.kind]} ${name}`, details: { missive: id, kind: row.kind, number: name } },
  }
  const [there] = await rowsOf<{ ids: string[] }>(
    tx,
    sql`select coalesce(json_agg(id), '[]') as ids from ledger_item
      where id = any (${`{${items.map(({ itemId }) => itemId).join(',')}}`}::uuid[])`,
  )
  for (const itemId of there!.ids) await noteOnItem(tx, itemId, note)
  return recipients
}

/** The unit it is for, of a circular all below; then the copies. What concerns whom goes with it. */
async function recipientsOf(
  tx: Database,
  { kind, addresseeId, unitId, copies }: MissiveRow,
  items: readonly MissiveItem[],
): Promise<OutgoingRecipient[]> {
  const units =
    kind === 'circular'
      ? await rowsOf<{ id: string; name: string }>(
          tx,
          sql`select id, name from unit where starts_with(path, (select path from unit where id = ${addresseeId}))
            and state = 'active' and id <> ${unitId} order by path`,
        )
      : await rowsOf<{ id: string; name: string }>(
          tx,
          sql`select id, name from unit where id = ${addresseeId}`,
        )
  const main = units.map(({ id, name }) => ({
    ...({ to: '发', unitId: id, name, email: null, replies: kind === 'supervision' } as const),
    about: items.filter(item => item.unitId === id).map(item => ({ id: item.itemId, title: item.title })),
  }))
  const had = new Set(units.map(({ id }) => id))
  const others = copies
    .filter(copy => copy.unitId === null || !had.has(copy.unitId))
    .map(copy => ({ ...copy, to: '送', email: null }) as const)
  return [...main, ...others]
}
