import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import pino from 'pino'
import { expect, test } from 'vitest'
import { openHttp } from './index.ts'

test('a caller that hangs up before being counted is no error of the server', async () => {
  const errors: string[] = []
  const logger = pino({ level: 'error' }, { write: line => void errors.push(line) })
  const http = await openHttp({ version: '1', logger, publicOrigin: null, requestsPerMinute: 10 })
  // Hooks of the whole app come before that of the limit.
  http.addHook('onRequest', async request => {
    const closed = once(request.raw.socket, 'close')
    request.raw.socket.destroy()
    await closed
  })
  const answered = new Promise<void>(resolve => http.addHook('onSend', async () => resolve()))
  http.get('/page', async () => 'a page')
  await http.listen({ port: 0, host: '127.0.0.1' })
  const caller = connect((http.server.address() as AddressInfo).port, '127.0.0.1')
  caller.write('GET /page HTTP/1.1\r\nHost: jianbao.test\r\n\r\n')
  await answered
  expect(errors).toEqual([])
  await http.close()
})

test.each(['/api/units/%ED%A0%80', '/%zz', '/api/units/%'])(
  '%s is no address: not found, as a problem',
  async url => {
    const logger = pino({ level: 'silent' })
    const http = await openHttp({ version: '1', logger, publicOrigin: null, requestsPerMinute: 10 })
    http.get('/api/units/:name', { config: { undeclared: 'for the test' } }, async () => 'a unit')
    const answer = await http.inject({ method: 'GET', url })
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'not-found'])
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/)
    await http.close()
  },
)

test.each([
  [
    'of the file system',
    Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' }),
  ],
  [
    'of PostgreSQL',
    new Error('Failed query', { cause: Object.assign(new Error('full'), { code: '53100' }) }),
  ],
])('a full disk is told as what it is, and logged: %s', async (_case, error) => {
  const errors: string[] = []
  const logger = pino({ level: 'error' }, { write: line => void errors.push(line) })
  const http = await openHttp({ version: '1', logger, publicOrigin: null, requestsPerMinute: 10 })
  http.get('/page', async () => Promise.reject(error))
  const answer = await http.inject({ method: 'GET', url: '/page' })
  expect([answer.statusCode, answer.json().code]).toEqual([507, 'disk-full'])
  expect(answer.json().detail).toContain('磁盘已满')
  expect(errors).toHaveLength(1)
  await http.close()
})

test('a transaction the database let go of, because two waited for each other, is asked for again', async () => {
  const logger = pino({ level: 'silent' })
  const http = await openHttp({ version: '1', logger, publicOrigin: null, requestsPerMinute: 10 })
  const deadlock = Object.assign(new Error('deadlock detected'), { code: '40P01' })
  http.get('/page', async () => Promise.reject(new Error('Failed query', { cause: deadlock })))
  const answer = await http.inject({ method: 'GET', url: '/page' })
  expect([answer.statusCode, answer.json().code]).toEqual([503, 'server-busy'])
  await http.close()
})

test('one address is answered as often as allowed, then asked to wait', async () => {
  const logger = pino({ level: 'silent' })
  const http = await openHttp({ version: '1', logger, publicOrigin: null, requestsPerMinute: 2 })
  http.get('/page', async () => 'a page')
  const from = async (remoteAddress: string) =>
    (await http.inject({ method: 'GET', url: '/page', remoteAddress })).statusCode
  expect([await from('10.0.0.1'), await from('10.0.0.1'), await from('10.0.0.1')]).toEqual([200, 200, 429])
  expect(await from('10.0.0.2')).toBe(200)
  // Whoever has one IPv6 address has the 64 bits below it too.
  expect([await from('2001:db8::1'), await from('2001:db8::2'), await from('2001:db8::3')]).toContain(429)
  await http.close()
})

test('behind a proxy the caller is who the proxy saw, whatever the caller said before', async () => {
  const logger = pino({ level: 'silent' })
  const publicOrigin = 'https://jianbao.example'
  const http = await openHttp({ version: '1', logger, publicOrigin, requestsPerMinute: 2 })
  http.get('/page', async () => 'a page')
  const from = async (forwarded: string) =>
    (await http.inject({ url: '/page', headers: { 'x-forwarded-for': forwarded } })).statusCode
  const made = ['198.51.100.1, 203.0.113.7', '198.51.100.2, 203.0.113.7', '198.51.100.3, 203.0.113.7']
  expect([await from(made[0]!), await from(made[1]!), await from(made[2]!)]).toEqual([200, 200, 429])
  expect(await from('203.0.113.8')).toBe(200)
  await http.close()
})

test.each([
  [null, 'localhost:7300', 404],
  [null, '127.0.0.1:7300', 404],
  [null, '10.1.2.3:7300', 404],
  [null, '[::1]:7300', 404],
  [null, 'office-pc:7300', 404],
  [null, 'rebound.example:7300', 403],
  [null, '127.0.0.1.rebound.example', 403],
  ['https://jianbao.example', 'rebound.example', 403],
  ['https://jianbao.example', '127.0.0.1:7300', 404],
])('with the public address %s, a page at %s may act: %i', async (publicOrigin, host, status) => {
  const logger = pino({ level: 'silent' })
  const options = { version: '1', logger, publicOrigin, requestsPerMinute: 10, hostNames: ['Office-PC'] }
  const http = await openHttp(options)
  const headers = { host, origin: new URL(`http://${host}`).origin }
  expect((await http.inject({ method: 'POST', url: '/nothing', headers })).statusCode).toBe(status)
  await http.close()
})
