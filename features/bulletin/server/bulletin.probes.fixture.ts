import { readDocument } from '@jianbao/intake'
import type { Scope } from '@jianbao/platform/access'
import { bulletinText, type TestApp, testUnits } from '@jianbao/testkit'
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
  return {
    getIssue: () => ofIssue(''),
    getIssueHtml: () => ofIssue('/html'),
    downloadIssue: () => ofIssue('/file?format=txt'),
    chooseIssueLayout: () => ofIssue('/layout', { layout: 'magazine' }),
    publishIssue: () => ofIssue('/publish'),
    withdrawIssue: () => ofIssue('/withdraw'),
  }
}
