import { rowsOf, sql } from '@jianbao/platform/db'
import { openMailServer, type TestMailServer } from '@jianbao/platform/mail-fixture'
import { openTestApp, type TestApp } from '@jianbao/testkit'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { examine } from './doctor.ts'

let app: TestApp
let server: TestMailServer
let now = new Date('2026-03-02T01:00:00Z')
const secret = 'geheimnis'

beforeAll(async () => {
  const login = { user: 'jianbao', password: secret }
  server = await openMailServer({ login, options: { allowInsecureAuth: true } })
  app = await openTestApp({
    clock: { now: () => now },
    settings: {
      SMTP_URL: `smtp://jianbao:${secret}@127.0.0.1:${server.port}?starttls=off`,
      MAIL_FROM: '简报台 <jianbao@example.cn>',
    },
  })
})
afterEach(() => {
  now = new Date(now.getTime() + 60_000)
})
afterAll(async () => {
  await app.close()
  await server.close()
})

const path = '/api/session/mail'
async function sent(): Promise<{ to: string; code: string }> {
  await app.mailer.queue.idle()
  return { to: server.envelopes.at(-1)!, code: /验证码 (\d{6})/.exec(server.received.at(-1)!.text!)![1]! }
}

test('a person enters an address, confirms it by the code that came there, chooses and stops', async () => {
  const reporter = await app.as('reporter@county')
  expect((await reporter.get(path)).json()).toMatchObject({
    available: true,
    address: null,
    actions: ['set'],
  })
  const asked = await reporter.post(`${path}/address`, { address: 'reporter@unit.cn' })
  expect(asked.json()).toMatchObject({
    address: null,
    pending: 're***@unit.cn',
    actions: ['set', 'confirm', 'remove'],
  })
  const { to, code } = await sent()
  expect(to).toBe('reporter@unit.cn')
  const wrong = await reporter.post(`${path}/confirm`, { code: code === '111111' ? '222222' : '111111' })
  expect(wrong.json()).toMatchObject({ code: 'mail-code-wrong', details: { left: 4 } })
  const confirmed = await reporter.post(`${path}/confirm`, { code })
  expect(confirmed.json()).toMatchObject({ address: 're***@unit.cn', pending: null, daily: true, muted: [] })
  const chosen = await reporter.post(`${path}/choice`, { daily: false, muted: ['task', 'by-hand'] })
  expect(chosen.json()).toMatchObject({ daily: false, muted: ['task', 'by-hand'] })
  const removed = await reporter.post(`${path}/remove`)
  expect(removed.json()).toMatchObject({ address: null, daily: false, actions: ['set'] })
})

test('nobody sees of another that they get mail, and tries of a code count though they are refused', async () => {
  const [lead, other] = [await app.as('unit-lead@city'), await app.as('unit-lead@sister')]
  await lead.post(`${path}/address`, { address: 'lead@unit.cn' })
  const { code } = await sent()
  expect((await other.get(path)).json()).toMatchObject({ address: null, pending: null })
  expect((await other.post(`${path}/confirm`, { code })).json()).toMatchObject({ code: 'mail-code-lapsed' })
  const wrong = code === '111111' ? '222222' : '111111'
  for (const left of [4, 3, 2, 1, 0])
    expect((await lead.post(`${path}/confirm`, { code: wrong })).json()).toMatchObject({ details: { left } })
  expect((await lead.post(`${path}/confirm`, { code })).json()).toMatchObject({ code: 'mail-code-lapsed' })
})

test('what is no address is told as such and sends nothing', async () => {
  const editor = await app.as('editor')
  const before = server.received.length
  for (const address of ['somebody', 'a@b.cn, c@d.cn', 'a@b.cn\r\nBcc: c@d.cn'])
    expect((await editor.post(`${path}/address`, { address })).json()).toMatchObject({
      code: 'mail-address-invalid',
    })
  expect((await editor.post(`${path}/address`, { address: '' })).statusCode).toBe(400)
  await app.mailer.queue.idle()
  expect(server.received.length).toBe(before)
})

test('the trail names what was done and no address; log and doctor show no secret', async () => {
  const entries = await rowsOf<{ entry: string }>(
    app.connection.db,
    sql`select audit_entry::text as entry from audit_entry where action like 'account.%mail%'`,
  )
  expect(entries.length).toBeGreaterThan(5)
  expect(JSON.stringify(entries)).not.toContain('unit.cn')
  const settings = {
    SMTP_URL: `smtp://jianbao:${secret}x@127.0.0.1:${server.port}?starttls=off`,
    MAIL_FROM: 'a@b.cn',
  }
  const found = (await examine(readConfig({ ...settings, DATA_FOLDER: app.config.dataFolder }))).find(
    finding => finding.what === '邮件',
  )
  expect(found).toMatchObject({ state: 'fair', found: expect.stringContaining('不能使用') })
  expect(JSON.stringify([found, app.errors])).not.toContain(secret)
})

test('without a mail server nothing can be entered, and pages know it', async () => {
  const plain = await openTestApp()
  const reporter = await plain.as('reporter')
  expect((await reporter.get(path)).json()).toMatchObject({ available: false, actions: [] })
  expect((await reporter.post(`${path}/address`, { address: 'a@b.cn' })).json()).toMatchObject({
    code: 'mail-off',
  })
  await plain.close()
})

test.each([
  { SMTP_URL: 'smtp://h' },
  { MAIL_FROM: 'a@b.cn' },
  { SMTP_URL: `http://u:${secret}@h`, MAIL_FROM: 'a@b.cn' },
  { SMTP_URL: 'smtp://h', MAIL_FROM: 'nobody' },
])('settings by half or beyond understanding stop the start, the secret untold', settings => {
  const read = () => readConfig(settings)
  expect(read).toThrow(/SMTP_URL|MAIL_FROM/)
  expect(read).not.toThrow(new RegExp(secret))
})
