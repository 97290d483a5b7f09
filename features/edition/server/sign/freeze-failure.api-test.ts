/** Typesetting that fails, before the signature and after it: no number is lost, and nobody waits without knowing why. */
import { Problem } from '@jianbao/errors'
import { openTypesetting } from '@jianbao/server/typesetting'
import { openTestApp, type TestApp, temporaryFolder } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { EditionSigning } from '../../contract/index.ts'
import { openSeries } from '../edition.fixture.ts'
import { actOn, filledEdition, readEdition } from './sign.fixture.ts'

let app: TestApp
let folder: Awaited<ReturnType<typeof temporaryFolder>>
/** Fails in front of the signature, behind it, or never. */
let fails: 'before' | 'after' | null = null
beforeAll(async () => {
  folder = await temporaryFolder()
  const real = openTypesetting({ version: 'test', fontFolder: folder.path, timeoutMs: 60_000 })
  const pdf: typeof real.pdf = async (document, wish) => {
    const sealed = 'seal' in document && document.seal
    if (fails === (sealed ? 'after' : 'before')) throw new Problem('typesetting-failed', { reason: '缺字体' })
    return real.pdf(document as never, wish)
  }
  app = await openTestApp({ typesetting: { ...real, pdf } })
})
afterAll(async () => {
  await app.close()
  await folder.remove()
})

it('does not sign what cannot be set, and takes no number for it', async () => {
  const [editor, signatory] = [await app.as('editor'), await app.as('signatory')]
  const seriesId = await openSeries(app)
  const edition = await filledEdition(app, editor, { seriesId })
  fails = 'before'
  const refused = await signatory.post(`/api/editions/${edition.id}/force`, {
    version: edition.version,
    reason: '紧急',
  })
  expect(refused.json()).toMatchObject({ code: 'typesetting-failed' })
  fails = null
  expect(await readEdition(editor, edition.id)).toMatchObject({ state: 'drafting', version: edition.version })
  const signed = await actOn(signatory, edition, 'force', { reason: '紧急' })
  expect(signed.issueNo).toBe(1)
})

it('says why the forms of a signed issue could not be made, tells its people, and tries again when asked', async () => {
  const [editor, signatory] = [await app.as('editor'), await app.as('signatory')]
  const edition = await filledEdition(app, editor)
  fails = 'after'
  await actOn(signatory, edition, 'force', { reason: '紧急' })
  await app.issuing.settle()
  const signing = async () =>
    (await editor.get(`/api/editions/${edition.id}/signing`)).json<EditionSigning>().freeze
  expect(await signing()).toMatchObject({
    problem: expect.stringContaining('缺字体'),
    tried: 1,
    mayRetry: true,
  })
  const notices = (await editor.get('/api/notices')).json<{ rows: { kind: string }[] }>().rows
  expect(notices.map(({ kind }) => kind)).toContain('edition.freeze-failed')
  const work = (await editor.get('/api/work')).json<{ groups: { kind: string; count: number }[] }>().groups
  expect(work.find(({ kind }) => kind === 'edition.failed')?.count).toBe(1)
  expect(app.errors.length).toBeGreaterThan(0)
  await app.issuing.settle()
  expect(await signing(), 'a sweep leaves it to a person').toMatchObject({ tried: 1 })
  fails = null
  const retried = await editor.post(`/api/editions/${edition.id}/freeze`, {})
  expect(retried.statusCode).toBe(200)
  await app.issuing.settle()
  expect(await readEdition(editor, edition.id)).toMatchObject({ state: 'issued', issueNo: 1 })
})
