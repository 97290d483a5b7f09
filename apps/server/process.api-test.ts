/** The real process: what it acknowledged survives kill -9, two never share a folder, it stops cleanly. */
import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { enrolPerson } from '@jianbao/organisation/server'
import { systemClock } from '@jianbao/platform/clock'
import { openDatabase, rowsOf, sql } from '@jianbao/platform/db'
import { bulletinText, temporaryFolder, uploadBody, zipFile } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rootFolder } from './config.ts'
import { openInstallation } from './open-installation.ts'

type Running = { process: ChildProcess; url: string; output(): string; ended: Promise<number | null> }

const started: ChildProcess[] = []
let folder: Awaited<ReturnType<typeof temporaryFolder>>

beforeAll(async () => {
  folder = await temporaryFolder()
})
afterAll(async () => {
  for (const child of started) child.kill('SIGKILL')
  await folder.remove()
})

function spawnServer(port = 0, settings: Record<string, string> = {}): Omit<Running, 'url'> {
  const child = spawn(process.execPath, ['apps/server/main.ts'], {
    cwd: rootFolder,
    env: {
      PATH: process.env['PATH'],
      DATA_FOLDER: join(folder.path, 'data'),
      PORT: String(port),
      JIANBAO_PROFILE: 'empty',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  started.push(child)
  let output = ''
  const read = (chunk: Buffer): void => {
    output += chunk.toString()
  }
  child.stdout.on('data', read)
  child.stderr.on('data', read)
  const ended = new Promise<number | null>(resolve => child.once('exit', resolve))
  return { process: child, output: () => output, ended }
}

async function start(port = 0, settings: Record<string, string> = {}): Promise<Running> {
  const server = spawnServer(port, settings)
  for (;;) {
    const url = /工作台 +(http:\S+)\/desk\//.exec(server.output())?.[1]
    if (url) return { ...server, url }
    if (server.process.exitCode !== null) throw new Error(server.output())
    await wait(50)
  }
}

type Person = (path: string, init?: RequestInit) => Promise<Response>

async function signIn(url: string, username: string, password: string): Promise<Person> {
  const json = { 'content-type': 'application/json', origin: url }
  const body = JSON.stringify({ username, password })
  const answer = await fetch(`${url}/api/auth/sign-in/username`, { method: 'POST', headers: json, body })
  const cookie = answer.headers.getSetCookie()[0]!.split(';')[0]!
  return (path, init = {}) =>
    fetch(url + path, {
      ...init,
      headers: { origin: url, cookie, ...(init.headers as Record<string, string>) },
    })
}

const editor = { username: 'bianji', password: 'green-field-2021' }

/** Somebody who works with documents; the first administrators do not. */
async function enrolEditor(dataFolder: string): Promise<void> {
  const { connection } = await openInstallation({ dataFolder, databaseUrl: null }, () => undefined)
  const { db } = connection
  await enrolPerson({ db, clock: systemClock }, { ...editor, name: '文编辑', posts: [{ role: 'editor' }] })
  await connection.close()
}

async function total(person: Person, path: string): Promise<number> {
  return ((await (await person(path)).json()) as { total: number }).total
}

test('the first administrator makes the account safe; nothing acknowledged is lost by kill -9', async () => {
  await enrolEditor(join(folder.path, 'data'))
  const first = await start()
  const oneTime = /用户名 (\S+) +一次性密码 (\S+)/.exec(first.output())!
  const administrator = await signIn(first.url, oneTime[1]!, oneTime[2]!)
  const refusal = async () => ((await (await administrator('/api/units')).json()) as { code: string }).code
  expect(await refusal()).toBe('password-change-required')
  const changed = await administrator('/api/session/password', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ currentPassword: oneTime[2], newPassword: 'Green-field-2022' }),
  })
  expect(changed.status).toBe(204)
  expect(await refusal()).toBe('second-factor-required')
  const keeper = await signIn(first.url, editor.username, editor.password)

  // The whole of it is sent; the answer must come through nevertheless.
  const huge = await uploadBody([
    { field: 'file', fileName: '大.txt', content: new Uint8Array(60 * 1024 * 1024) },
  ])
  const refused = await keeper('/api/documents', {
    method: 'POST',
    body: new Uint8Array(huge.payload),
    headers: { 'content-type': huge.contentType },
  })
  expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([413, 'file-too-large'])

  const acknowledged: string[] = []
  for (let number = 1; number <= 12; number++) {
    const content = bulletinText({ number })
    const { payload, contentType } = await uploadBody([{ field: 'file', fileName: `${number}.txt`, content }])
    const headers = { 'content-type': contentType }
    const answer = await keeper('/api/documents', { method: 'POST', body: new Uint8Array(payload), headers })
    acknowledged.push(((await answer.json()) as { document: { id: string } }).document.id)
  }
  first.process.kill('SIGKILL')
  await first.ended

  const second = await start()
  expect(second.output()).not.toContain('一次性密码')
  const again = await signIn(second.url, editor.username, editor.password)
  for (const id of acknowledged) {
    let state = ''
    while (state !== 'read') {
      const answer = await again(`/api/documents/${id}/summary`)
      expect(answer.status).toBe(200)
      state = ((await answer.json()) as { state: string }).state
      expect(state).not.toBe('failed')
      await wait(20)
    }
  }
  expect(await total(again, '/api/documents?state=read')).toBe(12)

  const third = spawnServer()
  expect(await third.ended).toBe(1)
  expect(third.output()).toContain('正被另一个简报台使用')

  second.process.kill('SIGTERM')
  expect(await second.ended).toBe(0)
  expect(second.output()).toContain('已停止')
}, 120_000)

test('a ZIP half unpacked is unpacked to its end after kill -9, nothing lost and nothing twice', async () => {
  const settings = { DATA_FOLDER: join(folder.path, 'batch'), JIANBAO_PROFILE: 'empty', READ_THREADS: '1' }
  await enrolEditor(settings.DATA_FOLDER)
  const first = await start(0, settings)
  const keeper = await signIn(first.url, editor.username, editor.password)
  const files = 120
  const parts = Array.from({ length: files }, (_, at) => ({
    name: `${at}.txt`,
    content: bulletinText({ number: at + 1 }),
  }))
  const zip = zipFile([...parts, { ...parts[0]!, name: '又一份.txt' }, { name: '空.txt', content: '' }])
  const { payload, contentType } = await uploadBody([{ field: 'file', fileName: 'all.zip', content: zip }])
  const headers = { 'content-type': contentType }
  const sent = await keeper('/api/batches', { method: 'POST', body: new Uint8Array(payload), headers })
  const { id } = (await sent.json()) as { id: string }

  // Killed three times on its way, each time when it has come further.
  let running = first
  let person = keeper
  for (const most of [10, 50, 90]) {
    for (;;) {
      const taken = await total(person, `/api/documents?batch=${id}`)
      if (taken >= most) break
      await wait(10)
    }
    running.process.kill('SIGKILL')
    await running.ended
    running = await start(0, settings)
    person = await signIn(running.url, editor.username, editor.password)
  }
  const batch = async () =>
    (await (await person(`/api/batches/${id}`)).json()) as {
      state: string
      files: number
      known: number
      refused: unknown[]
      documents: Record<string, number>
    }
  while ((await batch()).documents['read'] !== files) {
    const { documents, state } = await batch()
    expect([documents['failed'], state]).toEqual([0, expect.not.stringMatching('failed')])
    await wait(50)
  }
  while ((await batch()).state !== 'unpacked') await wait(50)
  expect(await batch()).toMatchObject({ files: files + 2, known: 1, refused: [{ fileName: '空.txt' }] })
  expect(await total(person, '/api/documents')).toBe(files)
  // Each was read once: one entry in the journal for each, and nothing is left in line.
  running.process.kill('SIGTERM')
  expect(await running.ended).toBe(0)
  const { db, close } = await openDatabase({ folder: settings.DATA_FOLDER })
  const entries = await rowsOf(
    db,
    sql`select count(*)::int as n, count(distinct object)::int as documents from audit_entry
      where action = 'document.read'`,
  )
  const left = await rowsOf(db, sql`select 1 from pgboss.job`)
  await close()
  expect([entries, left]).toEqual([[{ n: files, documents: files }], []])
}, 240_000)

test('a taken port is left to its owner', async () => {
  const owner = createServer().listen(0, '127.0.0.1')
  await new Promise(resolve => owner.once('listening', resolve))
  const { port } = owner.address() as { port: number }
  const server = await start(port)
  expect(Number(new URL(server.url).port)).toBeGreaterThan(port)
  expect((await fetch(`${server.url}/api/health`)).status).toBe(200)
  server.process.kill('SIGINT')
  expect(await server.ended).toBe(0)
  owner.close()
}, 60_000)

test('a first start that fails afterwards has shown the one-time password', async () => {
  // An address of the documentation range (RFC 5737): nobody can listen on it.
  const settings = { DATA_FOLDER: join(folder.path, 'unlucky'), HOST: '203.0.113.9' }
  const server = spawnServer(0, settings)
  expect(await server.ended).not.toBe(0)
  expect(server.output()).toMatch(/用户名 (\S+) +一次性密码 (\S+)/)
}, 60_000)
