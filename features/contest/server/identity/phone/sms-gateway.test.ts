/** A gateway of messages, as providers have them, on this machine. */
import { createHmac } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { openSmsGateway, type SmsSettings, smsRequest } from './sms-gateway.ts'

let close: (() => Promise<void>) | null = null
afterEach(async () => {
  await close?.()
  close = null
})

type Heard = { url: string; headers: IncomingMessage['headers']; body: string }
async function openGateway(answer: { status: number; text: string; location?: string } | 'silence') {
  const heard: Heard[] = []
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', part => parts.push(part))
    request.on('end', () => {
      heard.push({ url: request.url!, headers: request.headers, body: Buffer.concat(parts).toString() })
      if (answer === 'silence') return request.socket.destroy()
      if (answer.location) response.setHeader('location', answer.location)
      response.writeHead(answer.status).end(answer.text)
    })
  }).listen(0, '127.0.0.1')
  await new Promise(resolve => server.once('listening', resolve))
  close = async () => {
    server.closeAllConnections()
    await new Promise(resolve => server.close(resolve))
  }
  return { heard, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

const settings = (url: string, more: Partial<SmsSettings> = {}): SmsSettings => ({
  url: `${url}/send?app=1`,
  method: 'POST',
  headers: { 'Content-Type': 'application/json', 'X-Time': '{timestamp}', Authorization: 'HMAC {signature}' },
  body: '{"to":"{phone}","params":{"code":"{code}","minutes":"{minutes}"}}',
  signed: '{timestamp}\n{body}',
  secret: 'a secret',
  signature: 'hex',
  success: '"ok":true',
  ...more,
})

test('a message goes out as the settings say, signed', async () => {
  const { heard, url } = await openGateway({ status: 200, text: '{"ok":true}' })
  const at = new Date('2026-11-20T00:00:00Z')
  await openSmsGateway(settings(url), () => at).send('13800138000', '012345', 5)
  const [{ body, headers }] = heard as [Heard]
  expect(JSON.parse(body)).toEqual({ to: '13800138000', params: { code: '012345', minutes: '5' } })
  expect(headers['x-time']).toBe('1795132800')
  const signature = createHmac('sha256', 'a secret').update(`1795132800\n${body}`).digest('hex')
  expect(headers.authorization).toBe(`HMAC ${signature}`)
})

test.each([
  ['refuses with 200', { status: 200, text: '{"ok":false,"phone":"13800138000"}' }],
  ['answers 500', { status: 500, text: '13800138000 012345 "ok":true' }],
  ['leads elsewhere', { status: 302, text: '"ok":true', location: 'http://127.0.0.1:9/' }],
  ['hangs up', 'silence'],
] as const)(
  'a gateway that %s has sent nothing, and its trouble tells neither number nor code',
  async (_, answer) => {
    const { url } = await openGateway(answer)
    const trouble = await openSmsGateway(settings(url))
      .send('13800138000', '012345', 5)
      .then(
        () => null,
        (error: Error) => error,
      )
    expect(trouble).toMatchObject({ name: 'SmsUnsent' })
    const said = `${trouble!.message} ${trouble!.stack} ${String(trouble!.cause)}`
    expect(said).not.toMatch(/13800138000|012345/)
  },
)

test('what is filled in cannot break out of its place', () => {
  const at = new Date(0)
  const message = { phone: '1"&}{code}', code: '{signature}', minutes: '5' }
  const json = smsRequest(settings('https://sms.example', { signed: null, secret: null }), message, at, 'n')
  expect(JSON.parse(json.body!)).toMatchObject({ to: '1"&}{code}', params: { code: '{signature}' } })
  const form = smsRequest(
    settings('https://sms.example/{phone}', {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'to={phone}&code={code}',
    }),
    message,
    at,
    'n',
  )
  expect(new URLSearchParams(form.body!).get('to')).toBe('1"&}{code}')
  expect(new URL(form.url).pathname).not.toContain('{code}')
})
