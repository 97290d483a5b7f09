/** What tests of circulars stand on: an app whose clock stands, an editor at the top, a fresh campaign for each test. */
import type { Clock } from '@jianbao/platform/clock'
import { type Agent, openTestApp, type TestApp, testUnits } from '@jianbao/testkit'
import { afterAll, beforeAll, beforeEach, expect } from 'vitest'
import type { CircularRecord } from '../../contract/index.ts'
import { openScored, packWith, scheme } from '../account/history.fixture.ts'
import { addReport, type ReportWish } from './circular.fixture.ts'

const morning = '2021-07-06T02:00:00Z'

/** Opens it for all tests of the file; `desk.now` is the clock. */
export function openCircularDesk() {
  let app: TestApp
  let editor: Agent
  let number = 0
  const desk = {
    now: morning,
    campaignId: '',
    get app() {
      return app
    },
    get editor() {
      return editor
    },
    report: (wish: Partial<ReportWish> = {}) =>
      addReport(app.connection.db, { campaignId: desk.campaignId, ...wish }),
    /** Has one made; fails the test when it is refused. */
    make: async (wish: object = {}, by = editor): Promise<CircularRecord> => {
      await app.scoring.settle()
      const { campaignId } = desk
      const draft = { unitId: testUnits.root, campaignId, period: '2021-Q2', ...wish }
      const answer = await by.post('/api/circulars', draft)
      expect(answer.statusCode, answer.body).toBe(201)
      return answer.json()
    },
    act: ({ id, version }: CircularRecord, deed: string, more: object = {}) =>
      editor.post(`/api/circulars/${id}/${deed}`, { version, ...more }),
    /** The same; fails the test when it is refused. */
    done: async (circular: CircularRecord, deed: string, more: object = {}): Promise<CircularRecord> => {
      const answer = await desk.act(circular, deed, more)
      expect(answer.statusCode, answer.body).toBe(200)
      return answer.json()
    },
    file: async ({ id }: CircularRecord, format: string) => {
      const answer = await editor.get(`/api/circulars/${id}/file?format=${format}`)
      expect(answer.statusCode, answer.body.slice(0, 300)).toBe(200)
      return answer
    },
  }
  const clock: Clock = { now: () => new Date(desk.now) }
  beforeAll(async () => {
    app = await openTestApp({ clock })
    editor = await app.as('editor')
  })
  afterAll(async () => {
    expect(app.errors).toEqual([])
    await app.close()
  })
  beforeEach(async () => {
    desk.now = morning
    const pack = packWith(await scheme('1-base-points'), `circular-${++number}`)
    desk.campaignId = await openScored(app.connection.db, pack)
  })
  return desk
}
