/** Tours for tests, planned through the API by those who plan them. */
import { randomUUID } from 'node:crypto'
import { rowsOf, sql } from '@jianbao/platform/db'
import { type Agent, type Persona, postOf, type TestApp, testUnits } from '@jianbao/testkit'
import type { Question, Stop, Tour, TourDraft } from '../contract/index.ts'

export const questions = {
  staffed: randomUUID(),
  grade: randomUUID(),
  lectures: randomUUID(),
  seen: randomUUID(),
}
export const checklist: Question[] = [
  {
    id: questions.staffed,
    kind: 'yes-no',
    text: '有专人负责科普工作',
    options: [],
    measure: '',
    noIsFinding: true,
  },
  {
    id: questions.grade,
    kind: 'choice',
    text: '台账情况',
    options: ['齐全', '不全'],
    measure: '',
    noIsFinding: false,
  },
  {
    id: questions.lectures,
    kind: 'figure',
    text: '今年办讲座',
    options: [],
    measure: '场',
    noIsFinding: false,
  },
  { id: questions.seen, kind: 'words', text: '现场查看情况', options: [], measure: '', noIsFinding: false },
]

/** The person behind a persona that holds a role. */
export async function personOf(app: TestApp, persona: Persona): Promise<string> {
  const { role, unit } = postOf(persona)!
  const [row] = await rowsOf<{ id: string }>(
    app.connection.db,
    sql`select m.person_id as id from membership m where m.role = ${role} and m.unit_id = ${testUnits[unit]}
      order by m.granted_at limit 1`,
  )
  return row!.id
}

export async function tourDraft(app: TestApp, wish: Partial<TourDraft> = {}): Promise<TourDraft> {
  return {
    id: randomUUID(),
    name: '科普工作巡回指导',
    purpose: '看台账、看现场、听群众怎么说',
    campaignId: null,
    fromDay: '2026-06-01',
    toDay: '2026-06-05',
    announced: true,
    team: [{ personId: await personOf(app, 'inspector@city'), leader: true }],
    checklist,
    ...wish,
  }
}

export async function planned(app: TestApp, by: Agent, wish: Partial<TourDraft> = {}): Promise<Tour> {
  const answer = await by.post('/api/tours', await tourDraft(app, wish))
  if (answer.statusCode !== 201) throw new Error(answer.body)
  return answer.json()
}

export async function withStops(
  by: Agent,
  tour: Tour,
  stops: readonly { unitId: string; day: string }[] = [{ unitId: testUnits.county, day: '2026-06-01' }],
): Promise<Tour> {
  const answer = await by.post(`/api/tours/${tour.id}/stops`, { stops })
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json()
}

export async function moved(by: Agent, tour: Tour, deed: string, more: object = {}): Promise<Tour> {
  const answer = await by.post(`/api/tours/${tour.id}/${deed}`, { version: tour.version, ...more })
  if (answer.statusCode !== 200) throw new Error(answer.body)
  return answer.json()
}

/** A tour of the city under way, with one stop at the county. */
export async function underWay(
  app: TestApp,
  by: Agent,
  wish: Partial<TourDraft> = {},
): Promise<{ tour: Tour; stopId: string }> {
  const tour = await moved(by, await withStops(by, await planned(app, by, wish)), 'open')
  return { tour, stopId: tour.stopList[0]!.id }
}

export const deviceA = '11111111-1111-4111-8111-111111111111'
export const deviceB = '22222222-2222-4222-8222-222222222222'

export const findingWords = {
  questionId: null,
  problem: '台账没有按月更新',
  basis: '年度科普工作要点第三条',
  seriousness: 'major',
  measure: '指定专人，每月五日前更新',
  dueDay: '2026-07-31',
}
export const talkWords = { topic: '夜校办得怎么样', kind: 'public', people: 6, notes: '希望多讲种植技术。' }

const put = (by: Agent, url: string, payload: object) => by.request({ method: 'PUT', url, payload })
export const answerTo = (by: Agent, stopId: string, question: string, body: object) =>
  put(by, `/api/stops/${stopId}/answers/${question}`, { base: 0, device: deviceA, ...body })
export const findingAt = (by: Agent, stopId: string, id: string, body: object = {}) =>
  put(by, `/api/stops/${stopId}/findings/${id}`, { base: 0, device: deviceA, ...findingWords, ...body })
export const talkAt = (by: Agent, stopId: string, id: string, body: object = {}) =>
  put(by, `/api/stops/${stopId}/interviews/${id}`, { base: 0, device: deviceA, ...talkWords, ...body })

export const readStop = async (by: Agent, id: string): Promise<Stop> =>
  (await by.get(`/api/stops/${id}`)).json()
