import { randomUUID } from 'node:crypto'
import { readDocument } from '@jianbao/intake'
import type { Scope } from '@jianbao/platform/access'
import { bulletinText, type TestApp, testUnits } from '@jianbao/testkit'
import { recordComposed } from './record-composed.ts'
import { recordIssues } from './record-issues.ts'

type Target = { readonly url: string; readonly body?: object }
const whole: Scope = { roots: [{ unitId: testUnits.root, path: '' }], content: true }

/** A call about one fresh issue of the test unit `city`, by operation. */
export async function bulletinProbes(app: TestApp): Promise<Record<string, () => Promise<Target>>> {
  let number = 0
  const ofIssue = async (action: string, body?: object): Promise<Target> => {
    const reading = readDocument(bulletinText({ number: ++number }))
    const source = { documentId: null, unitId: testUnits.city, at: new Date() }
    const [id] = await app.connection.db.transaction(tx => recordIssues(tx, whole, source, [reading]))
    return { url: `/api/issues/${id}${action}`, ...(body ? { body } : {}) }
  }
  const ofComposed = async (action: string): Promise<Target> => {
    const id = randomUUID()
    const model = {
      schema: 'jianbao-bulletin/1' as const,
      ...{ series: '青禾行动简报', issueNo: 1, publisher: null, date: null, columns: [], distribution: [] },
    }
    const of = {
      id,
      unitId: testUnits.city,
      seriesId: randomUUID(),
      model,
      at: new Date(),
      publishedAt: null,
    }
    const nothing = { files: {}, pictures: [], columns: [], events: 0, figures: 0 }
    await app.connection.db.transaction(tx => recordComposed(tx, { ...of, ...nothing }))
    return { url: `/api/issues/${id}${action}` }
  }
  return {
    getIssueSeal: () => ofComposed('/seal'),
    getIssue: () => ofIssue(''),
    getIssueHtml: () => ofIssue('/html'),
    downloadIssue: () => ofIssue('/file?format=txt'),
    chooseIssueLayout: () => ofIssue('/layout', { layout: 'magazine' }),
    publishIssue: () => ofIssue('/publish'),
    withdrawIssue: () => ofIssue('/withdraw'),
  }
}
