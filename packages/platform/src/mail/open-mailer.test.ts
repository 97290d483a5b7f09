import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { enterScope, noScope } from '../access/index.ts'
import type { Database } from '../db/index.ts'
import { type Connection, databaseMigrations, migrate, openEmbedded, rowsOf, sql } from '../db/index.ts'
import { type FileStore, openFileStore } from '../files/index.ts'
import { openSealer, type Sealer } from '../seal/index.ts'
import {
  askMailAddress,
  chooseMail,
  composeMail,
  confirmMailAddress,
  countCodeTry,
  forgetMailAddress,
  type Mailer,
  type MailProblem,
  mailMigrations,
  openMailer,
  readMailSettings,
  readMailWish,
} from './index.ts'
import { type Behaviour, openMailServer, type TestMailServer } from './mail.fixture.ts'

let folder: string
let sealer: Sealer
let files: FileStore
let connection: Connection
let db: Database
let now: Date
let troubles: MailProblem[]
let mailers: Mailer[]
let server: TestMailServer
const clock = { now: () => now }
const minutes = (count: number): void => {
  now = new Date(now.getTime() + count * 60_000)
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mailer-'))
  sealer = await openSealer(folder)
  files = await openFileStore(join(folder, 'files'))
})
afterAll(() => rm(folder, { recursive: true }))
beforeEach(async () => {
  now = new Date('2026-03-02T01:00:00Z')
  connection = await openEmbedded({})
  db = connection.db
  await migrate(connection, [...(await databaseMigrations()), ...(await mailMigrations())])
  troubles = []
  mailers = []
})
afterEach(async () => {
  for (const mailer of mailers) await mailer.close()
  await server.close()
  await connection.close()
})

async function open(behaviour: Behaviour = {}): Promise<Mailer> {
  server = await openMailServer(behaviour)
  return start(`smtp://127.0.0.1:${server.port}`)
}
async function start(url: string): Promise<Mailer> {
  const mailer = openMailer({
    connection,
    clock,
    sealer,
    settings: readMailSettings(url, '简报台 <jianbao@example.cn>'),
    files,
    stopLink: null,
    onError: error => {
      throw error
    },
    onTrouble: problem => troubles.push(problem),
  })
  mailers.push(mailer)
  await mailer.start()
  return mailer
}

/** Runs as that person, under the policies. */
const as = <T>(personId: string, work: (tx: Database) => Promise<T>): Promise<T> =>
  db.transaction(async tx => {
    await enterScope(tx, { scope: noScope, personId })
    return work(tx)
  })
async function subscribe(personId: string, address = `${personId}@unit.cn`): Promise<void> {
  const code = await as(personId, tx => askMailAddress(tx, { personId, address, sealer, now }))
  await confirm(personId, code)
}
async function confirm(personId: string, code: string): Promise<void> {
  const left = await as(personId, tx => countCodeTry(tx, personId, now))
  await as(personId, tx => confirmMailAddress(tx, { personId, code, left, sealer, now }))
}
const words = composeMail({
  subject: '今日待办',
  opening: '您有 1 件事',
  lines: [{ words: '报送' }],
  stop: '停',
  stopLink: null,
})
const mailTo = (personId: string, more: object = {}) => ({
  ...words,
  personId,
  kind: 'task.due',
  at: now,
  ...more,
})
async function hand(mailer: Mailer): Promise<void> {
  await mailer.wake()
  await mailer.queue.idle()
}
const rows = () =>
  rowsOf<{ state: string; attempts: number; problem: string | null; text: string | null }>(
    db,
    sql`select state, attempts, problem, body_text as text from mail order by created_at, id`,
  )

test('a mail leaves once, to the confirmed address, and its words are gone from the outbox', async () => {
  const mailer = await open()
  await subscribe('li')
  await as('someone', tx => mailer.post(tx, [mailTo('li')]))
  await hand(mailer)
  await hand(mailer)
  expect(server.envelopes).toEqual(['li@unit.cn'])
  expect(await rows()).toEqual([{ state: 'sent', attempts: 1, problem: null, text: null }])
})

test('a mail to an address outside carries its file, and the address is gone with it', async () => {
  const mailer = await open()
  const received = await files.receive(Buffer.from('%PDF-1.7 简报'), { limitBytes: 1000 })
  await received.keep()
  const attachment = { sha256: received.sha256, name: '第3期.pdf', mediaType: 'application/pdf' }
  const letter = { ...words, to: 'office@outside.cn', kind: 'delivery.issued', at: now, attachment }
  const lost = { ...letter, to: 'lost@outside.cn', attachment: { ...attachment, sha256: 'a'.repeat(64) } }
  await db.transaction(tx => mailer.post(tx, [letter, lost]))
  const sealed = () =>
    rowsOf<{ sealed: string | null }>(
      db,
      sql`select to_sealed as sealed from mail where to_sealed is not null`,
    )
  expect(JSON.stringify(await sealed())).not.toContain('outside')
  await hand(mailer)
  expect(server.envelopes).toEqual(['office@outside.cn'])
  const [file] = server.received[0]!.attachments
  expect(file).toMatchObject({ filename: '第3期.pdf', contentType: 'application/pdf' })
  expect(file!.content.toString()).toBe('%PDF-1.7 简报')
  expect(await sealed()).toEqual([])
  const problems = await rowsOf(db, sql`select state, problem from mail order by state`)
  expect(problems).toEqual([
    { state: 'failed', problem: 'attachment-lost' },
    { state: 'sent', problem: null },
  ])
})

test('a file that is no longer what was posted leaves with no mail', async () => {
  const mailer = await open()
  const received = await files.receive(Buffer.from('%PDF-1.7 as issued'), { limitBytes: 1000 })
  await received.keep()
  const attachment = { sha256: received.sha256, name: '第3期.pdf', mediaType: 'application/pdf' }
  const letter = { ...words, to: 'office@outside.cn', kind: 'delivery.issued', at: now, attachment }
  await db.transaction(tx => mailer.post(tx, [letter]))
  await writeFile(files.path(received.sha256), '%PDF-1.7 another')
  await hand(mailer)
  expect(server.envelopes).toEqual([])
  expect(await rowsOf(db, sql`select state, problem from mail`)).toEqual([
    { state: 'failed', problem: 'attachment-lost' },
  ])
})

test('with the deed undone no mail leaves', async () => {
  const mailer = await open()
  await subscribe('li')
  const undone = db.transaction(async tx => {
    await mailer.post(tx, [mailTo('li')])
    throw new Error('undone')
  })
  await expect(undone).rejects.toThrow('undone')
  await hand(mailer)
  expect(server.received).toEqual([])
})

test('greylisted, it comes again after its pause and is taken; both attempts carry one id', async () => {
  const ids: string[] = []
  const mailer = await open({
    rcpt: (_address, attempt) => (attempt === 1 ? { code: 451, words: 'later' } : null),
  })
  await subscribe('li')
  await mailer.post(db, [mailTo('li')])
  await hand(mailer)
  expect(await rows()).toMatchObject([{ state: 'waiting', attempts: 1, problem: 'server-busy' }])
  await hand(mailer)
  expect(await rows(), 'not before its pause').toMatchObject([{ attempts: 1 }])
  minutes(1)
  await hand(mailer)
  ids.push(...server.received.map(mail => String(mail.messageId)))
  const [row] = await rowsOf<{ id: string }>(db, sql`select id from mail`)
  expect(ids).toEqual([`<${row!.id}@example.cn>`])
  expect(await rows()).toMatchObject([{ state: 'sent', attempts: 2 }])
  expect(troubles).toEqual(['server-busy'])
})

test('what the server refuses for good is not tried again, and the person’s page says so', async () => {
  const mailer = await open({ rcpt: () => ({ code: 550, words: 'no such user' }) })
  await subscribe('li')
  await mailer.post(db, [mailTo('li')])
  await hand(mailer)
  minutes(24 * 60)
  await hand(mailer)
  expect(await rows()).toMatchObject([{ state: 'failed', attempts: 1, problem: 'address-refused' }])
  expect(await as('li', tx => readMailWish(tx, 'li', sealer, now))).toMatchObject({
    problem: 'address-refused',
  })
})

test('with the server away it is tried with growing pauses, then given up', async () => {
  const mailer = await open()
  await server.close()
  await subscribe('li')
  await mailer.post(db, [mailTo('li')])
  const tried: number[] = []
  for (let minute = 0; minute < 24 * 60 && (await rows())[0]!.state === 'waiting'; minute += 1) {
    const before = (await rows())[0]!.attempts
    await hand(mailer)
    if ((await rows())[0]!.attempts > before) tried.push(minute)
    const [next] = await rowsOf<{ wait: number }>(
      db,
      sql`select extract(epoch from next_try_at - ${now.toISOString()}::timestamptz)::int / 60 as wait from mail`,
    )
    const skip = Math.max(1, next!.wait)
    minutes(skip)
    minute += skip - 1
  }
  expect(tried).toEqual([0, 1, 6, 21, 51, 111, 231, 471, 951])
  expect(await rows()).toMatchObject([{ state: 'failed', problem: 'gave-up', text: null }])
})

test('a mail is not sent before its time', async () => {
  const mailer = await open()
  await subscribe('li')
  await mailer.post(db, [mailTo('li', { notBefore: new Date(now.getTime() + 3_600_000) })])
  await hand(mailer)
  expect(server.received).toEqual([])
  minutes(60)
  await hand(mailer)
  expect(server.received.length).toBe(1)
})

test('a restart loses nothing that waited and sends nothing again that left', async () => {
  const first = await open()
  await subscribe('li')
  await first.post(db, [mailTo('li')])
  await hand(first)
  await first.post(db, [mailTo('li', { subject: '第二封' })])
  await first.close()
  mailers.splice(0)
  const second = await start(`smtp://127.0.0.1:${server.port}`)
  await second.queue.idle()
  expect(server.received.map(mail => mail.subject)).toEqual(['今日待办', '第二封'])
})

test('a process that dies over a mail leaves it to the next, after its pause', async () => {
  const first = await open()
  await subscribe('li')
  await first.post(db, [mailTo('li')])
  // As the begin of an attempt leaves it, when nothing comes after.
  await db.execute(sql`update mail set attempts = 1, next_try_at = next_try_at + interval '1 minute'`)
  await first.close()
  mailers.splice(0)
  const second = await start(`smtp://127.0.0.1:${server.port}`)
  await second.queue.idle()
  expect(server.received.length, 'not at once').toBe(0)
  minutes(1)
  await hand(second)
  expect(server.received.length).toBe(1)
})

test('only who confirmed an address and did not mute the kind wants mail; an address taken away gets none', async () => {
  const mailer = await open()
  await subscribe('li')
  await subscribe('wang')
  await as('zhao', tx => askMailAddress(tx, { personId: 'zhao', address: 'z@unit.cn', sealer, now }))
  await as('wang', tx => chooseMail(tx, 'wang', { daily: false, muted: ['task.due'] }))
  const all = ['li', 'wang', 'zhao', 'nobody']
  expect(await mailer.whoWants(db, all, 'task.due')).toEqual(new Set(['li']))
  expect(await mailer.whoWants(db, all, 'desk.waiting')).toEqual(new Set(['li', 'wang']))
  expect(await mailer.whoWants(db, all, 'desk.waiting', { daily: true })).toEqual(new Set(['li']))
  await mailer.post(db, [mailTo('li')])
  expect(await as('li', tx => forgetMailAddress(tx, 'li'))).toBe(true)
  await hand(mailer)
  expect([server.received.length, await rows()]).toMatchObject([
    0,
    [{ state: 'failed', problem: 'no-address' }],
  ])
})

test('a code is good for five tries and half an hour, a day has eight of them', async () => {
  server = await openMailServer()
  const ask = () => as('li', tx => askMailAddress(tx, { personId: 'li', address: 'li@unit.cn', sealer, now }))
  const code = await ask()
  expect(code).toMatch(/^\d{6}$/)
  const wrong = code === '000000' ? '000001' : '000000'
  for (const left of [4, 3, 2, 1, 0])
    await expect(confirm('li', wrong)).rejects.toMatchObject({ code: 'mail-code-wrong', details: { left } })
  await expect(confirm('li', code), 'the right one, too late').rejects.toMatchObject({
    code: 'mail-code-lapsed',
  })
  const second = await ask()
  minutes(31)
  await expect(confirm('li', second)).rejects.toMatchObject({ code: 'mail-code-lapsed' })
  for (let count = 3; count <= 8; count++) await ask()
  await expect(ask()).rejects.toMatchObject({ code: 'mail-codes-many' })
  minutes(24 * 60)
  await confirm('li', await ask())
  const wish = await as('li', tx => readMailWish(tx, 'li', sealer, now))
  expect(wish).toMatchObject({ address: 'l***@unit.cn', pending: null, daily: true, muted: [] })
})

test('an address is its person’s alone, sealed in the database; the outbox is closed to requests', async () => {
  const mailer = await open()
  await subscribe('li')
  await mailer.post(db, [mailTo('li')])
  const [kept] = await rowsOf<{ row: string }>(db, sql`select mail_address::text as row from mail_address`)
  expect(kept!.row).not.toContain('unit.cn')
  expect(await as('wang', tx => rowsOf(tx, sql`select * from mail_address`))).toEqual([])
  await expect(
    as('wang', tx => tx.execute(sql`insert into mail_address (person_id) values ('li2')`)),
  ).rejects.toThrow()
  await expect(as('li', tx => rowsOf(tx, sql`select * from mail`))).rejects.toThrow()
})

test('words that come from people are words in a mail, in text and in HTML', () => {
  const mail = composeMail({
    subject: '催办\r\nX: y',
    opening: '<b>您好</b>',
    lines: [
      { words: '<script>alert(1)</script>', link: 'https://a.cn/?a="&b=1', notes: ['标题\n• 冒充一行'] },
    ],
    stop: '在“我的账号”关闭',
    stopLink: 'https://a.cn/desk/account',
  })
  expect(mail.subject).toBe('催办 X: y')
  expect(mail.html).not.toMatch(/<script>|<b>/)
  expect(mail.html).toContain('href="https://a.cn/?a=&quot;&amp;b=1"')
  expect(mail.text.split('\n').filter(line => line.startsWith('•'))).toHaveLength(1)
  for (const written of [mail.text, mail.html]) expect(written).toContain('https://a.cn/desk/account')
})
