import { type TestApp, testUnits } from '@jianbao/testkit'
import { addCountedContest, contestUnits, playAttempts } from './statistics.fixture.ts'

type Place = 'same unit' | 'parent' | 'child'
type Target = { readonly url: string; readonly body?: object; readonly reach?: readonly Place[] }

/** A contest of the city: its county has a part of it, the sister nothing. */
export async function statisticsProbes(app: TestApp): Promise<Record<string, () => Promise<Target>>> {
  const { db } = app.connection
  const contest = async () => {
    const made = await addCountedContest(db, { unitId: testUnits.city, units: ['city', 'county'] })
    const startedAt = new Date(Date.now() - 3_600_000)
    await playAttempts(db, made, [
      { player: 1, n: 0, unitNo: contestUnits.city, startedAt, score: 80, flags: 1 },
      { player: 2, n: 0, unitNo: contestUnits.county, startedAt, score: 60 },
    ])
    return made
  }
  const part = ['same unit', 'parent', 'child'] as const
  const below =
    (path: string, body?: object, reach: readonly Place[] = part) =>
    async (): Promise<Target> => ({
      ...{ url: `/api/contests/${(await contest()).id}${path}`, reach },
      ...(body ? { body } : {}),
    })
  const whole = ['same unit', 'parent'] as const
  return {
    getContestStatistics: below('/statistics'),
    listContestUnits: below('/statistics/units'),
    listContestQuestions: below('/statistics/questions', undefined, whole),
    listContestPlayers: below('/players'),
    listContestAttempts: below('/attempts'),
    exportContestStatistics: below('/statistics/export', { list: 'units', filters: {} }),
    setExpectedPeople: async () => {
      const { id } = await contest()
      return { url: `/api/contests/${id}/expected`, body: { rows: [{ unit: '云岭市科协', expected: 10 }] } }
    },
    getContestReview: below('/review'),
    decideContestReview: async () => ({
      ...(await below('/review')()),
      ...{ body: { attempts: [{ player: 1, n: 0 }], decision: 'void', reason: '节奏不像人' }, reach: whole },
    }),
    readExpectedSheet: below('/expected/sheet', {}, whole),
    getContestScreen: below('/screen'),
    takeContestFigure: below('/figures', {}),
    listContestFigures: below('/figures'),
    getContestFigure: async () => {
      const { id } = await contest()
      const editor = await app.as('editor@city')
      const taken = (await editor.post(`/api/contests/${id}/figures`, {})).json()
      return { url: `/api/contest-figures/${taken.id}`, reach: whole }
    },
  }
}
