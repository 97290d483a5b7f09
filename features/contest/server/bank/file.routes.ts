import type { ReadSheet, RowResult } from '@jianbao/organisation/server'
import { attachment, defineRoute, type Route, type RouteContext, receiveUpload } from '@jianbao/platform/http'
import {
  BankExport,
  BankFormQuery,
  BankImport,
  bankFaultText,
  bankReaders,
  contestKeepers,
  importLimitMiB,
} from '../../contract/index.ts'
import { params } from './bank.routes.ts'
import { actorOf, type BankServices } from './bank.services.ts'
import { getBank } from './bank.store.ts'
import { type Examined, examineQuestions, findNearOf, tellExamined } from './examine-questions.ts'
import { exportQuestions } from './export-questions.ts'
import { importQuestions, knownQuestions } from './import-questions.ts'
import { inWorker } from './in-worker.ts'
import { faultHeading } from './question.form.ts'
import { type QuestionFile, readQuestionFile } from './read-question-file.ts'
import { exampleQuestions } from './write-question-document.ts'
import { type Written, writeQuestionSheet } from './write-question-sheet.ts'

const mediaTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const
const file = { 200: { mediaTypes: Object.values(mediaTypes) } }
const importing = {
  tags: ['banks'],
  access: contestKeepers,
  method: 'POST',
  upload: { field: 'file' },
  perMinute: 60,
} as const
type Request = Parameters<typeof receiveUpload>[0]

/** Files of questions: the template, a bank as one, and one checked, marked or written into a bank. */
export function bankFileRoutes({ clock, pictures, sheets }: BankServices): Route[] {
  const receive = async (request: Request, language: 'zh' | 'en'): Promise<QuestionFile> => {
    const limitBytes = importLimitMiB * 1024 * 1024
    return readQuestionFile(
      sheets,
      await receiveUpload(request, pictures, { field: 'file', limitBytes }),
      language,
    )
  }
  const write = (form: 'xlsx' | 'docx', title: string, questions: readonly Written[] | null) =>
    form === 'xlsx'
      ? writeQuestionSheet(sheets, questions)
      : inWorker<Uint8Array>('./question-document.worker.ts', {
          title,
          questions: questions ?? exampleQuestions,
        })
  return [
    defineRoute({
      tags: ['banks'],
      access: contestKeepers,
      operationId: 'getQuestionTemplate',
      method: 'GET',
      path: '/api/question-banks/template',
      summary: 'The template of a file of questions, with explanations and examples',
      audit: null,
      schema: { query: BankFormQuery, response: file },
      handler: async ({ query: { form }, reply }) =>
        sendFile(reply, `题库导入模板.${form}`, await write(form, '题库导入模板', null), form),
    }),
    defineRoute({
      tags: ['banks'],
      access: bankReaders,
      operationId: 'exportQuestions',
      method: 'POST',
      path: '/api/question-banks/:id/export',
      summary: 'The questions of a list with what is right, as a sheet or a document that can be imported',
      audit: 'bank.export',
      perMinute: 30,
      schema: { params, body: BankExport, response: file },
      handler: async ({ params: { id }, body, act, reply }) => {
        const found = await act(id, (tx, scope, entry) => exportQuestions(tx, scope, { ...body, id }, entry))
        const bytes = await write(body.form, found.name, found.questions)
        return sendFile(reply, `${found.name}.${body.form}`, bytes, body.form)
      },
    }),
    defineRoute({
      ...importing,
      operationId: 'checkQuestionFile',
      path: '/api/question-banks/:id/import-check',
      summary: 'Compare a file with the bank: what is new, there already or faulty; nothing is written',
      audit: 'bank.check',
      schema: { params, response: { 200: BankImport } },
      handler: async ({ params: { id }, request, read, act, language }) => {
        await read((tx, scope) => getBank(tx, scope, id))
        const questions = await receive(request, language)
        const known = await act(id, async (tx, scope, entry) => {
          const bank = await getBank(tx, scope, id)
          entry.words = `${bank.name} · ${questions.fileName}`
          entry.unitId = bank.unitId
          return knownQuestions(tx, scope, id)
        })
        const fingerprints = new Set(known.map(({ fingerprint }) => fingerprint))
        const examined = await findNearOf(examineQuestions(questions.raws, fingerprints), known)
        return tellExamined(questions, examined, { written: false, language })
      },
    }),
    defineRoute({
      ...importing,
      operationId: 'importQuestionFile',
      path: '/api/question-banks/:id/import',
      summary: 'Write the new questions of a file into the bank as drafts, all of them or nothing',
      audit: 'bank.import',
      schema: { params, response: { 200: BankImport } },
      handler: async ({ params: { id }, request, read, act, caller, language }) => {
        await read((tx, scope) => getBank(tx, scope, id))
        const questions = await receive(request, language)
        const examined = await act(id, (tx, scope, entry) =>
          importQuestions(tx, actorOf(scope, caller, clock), { bankId: id, file: questions }, entry),
        )
        return tellExamined(questions, examined, { written: true, language })
      },
    }),
    defineRoute({
      ...importing,
      operationId: 'markQuestionFile',
      path: '/api/question-banks/:id/import-result',
      summary: 'The sheet as it was sent, with what is wrong beside each row in a column of its own',
      audit: 'bank.check',
      schema: { params, response: { 200: { mediaTypes: [mediaTypes.xlsx] } } },
      handler: async ({ params: { id }, request, read, act, reply }) => {
        await read((tx, scope) => getBank(tx, scope, id))
        const questions = await receive(request, 'zh')
        const known = await act(id, async (tx, scope, entry) => {
          entry.words = questions.fileName
          return knownQuestions(tx, scope, id)
        })
        const fingerprints = new Set(known.map(({ fingerprint }) => fingerprint))
        const bytes = await sheets.do({
          task: 'annotate',
          file: questions.fileName,
          bytes: questions.bytes,
          place: questions.place ?? { sheetName: '', headerRow: 0 },
          results: resultsOf(questions, examineQuestions(questions.raws, fingerprints)),
          heading: faultHeading,
        })
        const name = `${questions.fileName.replace(/\.[^.]*$/, '')}（问题）.xlsx`
        return sendFile(reply, name, bytes, 'xlsx')
      },
    }),
  ]
}

/** Faults in red; beside the others what would come of them. */
function resultsOf({ place, problems }: QuestionFile, examined: readonly Examined[]): RowResult[] {
  const headerRow: ReadSheet['headerRow'] = place?.headerRow ?? 0
  return [
    ...(problems.length ? [{ row: headerRow, text: problems.join('\n'), bad: true }] : []),
    ...examined.flatMap(({ raw, verdict, faults }) =>
      verdict === 'new'
        ? []
        : verdict === 'known'
          ? [{ row: raw.place, text: '题库里已有，不再导入', bad: false }]
          : [{ row: raw.place, text: faults.map(fault => bankFaultText(fault, 'zh')).join('\n'), bad: true }],
    ),
  ]
}

type Reply = RouteContext<{ response: Record<number, never> }>['reply']

function sendFile(reply: Reply, name: string, bytes: Uint8Array, form: 'xlsx' | 'docx'): Reply {
  return reply
    .type(mediaTypes[form])
    .header('content-disposition', attachment(name))
    .header('cache-control', 'no-store')
    .send(Buffer.from(bytes))
}
