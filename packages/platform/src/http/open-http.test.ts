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
