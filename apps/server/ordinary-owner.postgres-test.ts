/** A database whose owner is no superuser, as offices are given one: everything works, and the policies bind. */
import { type Connection, openDatabase, RolesLacking, requireRoles, rowsOf, sql } from '@jianbao/platform/db'
import {
  acceptUpload,
  bulletinText,
  openPostgres,
  openTestApp,
  ordinaryDatabase,
  seedPersonas,
  type TestPostgres,
  temporaryFolder,
  testUnits,
} from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { howToGrant } from './fail.ts'
import { allMigrations, openInstallation } from './open-installation.ts'

let server: TestPostgres
const open: Connection[] = []
beforeAll(async () => {
  server = await openPostgres()
}, 120_000)
afterAll(async () => {
  for (const connection of open) await connection.close()
  await server?.close()
})

async function install(databaseUrl: string) {
  const folder = await temporaryFolder()
  const installation = await openInstallation({ databaseUrl, dataFolder: folder.path }, () => undefined)
  open.push(installation.connection)
  return installation
}

test('an owner who may create roles installs, imports, accepts, searches and publishes', async () => {
  const { connection, applied } = await install(await ordinaryDatabase(server))
  expect(applied).toHaveLength((await allMigrations()).length)
  await seedPersonas(connection.db)
  const app = await openTestApp({ connection })
  const { issueIds } = await acceptUpload(app, bulletinText({ headline: '青禾市科协清点候鸟' }))
  const search = async (persona: 'editor' | 'editor@city') =>
    (await (await app.as(persona)).get(`/api/search?q=${encodeURIComponent('清点候鸟')}`)).json().total
  expect([await search('editor'), await search('editor@city')]).toEqual([1, 0])
  await (await app.as('editor')).post(`/api/issues/${issueIds[0]}/publish`)
  expect([await search('editor'), await search('editor@city')]).toEqual([1, 1])
  const page = await (await app.as('anonymous')).request({ method: 'GET', url: '/issues' })
  expect(page.body).toContain(issueIds[0])
  await app.close()

  // The owner passes the policies, whoever acts as jianbao_desk does not.
  const count = (role: string) =>
    connection.db.transaction(async tx => {
      await tx.execute(sql`select set_config('role', ${role}, true)`)
      return (await rowsOf<{ n: number }>(tx, sql`select count(*)::int as n from document`))[0]!.n
    })
  expect([await count('none'), await count('jianbao_desk')]).toEqual([1, 0])
  const [row] = await rowsOf(connection.db, sql`select unit_id from document`)
  expect(row).toEqual({ unit_id: testUnits.root })
}, 240_000)

test('an owner who may not is told what to ask for, and that helps', async () => {
  // Roles belong to the whole server: here nobody has made them yet.
  const bare = await openPostgres()
  const url = await ordinaryDatabase(bare, { createsRoles: false })
  const connection = await openDatabase({ url, folder: bare.folder })
  const lacking = await requireRoles(connection.db).catch(error => error)
  expect(lacking).toBeInstanceOf(RolesLacking)
  await expect(install(url)).rejects.toBeInstanceOf(RolesLacking)
  const order = (lacking as RolesLacking).orders.join('\n')
  expect(howToGrant(lacking as RolesLacking)).toContain('CREATE ROLE jianbao_desk NOLOGIN;')
  const administrator = await openDatabase(bare)
  await administrator.db.execute(sql.raw(order))
  await administrator.close()
  await requireRoles(connection.db)
  await connection.close()
  expect((await install(url)).applied.length).toBeGreaterThan(0)
  await open.pop()!.close()
  await bare.close()
}, 240_000)
