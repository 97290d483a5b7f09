/** What goes wrong with a person's words in hand is told without the words. */
import { Problem } from '@jianbao/errors'
import { openEmbedded, sql } from '@jianbao/platform/db'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openLogger } from './open-logger.ts'

let connection: Awaited<ReturnType<typeof openEmbedded>>
beforeAll(async () => {
  connection = await openEmbedded({})
  await connection.db.execute(sql`create table person (name text unique, age integer)`)
})
afterAll(() => connection.close())

const secret = '林青禾'
const add = sql`insert into person values (${secret}, 1)`

/** What is logged of the error of `work`. */
async function logged(work: () => Promise<unknown>, wrap = (error: unknown) => error): Promise<string> {
  const lines: string[] = []
  const logger = openLogger('error', { write: line => void lines.push(line) })
  await work().catch(error => logger.error({ err: wrap(error) }, 'failed'))
  expect(lines).toHaveLength(1)
  return lines[0]!
}

test.each<[string, () => Promise<unknown>, string]>([
  [
    'a table that is not there',
    async () => connection.db.execute(sql`insert into nothing values (${secret})`),
    'relation',
  ],
  [
    'a value that is there already',
    async () => {
      await connection.db.execute(add)
      await connection.db.execute(add)
    },
    '23505',
  ],
  [
    'a value of another type',
    async () => connection.db.execute(sql`insert into person (age) values (${secret})`),
    '22P02',
  ],
])('a query that failed is logged without its values: %s', async (_case, work, told) => {
  for (const wrap of [
    undefined,
    (cause: unknown) => new Problem('internal', { requestId: '1' }, { cause }),
  ]) {
    const line = await logged(work, wrap)
    expect(line).not.toContain(secret)
    expect(line).toContain('insert into')
    expect(line).toContain(told)
    expect(line).toContain('open-logger.test.ts')
  }
})

test('any other error is logged with what it says and where it stands', async () => {
  const line = await logged(async () => {
    throw new RangeError('out of range', { cause: new Error('because') })
  })
  expect(JSON.parse(line).err).toMatchObject({ type: 'RangeError', message: 'out of range' })
  expect(line).toContain('because')
  expect(line).toContain('open-logger.test.ts')
  expect(await logged(() => Promise.reject('words alone'))).toContain('words alone')
})
