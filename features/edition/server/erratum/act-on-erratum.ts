/** What is done with an erratum that is there: worded, approved, given back, published, dropped, reprinted. */
import { recordErratum } from '@jianbao/bulletin/server'
import { Problem } from '@jianbao/errors'
import type { EntryDraft } from '@jianbao/platform/audit'
import { localDay } from '@jianbao/platform/clock'
import { type Database, rowsOf, sql, storableText } from '@jianbao/platform/db'
import { notify } from '@jianbao/platform/notify'
import {
  docOf,
  type ErratumAction,
  type ErratumChange,
  type ErratumStep,
  editionReaders,
  erratumFlow,
  erratumRefusal,
} from '../../contract/index.ts'
import { peopleOfUnits } from '../distribution/people-of-units.ts'
import type { Viewer } from '../edition.store.ts'
import { addItems } from '../item/add-items.ts'
import { type ErratumRow, holdErratum, standingOfErratum } from './erratum.store.ts'

const desk: readonly string[] = editionReaders
type Asked = { readonly id: string; readonly now: Date }

async function take(
  tx: Database,
  viewer: Viewer,
  asked: { readonly id: string; readonly version: number },
  action: ErratumAction,
  entry: EntryDraft,
): Promise<ErratumRow> {
  const row = await holdErratum(tx, viewer, asked)
  const standing = standingOfErratum(row, viewer)
  // Whoever works at that desk sees it and hears why; to those above it is not theirs to change.
  if (!standing.roles.some(role => desk.includes(role))) throw new Problem('not-found')
  if (erratumRefusal(action, standing) !== null)
    throw new Problem('erratum-settled', { name: row.editionName })
  entry.words = row.editionName
  entry.unitId = row.unitId
  return row
}

/** Throws `not-found`, `erratum-settled`, `changed-meanwhile`. */
export async function editErratum(
  tx: Database,
  viewer: Viewer,
  { id, now, change }: Asked & { readonly change: ErratumChange },
  entry: EntryDraft,
): Promise<void> {
  const row = await take(tx, viewer, { id, version: change.version }, 'edit', entry)
  const text = (words: string) => storableText(words).trim()
  const items = change.itemId
    ? await rowsOf(
        tx,
        sql`select from edition_item where id = ${change.itemId} and edition_id = ${row.editionId}`,
      )
    : [null]
  if (!items.length) throw new Problem('not-found')
  await tx.execute(sql`update erratum set item_id = ${change.itemId}, place = ${text(change.place)},
      was = ${text(change.was)}, is_now = ${text(change.isNow)}, reason = ${text(change.reason)},
      words = ${text(change.words)}, note = null, version = version + 1, updated_at = ${now.toISOString()}
    where id = ${id}`)
  entry.after = { was: text(change.was), isNow: text(change.isNow) }
}

/** Every deed but editing. Throws as `editErratum`, `reason-required`, and `erratum-no-edition` where there is none to reprint it in. */
export async function actOnErratum(
  tx: Database,
  viewer: Viewer,
  {
    id,
    now,
    action,
    step,
  }: Asked & { readonly action: Exclude<ErratumAction, 'edit'>; readonly step: ErratumStep },
  entry: EntryDraft,
): Promise<void> {
  const row = await take(tx, viewer, { id, version: step.version }, action, entry)
  const flow: { readonly to: string | null; readonly reason?: true } = erratumFlow[action]
  const reason = storableText(step.reason ?? '').trim()
  if (flow.reason && reason.length < 2) throw new Problem('bad-request', { reason: 'reason' })
  const at = now.toISOString()
  const { name } = viewer.person
  const set = {
    approve: sql`approved_name = ${name}, approved_at = ${at}, note = null`,
    return: sql`approved_name = null, approved_at = null, note = ${reason}`,
    publish: sql`published_name = ${name}, published_at = ${at}, letters_due = true`,
    drop: sql`note = ${reason}`,
    reprint: sql`reprinted_in = ${action === 'reprint' ? await reprint(tx, viewer, row, now) : null}`,
  }[action]
  await tx.execute(sql`update erratum set state = ${flow.to ?? row.state}, ${set}, version = version + 1,
    updated_at = ${at} where id = ${id}`)
  if (action === 'publish') await publish(tx, viewer, row, now)
  entry.after = { ...(flow.to ? { state: flow.to } : {}), ...(reason ? { reason } : {}), words: row.words }
}

/** The issue gets its erratum, the change that led to it is settled, and whoever got the issue is told. */
async function publish(tx: Database, { person }: Viewer, row: ErratumRow, now: Date): Promise<void> {
  const [article] = await rowsOf<{ id: string }>(
    tx,
    sql`select a.id from article a join issue_column c on c.id = a.column_id
        join edition_item i on i.id = ${row.itemId}
        left join edition_item near on near.id = a.id
      where c.issue_id = ${row.editionId} and (a.id = i.id or (a.kind = 'briefs' and near.column_key = i.column_key))
      order by (a.id = i.id) desc limit 1`,
  )
  await recordErratum(tx, {
    id: row.id,
    issueId: row.editionId,
    articleId: article?.id ?? null,
    place: row.place,
    was: row.was,
    isNow: row.isNow,
    reason: row.reason,
    byName: person.name,
    at: now,
  })
  if (row.changeId)
    await tx.execute(sql`update source_change set state = 'corrected', settled_name = ${person.name},
      settled_reason = ${row.words}, settled_at = ${now.toISOString()} where id = ${row.changeId} and state = 'open'`)
  const units = await rowsOf<{ unitId: string }>(
    tx,
    sql`select recipient_id as "unitId" from delivery where edition_id = ${row.editionId} and recipient_id is not null`,
  )
  const people = await peopleOfUnits(
    tx,
    units.map(({ unitId }) => unitId),
  )
  await notify(tx, {
    to: people.map(({ personId }) => personId),
    kind: 'erratum.published',
    details: { issue: row.editionName, words: row.words },
    link: `/received?edition=${row.editionId}`,
    at: now,
  })
}

/** Into the newest open edition of the series, at the end of its last column of articles. */
async function reprint(tx: Database, viewer: Viewer, row: ErratumRow, now: Date): Promise<string> {
  const [next] = await rowsOf<{ id: string; columnKey: string | null }>(
    tx,
    sql`select e.id, (select c ->> 'key' from jsonb_array_elements(s.columns) with ordinality as k(c, no)
          where c ->> 'rule' = 'articles' order by no desc limit 1) as "columnKey"
      from edition e join series s on s.id = e.series_id
      where e.series_id = (select series_id from edition where id = ${row.editionId})
        and e.state in ('drafting', 'returned') order by e.created_at desc limit 1`,
  )
  if (!next?.columnKey) throw new Problem('erratum-no-edition', { name: row.editionName })
  const text = {
    kind: 'article',
    headline: '勘误',
    subtitle: '',
    contributor: '',
    doc: docOf(row.words),
  } as const
  const draft = { columnKey: next.columnKey, before: null, adoptionIds: [], apart: false, text }
  await addItems(tx, viewer, { id: next.id, draft, now, today: localDay(now) }, {})
  return next.id
}
