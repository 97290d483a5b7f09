/** Below the routes: what a request could do to the paths of the tree if one of its queries were not what it should be. */
import { enterScope } from '@jianbao/platform/access'
import { type Database, rowsOf, type SQL, sql } from '@jianbao/platform/db'
import { openTestApp, type TestApp, testUnits } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'

let app: TestApp
let path: string
beforeAll(async () => {
  app = await openTestApp()
  const [city] = await rowsOf<{ path: string }>(
    app.connection.db,
    sql`select path from unit where id = ${testUnits.city}`,
  )
  path = city!.path
})
afterAll(() => app.close())

const undone = new Error('undone')

/** What comes of a statement in the scope of the city, and how many people are seen afterwards; nothing of it stays. */
async function inCity(statement: SQL): Promise<{ refused: boolean; people: number }> {
  let people = 0
  const count = async (tx: Database) =>
    (await rowsOf<{ n: number }>(tx, sql`select count(*)::int as n from person`))[0]!.n
  const ended = app.connection.db.transaction(async tx => {
    const roots = [{ unitId: testUnits.city, path }]
    await enterScope(tx, { scope: { roots, content: false }, personId: null })
    people = await count(tx)
    await tx.execute(statement)
    people = await count(tx)
    throw undone
  })
  const error = await ended.catch((error: unknown) => error)
  return { refused: error !== undone, people }
}

test('rows are carried along within the scope alone, neither into it nor out of it', async () => {
  const { people } = await inCity(sql`select 1`)
  for (const [from, to] of [
    ['1/', path],
    [path, '1/'],
    [path.slice(0, -1), path],
    [`${path}999/`, '1/999/'],
  ])
    expect(await inCity(sql`select rescope(${from}, ${to})`), `${from} ${to}`).toEqual({
      refused: true,
      people,
    })
  expect(await inCity(sql`select rescope(${`${path}998/`}, ${`${path}999/`})`)).toEqual({
    refused: false,
    people,
  })
})
