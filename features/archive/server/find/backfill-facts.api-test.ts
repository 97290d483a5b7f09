import { importFile } from '@jianbao/archive/server'
import { recordIssues } from '@jianbao/bulletin/server'
import { rootUnitId, wholeScope } from '@jianbao/organisation/server'
import { rowsOf, sql } from '@jianbao/platform/db'
import { bulletinText, openTestApp, type TestApp } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { backfillFacts } from './backfill-facts.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())

const errors: unknown[] = []
const backfill = () => backfillFacts(app.connection.db, error => errors.push(error))

/** A document accepted by an earlier version: its issues stand there, facts do not. */
async function acceptOld(text: string): Promise<string> {
  const { db } = app.connection
  const { document } = await importFile(
    app.archive,
    { bytes: Buffer.from(text), fileName: 'a.txt' },
    'command-line',
  )
  await app.archive.queue.idle()
  const [row] = await rowsOf<{ readings_json: string }>(
    db,
    sql`select readings_json from document_reading where document_id = ${document.id}`,
  )
  const source = { documentId: document.id, unitId: rootUnitId, at: new Date() }
  await recordIssues(db, wholeScope, source, JSON.parse(row!.readings_json))
  await db.execute(sql`update document set state = 'accepted' where id = ${document.id}`)
  await db.execute(sql`delete from article_search where issue_id in
    (select id from issue where document_id = ${document.id})`)
  return document.id
}

test('documents accepted before there was a search get their facts, once', async () => {
  await acceptOld(bulletinText({ number: 1 }) + bulletinText({ number: 2 }))
  expect(await backfill()).toBe(2)
  expect(await backfill()).toBe(0)
  const [row] = await rowsOf(
    app.connection.db,
    sql`select (select count(*)::int from article_search) as articles, (select count(*)::int from figure) as figures`,
  )
  expect(row).toEqual({ articles: 2, figures: 2 })
  const keeper = await app.as('editor')
  expect((await keeper.get(`/api/search?q=${encodeURIComponent('科普讲座')}`)).json().total).toBe(2)
})

test('one that cannot be done does not stop the others', async () => {
  const broken = await acceptOld(bulletinText({ number: 3 }))
  await acceptOld(bulletinText({ number: 4 }))
  const nothing = sql`update document_reading set readings_json = '[]' where document_id = ${broken}`
  await app.connection.db.execute(nothing)
  expect(await backfill()).toBe(1)
  expect(errors).toHaveLength(1)
})

test('what a document said leaves the search with it', async () => {
  const { db } = app.connection
  await db.execute(sql`delete from document`)
  const counts = await rowsOf(
    db,
    sql`select (select count(*)::int from article_search) as articles, (select count(*)::int from event) as events,
      (select count(*)::int from event_unit) as units, (select count(*)::int from figure) as figures`,
  )
  expect(counts).toEqual([{ articles: 0, events: 0, units: 0, figures: 0 }])
})
