import pg from 'pg'
import { expect, test } from 'vitest'
import { isAway } from './index.ts'

const withCode = (code: string) => Object.assign(new Error('x'), { code })

test.each(['57P01', '57P03', '08006', '53300', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'])(
  '%s: the database is away, however deep it is told',
  code => {
    expect(isAway(withCode(code))).toBe(true)
    expect(isAway(new Error('query failed', { cause: withCode(code) }))).toBe(true)
  },
)

test('what the driver tells without a code is known as well', async () => {
  const silent = new pg.Pool({ host: '192.0.2.1', connectionTimeoutMillis: 50 })
  const error: unknown = await silent.query('select 1').catch(cause => cause)
  await silent.end()
  expect(isAway(new Error('query failed', { cause: error }))).toBe(true)
  expect(isAway(new Error('Connection terminated unexpectedly'))).toBe(true)
})

test.each(['23505', '22P02', '40001', 'ENOENT'])('%s is something else', code => {
  expect(isAway(withCode(code))).toBe(false)
  expect(isAway(new Error('timeout'))).toBe(false)
})
