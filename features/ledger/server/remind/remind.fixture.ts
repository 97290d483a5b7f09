/** A campaign with deadlines to be reminded of, for the test federation. */
import { randomUUID } from 'node:crypto'
import type { Pack, PackReminders } from '@jianbao/campaign/contract'
import { loadPack } from '@jianbao/campaign/server'
import { rootUnitId, wholeScope } from '@jianbao/organisation/server'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import { recordReports } from '@jianbao/report/server'

export const reminders: PackReminders = {
  before: [2],
  after: { every: 2, times: 2 },
  at: '09:00',
  quiet: { from: '20:00', to: '08:00' },
}

/** Cities and counties must report by `day`; societies by the end of the year. */
export function remindedPack(day: string, its: PackReminders | null = reminders): Pack {
  return {
    campaign: {
      schema: 'jianbao-pack/1',
      id: 'spring',
      name: '春风行动',
      from: '2026-01-01',
      to: '2026-12-31',
    },
    reporting: {
      types: [{ id: 'study', name: '学习交流' }],
      measures: [{ id: 'people', name: '人数', units: ['人'] }],
      columns: [{ id: 'news', name: '工作动态' }],
    },
    commitments: [],
    reminders: its,
    scoring: null,
    ledgers: [],
    tasks: [
      {
        id: 'opening',
        name: '动员部署',
        required: true,
        kinds: ['city', 'county'],
        deadline: { day },
        done: { reports: 1 },
      },
      {
        id: 'monthly',
        name: '主题活动日',
        required: true,
        kinds: ['city', 'county'],
        deadline: { every: 'month', from: '2026-06', to: '2026-12', dueDays: 5 },
        done: { reports: 1 },
      },
    ],
  }
}

export async function openSpring(
  db: Database,
  pack: Pack,
  now: Date,
): Promise<{ campaignId: string; opening: string }> {
  const { campaignId } = await db.transaction(tx =>
    loadPack(tx, wholeScope, { unitId: rootUnitId, pack, now, state: 'open' }),
  )
  const [task] = await rowsOf<{ id: string }>(
    db,
    sql`select id from task where campaign_id = ${campaignId} and key = 'opening'`,
  )
  return { campaignId, opening: task!.id }
}

type Told = {
  readonly campaignId: string
  readonly unitId: string
  readonly title: string
  readonly taskId?: string
  /** Sent for signature, reported to `deskId`, or accepted there. */
  readonly last: 'send' | 'approve' | 'accept'
  readonly deskId?: string
  readonly day: string
}

const states = { send: 'review', approve: 'submitted', accept: 'accepted' } as const

/** A report that stands where it was left on a day. */
export async function standingReport(db: Database, told: Told): Promise<void> {
  const { campaignId, unitId, title, taskId = null, last, deskId = unitId, day } = told
  const by = { id: 'somebody', name: '某人' }
  const actions = ['send', 'approve', 'accept'] as const
  const steps = actions.slice(0, actions.indexOf(last) + 1).map(action => ({
    action,
    state: states[action],
    by,
    unitId,
    deskId: action === 'send' ? null : deskId,
    at: new Date(`${day}T10:00:00+08:00`),
  }))
  await recordReports(db, [
    {
      ...{
        id: randomUUID(),
        unitId,
        campaignId,
        taskId,
        periodNo: taskId ? 1 : null,
        title,
        body: title,
        type: 'study',
      },
      ...{ startDay: day, place: null, partners: [], figures: [], author: by, steps },
    },
  ])
}
