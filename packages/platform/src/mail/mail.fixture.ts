import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

/** What the server does at each step: null lets it pass, else the code of its refusal. */
export type Behaviour = {
  rcpt?: (address: string, attempt: number) => { code: number; words: string } | null
  data?: (attempt: number) => { code: number; words: string } | null
  login?: { user: string; password: string }
  options?: Partial<SMTPServerOptions>
}

export type TestMailServer = {
  readonly port: number
  readonly received: readonly ParsedMail[]
  readonly envelopes: readonly string[]
  close(): Promise<void>
}

const refusal = ({ code, words }: { code: number; words: string }): Error =>
  Object.assign(new Error(words), { responseCode: code })

/** A real SMTP server on a free port, which keeps what it took. */
export async function openMailServer(behaviour: Behaviour = {}): Promise<TestMailServer> {
  const received: ParsedMail[] = []
  const envelopes: string[] = []
  let [rcpts, datas] = [0, 0]
  const { rcpt, data, login, options } = behaviour
  const server = new SMTPServer({
    disabledCommands: login ? [] : ['AUTH', 'STARTTLS'],
    authOptional: !login,
    disableReverseLookup: true,
    onAuth: (auth, _session, callback) =>
      auth.username === login?.user && auth.password === login?.password
        ? callback(null, { user: auth.username })
        : callback(refusal({ code: 535, words: 'no' })),
    onRcptTo: ({ address }, _session, callback) => {
      const refused = rcpt?.(address, ++rcpts)
      callback(refused ? refusal(refused) : null)
    },
    onData: (stream, session, callback) => {
      const refused = data?.(++datas)
      if (refused) {
        stream.resume()
        stream.on('end', () => callback(refusal(refused)))
        return
      }
      simpleParser(stream).then(mail => {
        received.push(mail)
        envelopes.push(...session.envelope.rcptTo.map(({ address }) => address))
        callback(null)
      }, callback)
    },
    ...options,
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  // Clients that break off are what the tests are about.
  server.on('error', () => undefined)
  return {
    port: (server.server.address() as AddressInfo).port,
    received,
    envelopes,
    close: () => new Promise(resolve => server.close(() => resolve())),
  }
}
