/** An issue with a picture: it stands in every form, is there for readers, and outlives its edition's own copy. */
import { sql } from '@jianbao/platform/db'
import { type Agent, openTestApp, type TestApp } from '@jianbao/testkit'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { cameraPhoto } from '../../../report/server/photo/photo.fixture.ts'
import { type Edition, usualSettings } from '../../contract/index.ts'
import { addTo, beginEdition, openSeries } from '../edition.fixture.ts'
import { addedPicture } from '../picture/picture.fixture.ts'
import { actOn, readEdition } from './sign.fixture.ts'

let app: TestApp
let editor: Agent
let issued: Edition
beforeAll(async () => {
  app = await openTestApp()
  editor = await app.as('editor')
  const settings = { ...usualSettings, public: 'on-issue' as const }
  const { id } = await beginEdition(editor, await openSeries(app, { settings }))
  const { picture } = await addedPicture(editor, id, await cameraPhoto({ width: 1600, height: 1200 }))
  const attrs = { pictureId: picture.id, caption: '讲解员示范测温', alt: '', widthPercent: 60 }
  const doc = {
    type: 'doc',
    content: [
      { type: 'paragraph', content: [{ type: 'text', text: '6月1日，云岭市科协到柳湾村授课。' }] },
      { type: 'picture', attrs },
    ],
  }
  await addTo(editor, id, 'news', {
    text: { kind: 'article', headline: '课堂搬到大棚', subtitle: '', contributor: '', doc },
  })
  await actOn(await app.as('signatory'), await readEdition(editor, id), 'force', { reason: '先行印发' })
  await app.issuing.settle()
  issued = await readEdition(editor, id)
}, 60_000)
afterAll(async () => {
  expect(app.errors).toEqual([])
  await app.close()
})

it('bears its picture in every form that can show one, with its words', async () => {
  expect(issued.state).toBe('issued')
  const form = async (format: string) =>
    (await editor.get(`/api/issues/${issued.id}/file?format=${format}`)).rawPayload
  expect((await form('pdf')).includes('/Subtype /Image') || (await form('pdf')).includes('/Image')).toBe(true)
  expect((await form('docx')).includes('word/media/')).toBe(true)
  const page = (await form('html')).toString()
  expect(page).toContain('讲解员示范测温')
  expect(page).toMatch(/<img[^>]+src="data:image\/jpeg;base64,/)
  expect((await form('txt')).toString()).toContain('讲解员示范测温')
})

it('shows it to anybody, also when the store of the desk has lost it', async () => {
  const visitor = await app.as('anonymous')
  const page = (await visitor.get(`/issues/${issued.id}`)).body
  const address = /\/issues\/[0-9a-f-]+\/pictures\/[0-9a-f]{64}/.exec(page)?.[0]
  expect(address).toBeDefined()
  await app.connection.db.execute(sql`delete from edition_picture where edition_id = ${issued.id}`)
  const answer = await visitor.get(address!)
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'image/jpeg'])
  expect((await sharp(answer.rawPayload).metadata()).width).toBe(1200)
})
