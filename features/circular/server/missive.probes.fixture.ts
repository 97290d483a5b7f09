import { randomUUID } from 'node:crypto'
import { rowsOf, sql } from '@jianbao/platform/db'
import { type TestApp, testUnits } from '@jianbao/testkit'
import { addItem, draft, openLedgerRows } from './missive.fixture.ts'

type Target = {
  readonly url: string
  readonly body?: object
  readonly reach?: readonly ('same unit' | 'parent' | 'child')[]
  readonly roles?: readonly string[]
}

/** A call about one fresh document of the test unit `city`, by operation. */
export async function missiveProbes(app: TestApp): Promise<Record<string, () => Promise<Target>>> {
  const { db } = app.connection
  const ledger = await openLedgerRows(db, testUnits.city)
  const item = await addItem(db, ledger, { dueDay: '2026-01-02' })
  const drafter = await app.as('coordinator@city')
  const own = { reach: ['same unit'] } as const
  // The test units have a signatory: where there is one, no lead signs.
  const signed = { ...own, roles: ['signatory'] } as const
  const drafted = async () => {
    const { ids, batchId } = await draft(drafter, { kind: 'supervision', items: [item], replyDueDay: null })
    return { id: ids[0]!, batchId }
  }
  const inState = async (state: 'draft' | 'waiting' | 'issued') => {
    const made = await drafted()
    if (state === 'waiting') await db.execute(sql`update missive set state = 'waiting' where id = ${made.id}`)
    if (state === 'issued')
      await db.execute(sql`update missive set state = 'issued', year = 2019, issued_at = now(), issued_name = '甲',
        no = (select coalesce(max(no), 0) + 1 from missive where year = 2019), date = '2019-01-01', document = '{}',
        files = '{}', delivered_at = now() where id = ${made.id}`)
    return made
  }
  const deed = async (
    name: string,
    state: 'draft' | 'waiting' | 'issued',
    more: object = {},
  ): Promise<Target> => ({
    url: `/api/missives/${(await inState(state)).id}/${name}`,
    body: { version: 0, ...more },
    ...own,
  })
  const reading = async (rest: string): Promise<Target> => ({
    url: `/api/missives/${(await inState('issued')).id}${rest}`,
  })
  const making = async (rest: string, body: object): Promise<Target> => ({
    url: `/api/missives/${(await drafted()).id}${rest}`,
    body,
    ...own,
  })
  const delivery = async (missiveId: string): Promise<string> => {
    const [row] = await rowsOf<{ id: string }>(
      db,
      sql`insert into delivery (id, missive_id, unit_id, scope_path, position, kind, name, email, way, issue_name, issuer,
          files, issued_at, letter, created_at)
        values (${randomUUID()}, ${missiveId}, ${testUnits.city}, '', 0, '发', '甲', 'a@outside.cn', 'mail', '1号', '市',
          '{}', now(), 'failed', now()) returning id`,
    )
    return row!.id
  }
  return {
    getMissive: () => reading(''),
    listMissiveItems: () => reading('/items'),
    listMissiveDeliveries: () => reading('/deliveries'),
    exportMissiveDeliveries: async () => ({ ...(await reading('/deliveries/export')), body: {} }),
    downloadMissive: async () => ({ url: `/api/missives/${(await drafted()).id}/file?format=txt`, ...own }),
    previewMissive: () => making('/preview', { words: {}, known: [] }),
    editMissive: () => making('', { version: 0, remark: '联系人' }),
    refreshMissive: () => deed('refresh', 'draft'),
    removeMissive: () => deed('remove', 'draft'),
    submitMissive: () => deed('submit', 'draft'),
    withdrawMissive: () => deed('withdraw', 'waiting'),
    returnMissive: async () => ({ ...(await deed('return', 'waiting', { reason: '再核' })), ...signed }),
    issueMissive: async () => ({ ...(await deed('issue', 'waiting')), ...signed }),
    recallMissive: async () => ({ ...(await deed('recall', 'issued', { reason: '有误' })), ...signed }),
    retryMissive: async () => {
      const { id } = await inState('issued')
      await db.execute(sql`update missive set problem = '缺字体' where id = ${id}`)
      const roles = ['coordinator', 'inspector', 'signatory']
      return { url: `/api/missives/${id}/retry`, body: { version: 0 }, ...own, roles }
    },
    submitMissiveBatch: async () => ({
      url: `/api/missive-batches/${(await drafted()).batchId}/submit`,
      ...own,
    }),
    issueMissiveBatch: async () => ({
      url: `/api/missive-batches/${(await inState('waiting')).batchId}/issue`,
      ...signed,
    }),
    remindMissiveRecipients: async () => ({ ...(await reading('/deliveries/remind')), body: {}, ...own }),
    addMissiveRecipient: async () => ({
      ...(await reading('/deliveries')),
      body: { to: '送', unitId: null, name: '省直办公室', email: null },
      ...own,
    }),
    resendMissiveLetter: async () => {
      const { id } = await inState('issued')
      return { url: `/api/missives/${id}/deliveries/${await delivery(id)}/resend`, ...own }
    },
    listItemCirculars: async () => ({
      url: `/api/ledger-items/${await addItem(db, ledger, { unitId: testUnits.city })}/circulars`,
    }),
  }
}
