/** A stream outlives its request, not the right to it. */
import { sql } from '@jianbao/platform/db'
import { bulletinText, openTestApp, type TestApp, testAccounts, uploadBody } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'

let app: TestApp
beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())

const change = (what: ReturnType<typeof sql>) => app.connection.db.execute(what)

test('whoever loses their post hears no more of documents that are being read', async () => {
  const { payload, contentType } = await uploadBody([
    { field: 'file', fileName: 'a.txt', content: bulletinText() },
  ])
  const { id } = (await (await app.as('editor@city')).upload(payload, contentType)).json().document
  await app.archive.queue.idle()
  await change(sql`update document set state = 'reading' where id = ${id}`)
  const address = await app.http.listen({ port: 0, host: '127.0.0.1' })
  const credentials = { username: testAccounts.username('editor@city'), password: testAccounts.password }
  const signedIn = await fetch(`${address}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { origin: address, 'content-type': 'application/json' },
    body: JSON.stringify(credentials),
  })
  const cookie = signedIn.headers.getSetCookie()[0]!.split(';')[0]!
  const stream = await fetch(`${address}/api/documents/progress?ids=${id}`, { headers: { cookie } })
  const heard = stream.body!.pipeThrough(new TextDecoderStream()).getReader()
  expect((await heard.read()).value).toContain('a.txt')
  await change(
    sql`delete from membership where person_id = (select id from person where username = ${credentials.username})`,
  )
  await new Promise(done => setTimeout(done, 2_500))
  await change(sql`update document set file_name = 'b.txt' where id = ${id}`)
  const more = await Promise.race([heard.read(), new Promise(done => setTimeout(done, 4_000, 'nothing'))])
  expect(more).toMatchObject({ done: true })
  expect(app.errors).toEqual([])
}, 60_000)
