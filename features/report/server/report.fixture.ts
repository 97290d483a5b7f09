/** A campaign to report for, and reports in whatever state a test needs them. */
import { randomUUID } from 'node:crypto'
import type { Pack, PackReporting } from '@jianbao/campaign/contract'
import { loadPack } from '@jianbao/campaign/server'
import { rootUnitId, wholeScope } from '@jianbao/organisation/server'
import { rowsOf, sql } from '@jianbao/platform/db'
import { type Agent, type TestApp, testUnits } from '@jianbao/testkit'
import type { Report, ReportDraft } from '../contract/index.ts'

export const reporting: PackReporting = {
  types: [
    { id: 'study', name: '学习交流', reads: ['study', 'meeting'] },
    { id: 'outreach', name: '科普宣传', reads: ['outreach'] },
    { id: 'service', name: '志愿服务', reads: ['service'] },
  ],
  measures: [
    { id: 'people', name: '人数', units: ['人', '名'], reads: 'people' },
    { id: 'attendances', name: '人次', units: ['人次'], reads: 'persontimes' },
    { id: 'views', name: '浏览量', units: ['次'], reads: 'views' },
    { id: 'copies', name: '份数', units: ['份', '册'], reads: 'copies' },
    { id: 'money', name: '金额', units: ['元', '万元'], reads: 'money', fractions: true },
  ],
  columns: [
    { id: 'lead', name: '要情快报' },
    { id: 'news', name: '学教动态' },
    { id: 'briefs', name: '学教短波' },
  ],
}

/** A campaign of the year of `day`: one task done once, due that day, and one of every month for cities and counties. */
export function packAround(day: string, id = 'trial'): Pack {
  const year = day.slice(0, 4)
  return {
    campaign: { schema: 'jianbao-pack/1', id, name: '青禾行动', from: `${year}-01-01`, to: `${year}-12-31` },
    reporting,
    commitments: [],
    reminders: null,
    scoring: null,
    ledgers: [],
    tasks: [
      {
        id: 'opening',
        name: '动员部署',
        required: true,
        kinds: ['city', 'county'],
        deadline: { day },
        lockAfterDays: 10,
        done: { reports: 1, types: ['study'] },
      },
      {
        id: 'monthly',
        name: '主题活动日',
        short: '活动日',
        required: true,
        kinds: ['city', 'county'],
        deadline: { every: 'month', from: `${year}-01`, to: `${year}-12`, dueDays: 5 },
        done: { reports: 1 },
      },
      {
        id: 'towns',
        name: '学会走进乡村',
        required: false,
        kinds: ['society'],
        deadline: { day: `${year}-12-20` },
        done: { reports: 1 },
      },
    ],
  }
}

/** Opens a campaign for the whole federation; answers its id and those of its tasks by key. */
export async function openCampaign(
  { connection }: Pick<TestApp, 'connection'>,
  pack: Pack,
  now = new Date(),
): Promise<{ campaignId: string; tasks: Record<string, string> }> {
  const { campaignId } = await connection.db.transaction(tx =>
    loadPack(tx, wholeScope, { unitId: rootUnitId, pack, now, state: 'open' }),
  )
  const rows = await rowsOf<{ id: string; key: string }>(
    connection.db,
    sql`select id, key from task where campaign_id = ${campaignId}`,
  )
  return { campaignId, tasks: Object.fromEntries(rows.map(({ id, key }) => [key, id])) }
}

export function draftOf(written: Partial<ReportDraft> = {}): ReportDraft {
  return {
    version: null,
    unitId: testUnits.city,
    campaignId: null,
    taskId: null,
    periodNo: null,
    commissionId: null,
    title: '云岭市科协举办科普讲座',
    body: '5月10日，云岭市科协在市科技馆举办科普讲座，120人参加。',
    type: 'study',
    startDay: '2026-05-10',
    endDay: null,
    place: '市科技馆',
    partners: [],
    figures: [],
    proposal: null,
    ...written,
  }
}

/** Saves a new report as somebody; fails the test when it is refused. */
export async function writeReport(by: Agent, written: Partial<ReportDraft> = {}): Promise<Report> {
  const answer = await by.request({
    method: 'PUT',
    url: `/api/reports/${randomUUID()}`,
    payload: draftOf(written),
  })
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json<Report>()
}

/** Carries out a deed on a report as somebody; fails the test when it is refused. */
export async function deed(
  by: Agent,
  { id, version }: Pick<Report, 'id' | 'version'>,
  action: string,
  more: object = {},
): Promise<Report> {
  const answer = await by.post(`/api/reports/${id}/${action}`, { version, ...more })
  if (answer.statusCode !== 200) throw new Error(`${action}: ${answer.body}`)
  return answer.json<Report>()
}
