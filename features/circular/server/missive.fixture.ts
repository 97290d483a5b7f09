/** A ledger of the top unit with dispatched items, as rows; and documents about them, as callers make them. */
import { randomUUID } from 'node:crypto'
import { type Database, sql } from '@jianbao/platform/db'
import { type Agent, type TestApp, testUnits } from '@jianbao/testkit'
import { expect } from 'vitest'
import type { Missive, MissiveDrafted } from '../contract/index.ts'

export type ItemWish = {
  readonly unitId?: string
  readonly title?: string
  readonly state?: string
  readonly dueDay?: string
  readonly nearDay?: string
  readonly milestoneDay?: string | null
  readonly percent?: number
}
export type TestLedger = { readonly id: string; readonly unitId: string }

/** A ledger of a unit; the top one when left out. */
export async function openLedgerRows(db: Database, unitId: string = testUnits.root): Promise<TestLedger> {
  const id = randomUUID()
  await db.execute(sql`insert into ledger (id, unit_id, scope_path, key, kind, name, rules, created_at)
    values (${id}, ${unitId}, '', ${id.slice(0, 8)}, 'rectification', '整改台账', ${JSON.stringify({
      ...{ id: 'zg', kind: 'rectification', name: '整改台账', nearDays: 3, closing: 'verified' },
      steps: { review: true, acknowledge: true, recheckDays: null },
    })}::jsonb, now())`)
  return { id, unitId }
}

/** An item of the test unit `county`: red since 10 June 2026 when nothing else is wished. */
export async function addItem(db: Database, ledger: TestLedger, wish: ItemWish = {}): Promise<string> {
  const { unitId = testUnits.county, title = '健全信息员队伍', state = 'doing', percent = 30 } = wish
  const { dueDay = '2026-06-10', milestoneDay = null, nearDay = dueDay } = wish
  const [matter, item] = [randomUUID(), randomUUID()]
  const done = state === 'closed' ? JSON.stringify({ closedBy: '甲' }) : null
  await db.execute(sql`with no as (update ledger set last_no = last_no + 1 where id = ${ledger.id} returning last_no)
    insert into ledger_matter (id, ledger_id, no, title, created_by, created_name, created_at)
    select ${matter}, ${ledger.id}, last_no, ${title}, 'x', '甲', now() from no`)
  await db.execute(sql`insert into ledger_item (id, matter_id, ledger_id, kind, title, unit_id, scope_path, keeper_id,
      start_day, due_day, near_day, milestone_day, percent, state, dispatched_at, summary, updated_at)
    values (${item}, ${matter}, ${ledger.id}, 'rectification', ${title}, ${unitId}, '', ${ledger.unitId}, '2026-01-01',
      ${dueDay}, least(${nearDay}::date, ${dueDay}::date), ${milestoneDay}, ${percent}, ${state},
      ${state === 'draft' ? null : '2026-01-05T00:00:00Z'}, ${done}::jsonb, now())`)
  return item
}

/** Drafts; fails the test when it is refused. */
export async function draft(by: Agent, body: object): Promise<MissiveDrafted> {
  const answer = await by.post('/api/missives', body)
  expect(answer.statusCode, answer.body).toBe(201)
  return answer.json()
}

export async function getMissive(by: Agent, id: string): Promise<Missive> {
  const answer = await by.get(`/api/missives/${id}`)
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}

/** One deed on a document in its newest version; fails the test when it is refused. */
export async function deed(by: Agent, id: string, name: string, more: object = {}): Promise<Missive> {
  const { version } = await getMissive(by, id)
  const answer = await by.post(`/api/missives/${id}/${name}`, { version, ...more })
  expect(answer.statusCode, answer.body).toBe(200)
  return answer.json()
}

/** Drafted, signed, made and delivered. */
export async function issued(app: TestApp, body: object): Promise<string[]> {
  const coordinator = await app.as('coordinator')
  const { ids, batchId } = await draft(coordinator, body)
  expect((await coordinator.post(`/api/missive-batches/${batchId}/submit`)).statusCode).toBe(200)
  const signed = await (await app.as('signatory')).post(`/api/missive-batches/${batchId}/issue`)
  expect(signed.statusCode, signed.body).toBe(200)
  await app.missives.settle()
  return ids
}
