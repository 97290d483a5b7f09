import { join } from 'node:path'
import { sql } from '@jianbao/platform/db'
import { openFileStore } from '@jianbao/platform/files'
import type { TestApp } from '@jianbao/testkit'
import { addTestBank, addTestQuestions, someQuestion } from './bank.fixture.ts'

type Target = { readonly url: string; readonly body?: object }

/** A call about one fresh bank, or a question of it, of the test unit `city`, by operation. */
export async function bankProbes(app: TestApp): Promise<Record<string, () => Promise<Target>>> {
  const { db } = app.connection
  const bank = async (path: string, body?: object): Promise<Target> => {
    const url = `/api/question-banks/${await addTestBank(db)}${path}`
    return body ? { url, body } : { url }
  }
  const many = async (deed: string): Promise<Target> => {
    const id = await addTestBank(db)
    const ids = await addTestQuestions(db, id, [someQuestion()])
    return { url: `/api/question-banks/${id}/questions/${deed}`, body: { ids } }
  }
  const question = async (state: string, path: string, body?: object, picture = false): Promise<Target> => {
    const [id] = await addTestQuestions(db, await addTestBank(db), [someQuestion()])
    await db.execute(sql`update contest_bank_question set state = ${state} where id = ${id}`)
    if (picture) {
      const pictures = await openFileStore(join(app.config.dataFolder, 'question-pictures'))
      const bytes = await pictures.receive(Buffer.from([1]), { limitBytes: 9 })
      await bytes.keep()
      await db.execute(sql`update contest_bank_question set picture_id = ${bytes.sha256} where id = ${id}`)
    }
    return { url: `/api/questions/${id}${path}`, ...(body ? { body } : {}) }
  }
  const version = { version: 0 }
  const { pictureId: _none, ...written } = someQuestion()
  return {
    getBank: () => bank(''),
    editBank: () => bank('', { ...version, notes: '常用' }),
    removeBank: () => bank('/remove', version),
    listQuestions: () => bank('/questions'),
    listNearQuestions: () => bank('/near'),
    findNearQuestions: () => bank('/near', written),
    approveQuestions: () => many('approve'),
    retireQuestions: () => many('retire'),
    restoreQuestions: () => many('restore'),
    removeQuestions: () => many('remove'),
    addQuestion: () => bank('/questions', written),
    exportQuestions: () => bank('/export', { form: 'xlsx' }),
    checkQuestionFile: () => bank('/import-check'),
    importQuestionFile: () => bank('/import'),
    markQuestionFile: () => bank('/import-result'),
    getQuestion: () => question('draft', ''),
    editQuestion: () => question('approved', '', { ...version, ...written }),
    approveQuestion: () => question('draft', '/approve', version),
    retireQuestion: () => question('approved', '/retire', version),
    restoreQuestion: () => question('retired', '/restore', version),
    removeQuestion: () => question('retired', '/remove', version),
    setQuestionPicture: () => question('draft', '/picture?version=0'),
    getQuestionPicture: () => question('draft', '/picture', undefined, true),
    removeQuestionPicture: () => question('draft', '/picture?version=0'),
  }
}
