/** Ledgers and items in every state, as tests need them: by the routes, as the people who would do it. */
import { randomUUID } from 'node:crypto'
import { localDay, nextDay } from '@jianbao/platform/clock'
import { type Database, sql } from '@jianbao/platform/db'
import { type Agent, type TestApp, testUnits } from '@jianbao/testkit'
import {
  type ItemFacts,
  type ItemState,
  type LedgerItem,
  type LedgerKind,
  type LedgerRules,
  type MatterMade,
  ordinaryRules,
} from '../../contract/index.ts'

/** Writes a ledger past its campaign; answers its id. */
export async function openLedgerOf(
  db: Database,
  {
    unitId = testUnits.root,
    kind = 'rectification',
    campaignId = null,
    ...rules
  }: { unitId?: string; kind?: LedgerKind; campaignId?: string | null } & Partial<LedgerRules> = {},
): Promise<string> {
  const id = randomUUID()
  const whole: LedgerRules = { ...ordinaryRules[kind], ...rules, id: `k${id.slice(0, 8)}` }
  await db.execute(sql`insert into ledger (id, campaign_id, unit_id, scope_path, key, kind, name, rules, created_at)
    values (${id}, ${campaignId}, ${unitId}, '', ${whole.id}, ${kind}, ${whole.name}, ${JSON.stringify(whole)}::jsonb, now())`)
  return id
}

/** Proposes an item at one unit, due in thirty days; fails the test when it is refused. */
export async function proposeOne(
  by: Agent,
  ledgerId: string,
  unitId: string = testUnits.city,
  facts: Partial<ItemFacts> = {},
): Promise<LedgerItem> {
  const dueDay = facts.dueDay ?? nextDay(localDay(new Date()), 30)
  const body = { ledgerId, units: { ids: [unitId] }, facts: { title: '补齐学习记录', ...facts, dueDay } }
  const answer = await by.post('/api/ledger-matters', body)
  if (answer.statusCode !== 201) throw new Error(answer.body)
  return getItem(by, answer.json<MatterMade>().first)
}

export async function getItem(by: Agent, id: string): Promise<LedgerItem> {
  const answer = await by.get(`/api/ledger-items/${id}`)
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json<LedgerItem>()
}

/** Does a deed on an item as it stands now; fails the test when it is refused. */
export async function doTo(by: Agent, id: string, deed: string, more: object = {}): Promise<LedgerItem> {
  const { version } = await getItem(by, id)
  const answer = await by.post(`/api/ledger-items/${id}/${deed}`, { version, ...more })
  if (answer.statusCode !== 200) throw new Error(`${deed}: ${answer.body}`)
  return answer.json<LedgerItem>()
}

/** Puts a file to the proof past its route. */
export async function addProof(db: Database, itemId: string): Promise<string> {
  const id = randomUUID()
  await db.execute(sql`insert into ledger_evidence (id, item_id, sha256, name, media_type, bytes, added_by, added_name, added_at)
    values (${id}, ${itemId}, ${'a'.repeat(64)}, '签到表.pdf', 'application/pdf', 4, 'x', '甲', now())`)
  return id
}

const way = ['review', 'ready', 'dispatched', 'doing', 'feedback', 'closed', 'settled'] as const

/** An item of a unit, brought as far as `state` by those whose deeds they are. */
export async function bring(
  app: TestApp,
  {
    ledgerId,
    unit = 'city',
    state,
    facts = {},
  }: {
    ledgerId: string
    unit?: 'city' | 'county' | 'sister'
    state: Exclude<ItemState, 'cancelled'>
    facts?: Partial<ItemFacts>
  },
): Promise<LedgerItem> {
  const [keeper, lead] = [await app.as('coordinator'), await app.as(`unit-lead@${unit}`)]
  const { id } = await proposeOne(keeper, ledgerId, testUnits[unit], facts)
  const deeds: Record<(typeof way)[number], () => Promise<unknown>> = {
    review: () => doTo(keeper, id, 'submit'),
    ready: () => approvePast(app.connection.db, id),
    dispatched: () => doTo(keeper, id, 'dispatch'),
    doing: () => doTo(lead, id, 'acknowledge'),
    feedback: async () => {
      await addProof(app.connection.db, id)
      return doTo(lead, id, 'feedback', { words: '已经补齐' })
    },
    closed: () => doTo(keeper, id, 'close'),
    settled: () => doTo(keeper, id, 'settle', { words: '没有反弹' }),
  }
  for (const step of way.slice(0, (way as readonly string[]).indexOf(state) + 1)) await deeds[step]()
  return getItem(keeper, id)
}

/** There is one coordinator at each test unit; the second pair of eyes is not theirs. */
async function approvePast(db: Database, id: string): Promise<void> {
  await db.execute(
    sql`update ledger_item set state = 'ready', reviewed_at = now(), version = version + 1 where id = ${id}`,
  )
}
