/** Draws for tests, made as people make them. */
import { randomUUID } from 'node:crypto'
import { type Persona, type TestApp, testUnits } from '@jianbao/testkit'
import type { Draw, DrawPlan } from '../../contract/draw.ts'

export const planOf = (wish: Partial<DrawPlan> = {}): DrawPlan => ({
  rootId: testUnits.city,
  kinds: [],
  exclusions: [],
  stratifyBy: 'kind',
  minimums: [],
  count: 1,
  inspectorsPerObject: 2,
  objectsPerInspector: 3,
  inspectors: ['甲', '乙', '丙'].map(name => ({ key: randomUUID(), personId: null, name, unitId: null })),
  recusals: [],
  ...wish,
})

type Wish = { plan?: Partial<DrawPlan>; name?: string; by?: Persona }

export async function preparedDraw(app: TestApp, wish: Wish = {}): Promise<Draw> {
  const { plan = {}, name = '第一轮随机抽查', by = 'coordinator@city' } = wish
  const body = { id: randomUUID(), name, campaignId: null, plan: planOf(plan) }
  return expectOk(await (await app.as(by)).post('/api/draws', body), 201)
}

export async function committedDraw(app: TestApp, wish: Wish = {}): Promise<Draw> {
  const { id, version } = await preparedDraw(app, wish)
  const agent = await app.as(wish.by ?? 'coordinator@city')
  return expectOk(await agent.post(`/api/draws/${id}/commit`, { version }))
}

export async function finishedDraw(app: TestApp, wish: Wish = {}, contribution = '6 3 1'): Promise<Draw> {
  const { id, version } = await committedDraw(app, wish)
  const agent = await app.as(wish.by ?? 'coordinator@city')
  return expectOk(await agent.post(`/api/draws/${id}/draw`, { version, contribution }))
}

function expectOk(answer: { statusCode: number; body: string }, status = 200): Draw {
  if (answer.statusCode !== status) throw new Error(`${answer.statusCode}: ${answer.body}`)
  return JSON.parse(answer.body) as Draw
}
