import { randomUUID } from 'node:crypto'
import { readDocument } from '@jianbao/intake'
import { rowsOf, sql } from '@jianbao/platform/db'
import { type Agent, bulletinText, type TestApp, testUnits, uploadBody, zipFile } from '@jianbao/testkit'
import type { Batch, UploadAnswer } from '../contract/index.ts'
import { recordReading } from './find/record-demonstration.fixture.ts'

type Target = { readonly url: string; readonly body?: object }
type Probes = Record<string, () => Promise<Target>>

/** A call about one fresh document, batch or article of the test unit `city`, by operation. */
export async function archiveProbes(app: TestApp): Promise<Probes> {
  const keeper = await app.as('editor@city')
  return { ...documentProbes(app, keeper), ...findProbes(app) }
}

function documentProbes(app: TestApp, keeper: Agent): Probes {
  const send = async (content: string | Uint8Array, fileName: string, path: string) => {
    const { payload, contentType } = await uploadBody([{ field: 'file', fileName, content }])
    const answer = await keeper.upload(payload, contentType, path)
    await app.archive.queue.idle()
    return answer
  }
  const document = async (): Promise<string> => {
    // No two are the same bytes.
    const text = bulletinText({ headline: `青禾市科协办实事${randomUUID()}` })
    return (await send(text, 'a.txt', '/api/documents')).json<UploadAnswer>().document.id
  }
  const ofDocument = async (action = '', body?: object): Promise<Target> => ({
    url: `/api/documents/${await document()}${action}`,
    ...(body ? { body } : {}),
  })
  const page = randomUUID()
  const edit = { version: 0, edit: { act: 'settle-all', code: null } }
  /** In review, with one correction made. */
  const edited = async (action: string, body: object): Promise<Target> => {
    const target = await ofDocument('/review')
    await keeper.post(`${target.url}/edits`, {
      version: 0,
      edit: { act: 'set-headline', reading: 0, column: 0, article: 0, headline: '换了标题' },
    })
    return { url: `${target.url}${action}`, body }
  }
  return {
    getDocument: () => ofDocument(),
    getDocumentSummary: () => ofDocument('/summary'),
    getOriginal: () => ofDocument('/original'),
    readDocumentAgain: () => ofDocument('/read-again'),
    recogniseDocument: () => ofDocument('/recognise'),
    removeDocument: () => ofDocument(),
    getReview: () => ofDocument('/review'),
    claimReview: () => ofDocument('/review/claim', { page }),
    keepReview: () => ofDocument('/review/keep', { page, version: 0 }),
    releaseReview: () => ofDocument('/review/release', { page }),
    editReading: () => ofDocument('/review/edits', edit),
    undoEdit: () => edited('/undo', { version: 1 }),
    redoEdit: () => edited('/redo', { version: 1 }),
    acceptDocument: () => ofDocument('/review/accept', { version: 0 }),
    reopenDocument: async () => {
      const target = await ofDocument('/review')
      await keeper.post(`${target.url}/accept`, { version: 0 })
      return { url: `${target.url}/reopen` }
    },
    getBatch: async () => {
      const zip = zipFile([
        { name: `${randomUUID()}.txt`, content: bulletinText({ headline: randomUUID() }) },
      ])
      return { url: `/api/batches/${(await send(zip, 'a.zip', '/api/batches')).json<Batch>().id}` }
    },
  }
}

function findProbes({ connection: { db } }: TestApp): Probes {
  let serial = 0
  /** An article of the city, and a unit that only this article speaks of. */
  const record = async (): Promise<{ articleId: string; unit: string }> => {
    const unit = `青禾第${++serial}科普学会`
    const reading = readDocument(bulletinText({ headline: `${unit}举办科普讲座` }))
    for (const { units } of reading.columns[0]!.articles[0]!.events)
      for (const mention of units) mention.name = unit
    const issueId = await recordReading(db, reading, testUnits.city)
    const found = sql`select article_id as id from article_search where issue_id = ${issueId}`
    const [article] = await rowsOf<{ id: string }>(db, found)
    return { articleId: article!.id, unit }
  }
  return {
    getFoundArticle: async () => ({ url: `/api/articles/${(await record()).articleId}` }),
    relatedArticles: async () => ({ url: `/api/articles/${(await record()).articleId}/related` }),
    getUnitStory: async () => ({ url: `/api/archive-units/${encodeURIComponent((await record()).unit)}` }),
  }
}
