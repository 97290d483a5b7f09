import { createHash } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import {
  type Connection,
  type Migration,
  MigrationError,
  migrate,
  openEmbedded,
  readMigrations,
  rowsOf,
  sql,
} from './index.ts'

let connection: Connection

beforeAll(async () => {
  connection = await openEmbedded({})
})
afterAll(() => connection.close())
beforeEach(async () => {
  await connection.db.execute(sql`drop schema public cascade`)
  await connection.db.execute(sql`create schema public`)
})

const migration = (id: string, text: string): Migration => ({
  id,
  sql: text,
  checksum: createHash('sha256').update(text).digest('hex'),
})
const one = migration('room/0001-one', 'create table one (id int); insert into one values (1);')
const two = migration('room/0002-two', 'create table two (id int);')

test('pending migrations are applied in order, once', async () => {
  expect(await migrate(connection, [one])).toEqual([one.id])
  expect(await migrate(connection, [one, two])).toEqual([two.id])
  expect(await migrate(connection, [one, two])).toEqual([])
  expect(await rowsOf(connection.db, sql`select id from one`)).toEqual([{ id: 1 }])
})

test('an upgraded schema equals a fresh one', async () => {
  const shape = () =>
    rowsOf(
      connection.db,
      sql`select table_name, column_name, data_type from information_schema.columns
      where table_schema = 'public' and table_name <> 'migration' order by 1, 2`,
    )
  await migrate(connection, [one])
  await migrate(connection, [one, two])
  const upgraded = await shape()
  await connection.db.execute(sql`drop schema public cascade`)
  await connection.db.execute(sql`create schema public`)
  await migrate(connection, [one, two])
  expect(await shape()).toEqual(upgraded)
})

test('one that fails leaves nothing behind, not even those before it', async () => {
  const broken = migration('room/0002-broken', 'create table three (id int); select nonsense;')
  await expect(migrate(connection, [one, broken])).rejects.toThrow()
  expect(await migrate(connection, [one])).toEqual([one.id])
})

test('an applied file that was changed is refused', async () => {
  await migrate(connection, [one])
  await expect(migrate(connection, [migration(one.id, 'create table other (id int);')])).rejects.toThrow(
    MigrationError,
  )
})

test('a database written by a newer version is refused', async () => {
  await migrate(connection, [one, two])
  await expect(migrate(connection, [one])).rejects.toThrow('room/0002-two')
})

test('the files of a folder are read in order; line ends do not change a checksum', async () => {
  const found = await readMigrations('access', new URL('../access/migrations/', import.meta.url))
  const ids = found.map(({ id }) => id)
  expect(ids.slice(0, 2)).toEqual(['access/0001-account', 'access/0002-second-factor'])
  expect(ids).toEqual([...ids].sort())
  await expect(readMigrations('db', new URL('./', import.meta.url))).rejects.toThrow(MigrationError)
})
