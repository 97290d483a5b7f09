import { expect, test } from 'vitest'
import { toProblem } from './problem-answer.ts'

test('a database that is away is a reason to come again, not a fault of the program', () => {
  const lost = Object.assign(new Error('gone'), { code: '57P01' })
  expect(toProblem(new Error('query failed', { cause: lost }), 'r')).toMatchObject({
    code: 'server-busy',
    status: 503,
  })
  expect(toProblem(new Error('anything else'), 'r').code).toBe('internal')
})
