/** The real process, killed while it writes thousands of units: all are there afterwards, or none, never some. */
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { openDatabase, openEmbedded, rowsOf, sql } from '@jianbao/platform/db'
import { rootFolder } from '@jianbao/server/config'
import { openPostgres, type TestPostgres, temporaryFolder, uploadBody } from '@jianbao/testkit'
import ExcelJs from 'exceljs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Import } from '../../contract/index.ts'

const started: ChildProcess[] = []
let folder: Awaited<ReturnType<typeof temporaryFolder>>
let server: TestPostgres

beforeAll(async () => {
  folder = await temporaryFolder()
  server = await openPostgres()
})
afterAll(async () => {
  for (const child of started) child.kill('SIGKILL')
  await server?.close()
  await folder.remove()
})

async function start(settings: Record<string, string>) {
  const child = spawn(process.execPath, ['apps/server/main.ts'], {
    cwd: rootFolder,
    env: { PATH: process.env['PATH'], PORT: '0', JIANBAO_PROFILE: 'demonstration', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  started.push(child)
  let output = ''
  const read = (chunk: Buffer): void => {
    output += chunk.toString()
  }
  child.stdout.on('data', read)
  child.stderr.on('data', read)
  const ended = new Promise(resolve => child.once('exit', resolve))
  for (;;) {
    const url = /工作台 +(http:\S+)\/desk\//.exec(output)?.[1]
    if (url) return { url, kill: async () => child.kill('SIGKILL') && (await ended) }
    if (child.exitCode !== null) throw new Error(output)
    await wait(50)
  }
}

async function signIn(url: string) {
  const headers = { 'content-type': 'application/json', origin: url }
  const body = JSON.stringify({ username: 'xitong', password: 'jianbao-demo' })
  const answer = await fetch(`${url}/api/auth/sign-in/username`, { method: 'POST', headers, body })
  const cookie = answer.headers.getSetCookie()[0]!.split(';')[0]!
  return async <T>(path: string, init: RequestInit = {}): Promise<T> => {
    const more = init.headers as Record<string, string>
    const got = await fetch(url + path, { ...init, headers: { origin: url, cookie, ...more } })
    if (!got.ok) throw new Error(await got.text())
    return got.json() as Promise<T>
  }
}

async function sheetOf(round: number, count: number): Promise<Buffer> {
  const book = new ExcelJs.Workbook()
  const sheet = book.addWorksheet('单位')
  sheet.addRow(['编码', '全称', '类别', '上级编码'])
  for (let at = count; at > 0; at--)
    sheet.addRow([
      `K${round}.${at}`,
      `第${round}批第${at}学会`,
      '学会',
      at === 1 ? 'ROOT' : `K${round}.${Math.ceil(at / 20)}`,
    ])
  return Buffer.from(await book.xlsx.writeBuffer())
}

const count = 4_000

/** Uploads, confirms, kills `delayMs` later, starts again, and waits for the end. */
async function killAndResume(
  settings: Record<string, string>,
  round: number,
  delayMs: number,
  revive: () => Promise<void>,
) {
  const first = await start(settings)
  const before = await signIn(first.url)
  const content = await sheetOf(round, count)
  const { payload, contentType } = await uploadBody([{ field: 'file', fileName: '单位.xlsx', content }])
  const headers = { 'content-type': contentType }
  const { id } = await before<Import>('/api/imports?kind=units', {
    method: 'POST',
    headers,
    body: new Uint8Array(payload),
  })
  while ((await before<Import>(`/api/imports/${id}`)).state !== 'checked') await wait(100)
  // Its answer may wait for the writing: the embedded database has one connection.
  before(`/api/imports/${id}/confirm`, { method: 'POST' }).catch(() => undefined)
  await wait(delayMs)
  await first.kill()
  await revive()
  const second = await start(settings)
  const after = await signIn(second.url)
  let now = await after<Import>(`/api/imports/${id}`)
  // Killed before the confirmation was written, it waits for a person again.
  if (now.state === 'checked') await after(`/api/imports/${id}/confirm`, { method: 'POST' })
  while (now.state !== 'done' && now.state !== 'failed') {
    await wait(200)
    now = await after<Import>(`/api/imports/${id}`)
  }
  await second.kill()
  return now
}

test.each([150, 900, 2_000])(
  'killed %i ms after the confirmation, on the embedded database',
  async delayMs => {
    const data = join(folder.path, `embedded-${delayMs}`)
    let between = -1
    const done = await killAndResume({ DATA_FOLDER: data }, 1, delayMs, async () => {
      const { db, close } = await openEmbedded({ folder: data })
      between = (
        await rowsOf<{ n: number }>(db, sql`select count(*)::int as n from unit where code like 'K1.%'`)
      )[0]!.n
      await close()
    })
    expect([0, count]).toContain(between)
    expect(done).toMatchObject({ state: 'done', counts: { new: count, changed: 0, problems: 0 } })
  },
  240_000,
)

test('killed while it writes, on a server that another process shares', async () => {
  const settings = { DATA_FOLDER: join(folder.path, 'shared'), DATABASE_URL: server.url }
  const { db, close } = await openDatabase(server)
  let between = -1
  const done = await killAndResume(settings, 2, 900, async () => {
    between = (
      await rowsOf<{ n: number }>(db, sql`select count(*)::int as n from unit where code like 'K2.%'`)
    )[0]!.n
    // A minute of silence is not waited for.
    await db.execute(
      sql`update pgboss.job set started_on = now() - interval '5 minutes' where state = 'active'`,
    )
  })
  expect([0, count]).toContain(between)
  expect(done.counts).toMatchObject({ new: count, changed: 0 })
  const units = await rowsOf<{ n: number; wrong: number }>(
    db,
    sql`select count(*)::int as n, count(*) filter (where u.path <> p.path || u.seq || '/')::int as wrong
      from unit u join unit p on p.id = u.parent_id where u.code like 'K2.%'`,
  )
  expect(units).toEqual([{ n: count, wrong: 0 }])
  const entries = await rowsOf(db, sql`select action from audit_entry where object = ${done.id} order by id`)
  expect(entries.map(entry => entry['action'])).toEqual(['import.receive', 'import.confirm', 'unit.import'])
  await close()
}, 240_000)
