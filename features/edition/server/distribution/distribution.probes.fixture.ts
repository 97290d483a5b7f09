import { randomUUID } from 'node:crypto'
import { rowsOf, sql } from '@jianbao/platform/db'
import { type TestApp, testUnits } from '@jianbao/testkit'
import type { DistributionRow, Erratum } from '../../contract/index.ts'
import { addTo, beginEdition, openSeries } from '../edition.fixture.ts'
import { issueEdition } from './distribution.fixture.ts'

type Target = {
  readonly url: string
  readonly body?: object
  readonly reach?: readonly ('same unit' | 'parent' | 'child')[]
}

/** A call about one fresh issued edition of the test unit `city`, or a delivery to it, by operation. */
export async function distributionProbes(app: TestApp): Promise<Record<string, () => Promise<Target>>> {
  const { db } = app.connection
  const distribution: DistributionRow[] = [
    { to: '发', recipients: [{ name: '市', unitId: testUnits.city, email: null }] },
    { to: '送', recipients: [{ name: '省直办公室', unitId: null, email: 'office@outside.cn' }] },
  ]
  const series = await openSeries(app, { unitId: testUnits.city, distribution })
  const editor = await app.as('editor@city')
  const own = { reach: ['same unit'] } as const
  const issued = async (): Promise<string> => {
    const { id } = await beginEdition(editor, series)
    await addTo(editor, id, 'news')
    await issueEdition(app, id)
    return id
  }
  const delivery = async (name: string, editionId?: string): Promise<{ id: string; editionId: string }> => {
    const of = editionId ?? (await issued())
    const [row] = await rowsOf<{ id: string }>(
      db,
      sql`select id from delivery where edition_id = ${of} and way = ${name}`,
    )
    return { id: row!.id, editionId: of }
  }
  const received = async (rest: string, more: object = {}): Promise<Target> => ({
    url: `/api/deliveries/${(await delivery('app')).id}${rest}`,
    ...more,
  })
  const change = async (): Promise<string> => {
    const editionId = await issued()
    const report = randomUUID()
    await db.execute(sql`insert into report (id, unit_id, scope_path, state, created_by, created_name, edited_name,
        created_at, updated_at, sent_at, submitted_at)
      values (${report}, ${testUnits.city}, '', 'withdrawn', 'x', 'x', 'x', now(), now(), now(), now())`)
    const [row] = await rowsOf<{ id: string }>(
      db,
      sql`insert into source_change (edition_id, item_id, report_id)
        select ${editionId}, id, ${report} from edition_item where edition_id = ${editionId} returning id`,
    )
    return row!.id
  }
  const written = { itemId: null, place: '标题', was: '120人', isNow: '150人', reason: '录入有误' }
  const erratum = async (state = 'draft'): Promise<string> => {
    const body = { editionId: await issued(), changeId: null, refId: null, ...written, words: '' }
    const { id } = (await editor.post('/api/errata', body)).json<Erratum>()
    await db.execute(sql`update erratum set state = ${state} where id = ${id}`)
    return id
  }
  const deed = async (action: string, state: string, more: object = {}): Promise<Target> => ({
    url: `/api/errata/${await erratum(state)}/${action}`,
    body: { version: 0, ...more },
    ...own,
  })
  const reason = { reason: '没有必要' }
  return {
    listDeliveries: async () => ({ url: `/api/editions/${await issued()}/deliveries` }),
    exportDeliveries: async () => ({ url: `/api/editions/${await issued()}/deliveries/export`, body: {} }),
    remindRecipients: async () => ({
      url: `/api/editions/${await issued()}/deliveries/remind`,
      body: {},
      ...own,
    }),
    addRecipient: async () => ({
      url: `/api/editions/${await issued()}/deliveries`,
      body: { to: '报', unitId: null, name: '省领导', email: null },
      ...own,
    }),
    resendLetter: async () => {
      const { id, editionId } = await delivery('mail')
      await db.execute(sql`update delivery set letter = 'failed' where id = ${id}`)
      return { url: `/api/editions/${editionId}/deliveries/${id}/resend`, ...own }
    },
    getReceived: () => received(''),
    downloadReceived: () => received('/file?format=pdf'),
    openReceived: () => received('/open'),
    acknowledgeReceived: () => received('/acknowledge', own),
    replyToReceived: async () => {
      const target = await received('/reply', { body: { words: '已经办完' }, ...own })
      await db.execute(
        sql`update delivery set reply_due_day = '2030-01-01' where ${target.url} like '%' || id || '%'`,
      )
      return target
    },
    getSourceChange: async () => ({ url: `/api/source-changes/${await change()}` }),
    dismissSourceChange: async () => ({
      url: `/api/source-changes/${await change()}/dismiss`,
      body: reason,
      ...own,
    }),
    listErratumPlaces: async () => ({ url: `/api/editions/${await issued()}/erratum-places` }),
    getErratum: async () => ({ url: `/api/errata/${await erratum()}` }),
    editErratum: async () => ({
      url: `/api/errata/${await erratum()}`,
      body: { version: 0, ...written, words: '“120人”应为“150人”。' },
      ...own,
    }),
    approveErratum: () => deed('approve', 'draft'),
    returnErratum: () => deed('return', 'approved', reason),
    publishErratum: () => deed('publish', 'approved'),
    dropErratum: () => deed('drop', 'draft', reason),
    reprintErratum: async () => {
      await beginEdition(editor, series)
      return deed('reprint', 'published')
    },
  }
}
