import type { ClientBase } from 'pg'
import { expect, test } from 'vitest'
import { keepPlans } from './keep-plans.ts'
import { onceMark } from './query.ts'

test('marked statements have one name each on a connection, others none, and there is an end of names', () => {
  const heard: unknown[] = []
  const client = { query: (statement: unknown) => heard.push(statement) } as unknown as ClientBase
  keepPlans(client)
  const ask = (text: string) => {
    client.query({ text }, [1])
    return (heard.at(-1) as { name?: string }).name
  }
  expect(ask('select 1')).toBeUndefined()
  const first = ask(`select 1 ${onceMark}`)
  expect(first).toMatch(/^once-/)
  expect(ask(`select 2 ${onceMark}`)).not.toBe(first)
  expect(ask(`select 1 ${onceMark}`)).toBe(first)
  client.query('select 3')
  expect(heard.at(-1)).toBe('select 3')
  for (let at = 10; at < 400; at++) ask(`select ${at} ${onceMark}`)
  expect(ask(`select 399 ${onceMark}`)).toBeUndefined()
  expect(ask(`select 1 ${onceMark}`)).toBe(first)
})
