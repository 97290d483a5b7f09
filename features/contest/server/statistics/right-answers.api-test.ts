/** What is right is for who keeps questions: others in the same office may play as well. */
import { openTestApp, type Persona, type TestApp, testUnits } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ContestQuestionPage } from '../../contract/index.ts'
import { openContestOf } from '../play/play.fixture.ts'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())

test('numbers of questions are for the whole office, their options for who may see banks', async () => {
  const contest = await openContestOf(app.connection.db, app.sealer, { unitId: testUnits.city })
  const optionsFor = async (persona: Persona): Promise<number> => {
    const answer = await (await app.as(persona)).get(`/api/contests/${contest.id}/statistics/questions`)
    expect(answer.statusCode).toBe(200)
    const { rows } = answer.json<ContestQuestionPage>()
    expect(rows).toHaveLength(20)
    return rows.reduce((sum, { options }) => sum + options.length, 0)
  }
  for (const role of ['coordinator', 'editor', 'reviser', 'unit-lead', 'signatory'] as const)
    expect([role, await optionsFor(`${role}@city`)]).toEqual([role, 80])
  for (const role of ['reporter', 'inspector'] as const)
    expect([role, await optionsFor(`${role}@city`)]).toEqual([role, 0])
})
