import { afterEach, expect, test } from 'vitest'
import { openTransport, readMailSettings } from './index.ts'
import { type Behaviour, openMailServer, type TestMailServer } from './mail.fixture.ts'

const servers: TestMailServer[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})
async function open(behaviour?: Behaviour): Promise<TestMailServer> {
  const server = await openMailServer(behaviour)
  servers.push(server)
  return server
}

const from = '简报台 <jianbao@example.cn>'
const to = (port: number, login = '', query = '') =>
  openTransport(readMailSettings(`smtp://${login}127.0.0.1:${port}${query}`, from), 3000)
const letter = {
  id: '00000000-0000-4000-8000-00000000aaaa',
  to: 'li@unit.example.cn',
  subject: '今天有 3 件事待办',
  text: '请报送',
  html: '<p>请报送</p>',
  attachments: [],
  stopLink: 'https://jianbao.example.cn/desk/account',
}

test('a mail arrives as it was written: Chinese words, sender, its id, how to stop it', async () => {
  const server = await open()
  expect(await to(server.port).send(letter)).toEqual({ sent: true })
  const [mail] = server.received
  expect(mail).toMatchObject({ subject: letter.subject, messageId: `<${letter.id}@example.cn>` })
  expect(mail!.text?.trim()).toBe('请报送')
  expect(mail!.html).toContain('<p>请报送</p>')
  expect(mail!.from?.value).toEqual([{ name: '简报台', address: 'jianbao@example.cn' }])
  expect(server.envelopes).toEqual([letter.to])
  expect(mail!.headers.get('auto-submitted')).toBe('auto-generated')
  expect(mail!.headers.get('list')).toMatchObject({ unsubscribe: { url: letter.stopLink } })
})

test('a line break in a subject or a name begins no header and no second recipient', async () => {
  const server = await open()
  const subject = '通知\r\nBcc: thief@example.com\r\n\r\n<script>'
  expect(await to(server.port).send({ ...letter, subject })).toEqual({ sent: true })
  const [mail] = server.received
  expect(mail!.bcc).toBeUndefined()
  expect(mail!.subject).toBe('通知 Bcc: thief@example.com <script>')
  expect(server.envelopes).toEqual([letter.to])
  expect(readMailSettings('smtp://h', '"a\r\nBcc: x@y.cn" <a@b.cn>').from.name).not.toMatch(/[\r\n]/)
})

const cases: [string, Behaviour, object][] = [
  ['greylisted', { rcpt: () => ({ code: 451, words: 'later' }) }, { problem: 'server-busy', final: false }],
  [
    'unknown there',
    { rcpt: () => ({ code: 550, words: 'no such user' }) },
    { problem: 'address-refused', final: true },
  ],
  [
    'taken for spam',
    { data: () => ({ code: 554, words: 'spam' }) },
    { problem: 'mail-refused', final: true },
  ],
  ['over a quota', { data: () => ({ code: 452, words: 'full' }) }, { problem: 'server-busy', final: false }],
]
test.each(cases)('a mail that is %s', async (_name, behaviour, delivery) => {
  const server = await open(behaviour)
  expect(await to(server.port).send(letter)).toEqual({ sent: false, ...delivery })
  expect(server.received).toEqual([])
})

test('a server that turns everybody away may let us in later', async () => {
  const onConnect = (_session: unknown, callback: (error?: Error) => void) =>
    callback(Object.assign(new Error('not you'), { responseCode: 554 }))
  const server = await open({ options: { onConnect } })
  expect(await to(server.port).send(letter)).toMatchObject({ sent: false, final: false })
})

test('where nobody listens it is tried again later', async () => {
  const server = await open()
  await servers.pop()!.close()
  expect(await to(server.port).send(letter)).toEqual({
    sent: false,
    problem: 'server-unreachable',
    final: false,
  })
  expect(await to(server.port).verify()).toBe('server-unreachable')
})

test('a password goes to nobody whose certificate cannot be trusted, and not in the clear', async () => {
  const seen: string[] = []
  const login = { user: 'jianbao', password: 'p@ss' }
  const onAuth: NonNullable<NonNullable<Behaviour['options']>['onAuth']> = (auth, _session, callback) => {
    seen.push(String(auth.password))
    callback(null, { user: 'x' })
  }
  const selfSigned = await open({ login, options: { onAuth } })
  expect(await to(selfSigned.port, 'jianbao:p%40ss@').send(letter)).toEqual({
    sent: false,
    problem: 'tls-refused',
    final: false,
  })
  const plain = await open({ login, options: { onAuth, hideSTARTTLS: true, disabledCommands: ['STARTTLS'] } })
  expect(await to(plain.port, 'jianbao:p%40ss@').send(letter)).toMatchObject({ problem: 'tls-refused' })
  expect(seen).toEqual([])
})

test('a server in the house without TLS is signed in to where that is said', async () => {
  const login = { user: 'jianbao', password: 'p@ss' }
  const server = await open({ login, options: { allowInsecureAuth: true } })
  expect(await to(server.port, 'jianbao:p%40ss@', '?starttls=off').send(letter)).toEqual({ sent: true })
  const wrong = to(server.port, 'jianbao:other@', '?starttls=off')
  expect([await wrong.send(letter), await wrong.verify()]).toEqual([
    { sent: false, problem: 'sign-in-refused', final: false },
    'sign-in-refused',
  ])
})
