/** `jianbao user reset` as it is called: for somebody whom nobody else can let in again. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { enrolPerson } from '@jianbao/organisation/server'
import { systemClock } from '@jianbao/platform/clock'
import { rowsOf, sql } from '@jianbao/platform/db'
import { openTestApp, temporaryFolder } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from './browser.fixture.ts'
import { rootFolder } from './config.ts'
import { openInstallation } from './open-installation.ts'

let folder: Awaited<ReturnType<typeof temporaryFolder>>
beforeAll(async () => {
  folder = await temporaryFolder()
  await inside(async db => {
    await enrolPerson(
      { db, clock: systemClock },
      { username: 'Keeper', name: '管钥匙的', password: 'lost-by-its-owner', posts: [] },
    )
  })
})
afterAll(() => folder.remove())

type Work = (db: Awaited<ReturnType<typeof openInstallation>>['connection']['db']) => Promise<void>

/** In the data folder, as the process that has it alone. */
async function inside(work: Work): Promise<void> {
  const { connection } = await openInstallation(
    { dataFolder: folder.path, databaseUrl: null },
    () => undefined,
  )
  await work(connection.db)
  await connection.close()
}

function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const env = { PATH: process.env['PATH'], DATA_FOLDER: folder.path }
  const words = [join(rootFolder, 'apps/server/cli.ts'), 'user', ...args]
  return new Promise(resolve => {
    execFile(process.execPath, words, { env }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    )
  })
}

test('it prints a one-time password that signs in, and the trail says that the command line gave it', async () => {
  await inside(async db => {
    await db.execute(sql`update account_user set two_factor_enabled = true`)
  })
  const { code, out } = await run('reset', 'KEEPER', '--second-factor')
  expect([code, out]).toEqual([0, expect.stringContaining('两步验证已取消')])
  const password = /一次性密码：(\S+)/.exec(out)![1]!
  expect(password).toMatch(/^[a-z2-9]{4}(-[a-z2-9]{4}){3}$/)
  await inside(async db => {
    const told = await rowsOf(
      db,
      sql`select actor_kind as kind, actor_id as id, words, outcome from audit_entry where action = 'account.reset-password'`,
    )
    expect(told).toEqual([{ kind: 'system', id: 'command-line', words: 'KEEPER', outcome: 'done' }])
    expect(JSON.stringify(await rowsOf(db, sql`select * from audit_entry`))).not.toContain(password)
  })
  const installation = await openInstallation({ dataFolder: folder.path, databaseUrl: null }, () => undefined)
  const app = await openTestApp({ connection: installation.connection })
  const browser = openBrowser(app)
  expect((await browser.signIn('keeper', 'lost-by-its-owner')).statusCode).toBe(401)
  expect((await browser.signIn('keeper', password)).json()).toEqual({ signedIn: true })
  expect((await browser.get('/api/session')).json().user).toMatchObject({ mustChangePassword: true })
  await app.close()
  await installation.connection.close()
}, 180_000)

test.each([
  [['reset', 'nobody'], /没有“nobody”这个用户/],
  [['reset'], /没有指明用户名/],
  [['remove', 'keeper'], /user 之后要写 reset/],
  [['reset', 'keeper', '--force'], /没有 --force 这个选项/],
])(
  '%j is refused with one line',
  async (args, message) => {
    const { code, out, err } = await run(...args)
    expect([code, out]).toEqual([2, ''])
    expect(err).toMatch(message)
    expect(err.trim().split('\n')).toHaveLength(1)
  },
  120_000,
)
