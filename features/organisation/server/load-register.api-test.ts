/** The first content of the tree. */
import { readFile } from 'node:fs/promises'
import { defaultRegister, parseRegister } from '@jianbao/intake'
import { systemClock } from '@jianbao/platform/clock'
import { type Connection, migrate, openEmbedded, rowsOf, sql } from '@jianbao/platform/db'
import { allMigrations } from '@jianbao/server/installation'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadRegister } from './load-register.ts'
import { rootUnitId } from './root-unit.ts'
import { listRegisterEntries } from './unit-names.ts'

let connection: Connection
beforeAll(async () => {
  connection = await openEmbedded({})
  await migrate(connection, await allMigrations())
})
afterAll(() => connection.close())

const shipped = defaultRegister().entries

test('the register that ships becomes the tree of a new installation, once and quickly', async () => {
  const services = { db: connection.db, clock: systemClock }
  const demonstration = new URL('../../../demo/organisation/units.csv', import.meta.url)
  const invented = parseRegister(await readFile(demonstration, 'utf8')).entries
  const units = shipped.filter(entry => !entry.kind.startsWith('place')).length + invented.length
  const started = performance.now()
  expect(await loadRegister(services, [...shipped, ...invented])).toBe(units)
  expect(performance.now() - started).toBeLessThan(3000)
  expect(await loadRegister(services, [...shipped, ...invented])).toBe(0)
  const kinds = await rowsOf<{ kind: string; units: number }>(
    connection.db,
    sql`select kind, count(*)::int as units from unit group by kind order by kind`,
  )
  expect(Object.fromEntries(kinds.map(({ kind, units: count }) => [kind, count]))).toMatchObject({
    province: 1,
    city: 18,
    society: 75,
  })
  const [root] = await rowsOf(
    connection.db,
    sql`select name, code, division from unit where id = ${rootUnitId}`,
  )
  expect(root).toEqual({ name: '河南省科协', code: '410000', division: '410000' })
  const wrong = await rowsOf(
    connection.db,
    sql`select u.name from unit u join unit p on p.id = u.parent_id where u.path <> p.path || u.seq || '/'`,
  )
  expect(wrong).toEqual([])
  expect(
    await rowsOf(connection.db, sql`select 1 from audit_entry where action = 'organisation.load'`),
  ).toHaveLength(1)
})

test('readers are told of units the shipped register does not know, by names that are theirs alone', async () => {
  const entries = await listRegisterEntries(connection.db)
  const names = entries.map(entry => entry.name)
  expect(names).toContain('河南省云雾观测学会')
  expect(names).not.toContain('洛阳市科协')
  expect(names).not.toContain('办公室')
  expect(entries.find(entry => entry.name === '洛阳市科协科普部')?.shortNames).toContain('洛阳科协科普部')
  expect(await listRegisterEntries(connection.db)).toBe(entries)
  await connection.db.execute(
    sql`update unit set name = '洛阳市科学技术协会', former_names = '{洛阳市科协}' where code = '410300'`,
  )
  const after = await listRegisterEntries(connection.db)
  expect(after).not.toBe(entries)
  expect(after.find(entry => entry.name === '洛阳市科学技术协会')?.shortNames).toContain('洛阳市科协')
})
