/** An issued edition past signing and typesetting, as tests of what comes after need it. */
import { join } from 'node:path'
import { recordComposed } from '@jianbao/bulletin/server'
import { rowsOf, sql } from '@jianbao/platform/db'
import { openFileStore } from '@jianbao/platform/files'
import type { TestApp } from '@jianbao/testkit'
import type { Bulletin } from '@jianbao/typesetting/contract'
import { distribute } from './distribute.ts'

export const printedPdf = Buffer.from('%PDF-1.7 as it was issued')
export const printedHtml = Buffer.from('<!doctype html><title>简报</title><p>正文</p>')

/** Issues an edition as freezing does: state, issue, frozen files, distribution. */
export async function issueEdition(app: TestApp, editionId: string, now = new Date()): Promise<void> {
  const store = await openFileStore(join(app.config.dataFolder, 'issues'))
  const keep = async (bytes: Buffer): Promise<string> => {
    const received = await store.receive(bytes, { limitBytes: 10_000_000 })
    await received.keep()
    return received.sha256
  }
  const files = { pdf: await keep(printedPdf), html: await keep(printedHtml) }
  await app.connection.db.transaction(async tx => {
    const [edition] = await rowsOf<{ unitId: string; seriesId: string; name: string; no: number }>(
      tx,
      sql`update edition e set state = 'issued', number_year = 2026, issue_no = (select count(*)::int + 1 from edition o
            where o.series_id = e.series_id and o.issue_no is not null), signed_at = ${now.toISOString()},
          issued_at = ${now.toISOString()} from series s where s.id = e.series_id and e.id = ${editionId}
        returning e.unit_id as "unitId", s.id as "seriesId", s.name, e.issue_no as no`,
    )
    const items = await rowsOf<{ id: string; headline: string }>(
      tx,
      sql`select id, headline from edition_item where edition_id = ${editionId} order by position`,
    )
    const { unitId, seriesId, name, no } = edition!
    const model: Bulletin = {
      schema: 'jianbao-bulletin/1',
      series: name,
      issueNo: no,
      publisher: '办公室',
      date: '2026-06-01',
      columns: [],
      distribution: [],
    }
    const articles = items.map(({ id, headline }) => ({
      ...{ id, headline, kind: 'article' as const, contributor: null, paragraphs: ['正文'], withheld: false },
    }))
    await recordComposed(tx, {
      ...{ id: editionId, unitId, seriesId, model, files, pictures: [], events: 0, figures: 0, at: now },
      columns: [{ name: '学教动态', articles }],
      publishedAt: null,
      signed: { name: '签发人', at: now },
    })
    await distribute(tx, { id: editionId }, now)
  })
}
