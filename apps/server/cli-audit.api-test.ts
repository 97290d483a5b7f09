/** The command line on data folders of its own: what it says of a whole chain, of broken ones, and where there is none. */
import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { anchorFile, noteDeed, openAnchors } from '@jianbao/platform/audit'
import { systemClock } from '@jianbao/platform/clock'
import { type Connection, migrate, openDatabase, sql } from '@jianbao/platform/db'
import { allMigrations } from '@jianbao/server/installation'
import { temporaryFolder } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'

let folder: Awaited<ReturnType<typeof temporaryFolder>>
const inFolder = async (work: (connection: Connection) => Promise<void>): Promise<void> => {
  const connection = await openDatabase({ folder: folder.path })
  await work(connection)
  await connection.close()
}

beforeAll(async () => {
  folder = await temporaryFolder()
  await inFolder(async connection => {
    await migrate(connection, await allMigrations())
    const actor = { kind: 'system', id: 'tester' } as const
    for (let n = 0; n < 20; n++)
      await noteDeed(connection.db, systemClock, { actor, action: 'unit.edit', object: String(n) })
    const path = join(folder.path, anchorFile)
    await (
      await openAnchors({ db: connection.db, clock: systemClock, path, onError: () => undefined })
    ).close()
  })
})
afterAll(() => folder.remove())

function jianbao(args: string[], dataFolder = folder.path) {
  return new Promise<{ code: number; out: string; error: string }>(resolve => {
    const env = { ...process.env, DATA_FOLDER: dataFolder, DATABASE_URL: '' }
    const call = [join(import.meta.dirname, 'cli.ts'), 'audit', ...args]
    execFile(process.execPath, call, { env }, (failure, out, error) =>
      resolve({ code: failure ? Number(failure.code) : 0, out, error }),
    )
  })
}

const attack = (...statements: string[]) =>
  inFolder(async ({ inTransaction }) =>
    inTransaction(async run => {
      await run('alter table audit_entry disable trigger all')
      for (const statement of statements) await run(statement)
    }),
  )

test('a whole chain is told with its end and its anchors; exit 0', async () => {
  const { code, out, error } = await jianbao(['verify'])
  expect({ code, error }).toEqual({ code: 0, error: '' })
  expect(out).toMatch(/^审计记录完整：共 20 条，最新一条哈希 [0-9a-f]{64}，与 1 个锚点全部相符。\n$/)
})

test('a changed entry is named with who and when; exit 2 and one line', async () => {
  await attack(`update audit_entry set object = '99' where id = 7`)
  const { code, out, error } = await jianbao(['verify'])
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(error).toMatch(
    /^jianbao: 审计记录第 7 号被改动、插入或调换过（\d{4}-\S+ \S+ \S+，tester，unit\.edit）；此前 6 条完好。\n$/,
  )
  await attack(`update audit_entry set object = '6' where id = 7`)
  expect((await jianbao(['verify'])).code).toBe(0)
})

test('a chain cut off with its end is found by the anchors, also by a copy of them kept elsewhere', async () => {
  const copy = join(folder.path, 'copy.txt')
  await writeFile(copy, `20 ${'0'.repeat(64)} 2026-01-01T00:00:00.000Z\n`)
  expect((await jianbao(['verify', '--anchors', copy])).error).toContain('第 20 号与锚点不符')
  await attack(
    'delete from audit_entry where id > 15',
    'update audit_head set id = 15, hash = (select hash from audit_entry where id = 15)',
  )
  const { code, error } = await jianbao(['verify'])
  expect([code, error]).toEqual([
    2,
    'jianbao: 审计记录从第 16 号起被截断，其后的都不在了；此前 15 条完好。\n',
  ])
})

test('where there is nothing to verify it says so and makes nothing', async () => {
  const { path, remove } = await temporaryFolder()
  expect((await jianbao(['verify'], path)).error).toContain('没有简报台的数据库')
  expect((await jianbao(['verify', '--anchors', join(path, 'none')], path)).error).toContain('不存在')
  expect((await jianbao([], path)).error).toContain('audit 之后要写 verify')
  await mkdir(join(path, 'old'))
  const connection = await openDatabase({ folder: join(path, 'old') })
  await connection.db.execute(sql`create table audit_entry (id int)`)
  await connection.close()
  expect((await jianbao(['verify'], join(path, 'old'))).error).toContain('旧版本')
  await remove()
})
