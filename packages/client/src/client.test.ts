import { expect, test } from 'vitest'
import { openClient, ProblemError } from './index.ts'

const answering = (status: number, body: string) =>
  openClient({
    baseUrl: 'http://jianbao.test',
    fetch: async () => new Response(body, { status, headers: { 'content-type': 'application/json' } }),
  })

test('a good answer is data', async () => {
  const { data } = await answering(200, '{"status":"ok","database":"ok","version":"1"}').GET('/api/health')
  expect(data?.status).toBe('ok')
})

test('a problem is thrown with its code and sentence', async () => {
  const problem = {
    type: 'x',
    title: 'x',
    status: 404,
    code: 'not-found',
    detail: '没有找到',
    requestId: '1',
  }
  const answer = answering(404, JSON.stringify(problem)).GET('/api/health')
  await expect(answer).rejects.toBeInstanceOf(ProblemError)
  await expect(answer).rejects.toMatchObject({
    code: 'not-found',
    status: 404,
    detail: '没有找到',
  })
})

test.each([
  [404, null],
  [429, null],
  [500, '1'],
])('a problem of status %i has the number to ask about %j', (status, requestId) => {
  const answer = { code: 'x', status, detail: '有问题', requestId: '1' }
  expect(new ProblemError(answer).requestId).toBe(requestId)
})

test('a page of a proxy in between is a problem too', async () => {
  const answer = answering(502, '<html>').GET('/api/health')
  await expect(answer).rejects.toMatchObject({ code: 'unreadable-answer', status: 502 })
})
