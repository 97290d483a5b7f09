import { localDay, nextDay } from '@jianbao/platform/clock'
import { rowsOf, sql } from '@jianbao/platform/db'
import { type TestApp, testUnits, uploadBody } from '@jianbao/testkit'
import type { ClosedSummary, ItemState, LedgerItem } from '../../contract/index.ts'
import { addReport } from '../ledger.fixture.ts'
import { addProof, bring, doTo, getItem, openLedgerOf } from './engine.fixture.ts'

type Target = {
  readonly url: string
  readonly body?: object
  readonly reach?: readonly ('same unit' | 'parent' | 'child')[]
}

const frozen: ClosedSummary = {
  closedAt: '2026-03-02T02:00:00.000Z',
  closedBy: '甲',
  words: null,
  title: '补齐学习记录',
  unitName: '云岭市科协',
  ownerName: '',
  measure: '',
  dueDay: '2026-03-09',
  late: false,
  target: null,
  reached: 0,
  percent: 100,
  spent: null,
  evidence: [],
}

/** A call about one fresh item of the test unit `city`, by operation: a part that the city keeps for itself. */
export async function engineProbes(app: TestApp): Promise<Record<string, () => Promise<Target>>> {
  const { db } = app.connection
  const ledgerId = await openLedgerOf(db, { unitId: testUnits.city })
  const lead = await app.as('unit-lead@city')
  const later = nextDay(localDay(new Date()), 60)
  const whole = await bring(app, { ledgerId, state: 'doing' })
  /** Written past the routes: each probe of hundreds wants a fresh one. */
  const part = async (state: ItemState) => {
    const closed = state === 'closed' || state === 'settled'
    const summary = closed ? JSON.stringify(frozen) : null
    const [row] = await rowsOf<{ id: string; version: number }>(
      db,
      sql`insert into ledger_item (id, matter_id, ledger_id, kind, title, unit_id, scope_path, keeper_id, parent_id,
          start_day, due_day, near_day, state, submitted_by, dispatched_at, summary, flag, updated_at)
        select gen_random_uuid(), i.matter_id, i.ledger_id, i.kind, i.title, i.unit_id, '', i.keeper_id, i.id,
          i.start_day, i.due_day, i.near_day, ${state}, 'x', now(), ${summary}::jsonb,
          ${closed ? 'evidence' : null}, now() from ledger_item i where i.id = ${whole.id} returning id, version`,
    )
    await addProof(db, row!.id)
    return row!
  }
  const deed =
    (name: string, state: ItemState, own: boolean, more: object = {}) =>
    async (): Promise<Target> => {
      const { id, version } = await part(state)
      const reach = own ? (['same unit'] as const) : undefined
      return {
        url: `/api/ledger-items/${id}/${name}`,
        body: { version, ...more },
        ...(reach ? { reach } : {}),
      }
    }
  const words = { words: '按要求办理' }
  const proof = async (): Promise<{ url: string; version: number }> => {
    const { id, version } = await part('doing')
    const { payload, contentType } = await uploadBody([
      { field: 'file', fileName: '签到表.txt', content: '到会十二人' },
    ])
    const url = `/api/ledger-items/${id}/evidence-files?version=${version}`
    const item = (await lead.upload(payload, contentType, url)).json<LedgerItem>()
    return { url: `/api/ledger-items/${id}/evidence/${item.proof.at(-1)!.id}`, version: item.version }
  }
  return {
    getLedgerItem: async () => ({
      url: `/api/ledger-items/${(await bring(app, { ledgerId, state: 'doing' })).id}`,
    }),
    editLedgerItem: async () => {
      const { id, version } = await part('draft')
      return { url: `/api/ledger-items/${id}`, body: { version, facts: { measure: '逐项核对' } } }
    },
    submitLedgerItem: deed('submit', 'draft', false),
    approveLedgerItem: deed('approve', 'review', false),
    rejectLedgerItem: deed('reject', 'review', false, words),
    dispatchLedgerItem: deed('dispatch', 'ready', false),
    acknowledgeLedgerItem: deed('acknowledge', 'dispatched', true),
    declineLedgerItem: deed('decline', 'dispatched', true, words),
    feedbackLedgerItem: deed('feedback', 'doing', true, words),
    returnLedgerItem: deed('return', 'feedback', false, words),
    closeLedgerItem: deed('close', 'feedback', false),
    settleLedgerItem: deed('settle', 'closed', false),
    cancelLedgerItem: deed('cancel', 'doing', false, words),
    unflagLedgerItem: deed('unflag', 'closed', false, words),
    progressLedgerItem: deed('progress', 'doing', true, { ...words, percent: 40 }),
    reopenLedgerItem: deed('reopen', 'closed', false, { ...words, dueDay: later }),
    handLedgerItem: deed('hand', 'doing', true, { ownerId: null, ownerName: '甲' }),
    amendLedgerItem: deed('amend', 'doing', false, { ...words, facts: { measure: '逐项核对' } }),
    extendLedgerItem: deed('extend', 'doing', true, { ...words, toDay: later }),
    decideLedgerItem: async () => {
      const { id } = await part('doing')
      await doTo(lead, id, 'extend', { ...words, toDay: later })
      const { version } = await getItem(lead, id)
      return { url: `/api/ledger-items/${id}/decide`, body: { version, grant: true } }
    },
    decomposeLedgerItem: deed('decompose', 'doing', true, { parts: [{ unitId: testUnits.county }] }),
    proveLedgerItem: async () => {
      const { id, version } = await part('doing')
      const reportId = await addReport(db, { unitId: testUnits.city })
      const body = { version, reportIds: [reportId] }
      return { url: `/api/ledger-items/${id}/evidence`, body, reach: ['same unit'] }
    },
    // Sent as JSON it is refused for its form: past the wall all the same.
    addLedgerProof: async () => {
      const { id, version } = await part('doing')
      return {
        url: `/api/ledger-items/${id}/evidence-files?version=${version}`,
        reach: ['same unit', 'parent'],
      }
    },
    withdrawLedgerProof: async () => {
      const { url, version } = await proof()
      return { url: `${url}/withdraw`, body: { version, ...words }, reach: ['same unit'] }
    },
    getLedgerProof: async () => ({ url: `${(await proof()).url}/file` }),
  }
}
