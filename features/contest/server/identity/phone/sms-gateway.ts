import { createHmac, randomUUID } from 'node:crypto'
import { type SmsSender, SmsUnsent } from './sms-sender.ts'

/** A provider of messages with an HTTPS interface, described by settings. */
export type SmsSettings = {
  /** In url, headers, body and signed: {phone} {code} {minutes} {timestamp} {time} {nonce}, in the first three {signature}. */
  readonly url: string
  readonly method: 'POST' | 'GET'
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
  /** What is signed by HMAC-SHA256 with `secret`; {body} and {url} stand for those without a signature. */
  readonly signed: string | null
  readonly secret: string | null
  readonly signature: 'hex' | 'base64'
  /** Must stand in a good answer; null: any 2xx is good. */
  readonly success: string | null
}

const timeoutMs = 10_000
const mostAnswerBytes = 64 * 1024

type Values = Readonly<Record<string, string>>

/** Sends by a gateway. Nothing of number, code or answer is kept or said. */
export function openSmsGateway(settings: SmsSettings, now: () => Date = () => new Date()): SmsSender {
  return {
    kind: 'gateway',
    send: async (phone, code, minutes) => {
      const request = smsRequest(settings, { phone, code, minutes: String(minutes) }, now(), randomUUID())
      let text: string
      try {
        const response = await fetch(request.url, {
          method: settings.method,
          headers: request.headers,
          ...(request.body === null ? {} : { body: request.body }),
          redirect: 'error',
          signal: AbortSignal.timeout(timeoutMs),
        })
        text = await readSome(response)
        if (!response.ok) throw new SmsUnsent(`the gateway of messages answered ${response.status}`)
      } catch (error) {
        if (error instanceof SmsUnsent) throw error
        // The cause is left behind: its words may hold the address, and with it the number.
        throw new SmsUnsent(
          (error as Error).name === 'TimeoutError'
            ? 'the gateway of messages did not answer in time'
            : 'the gateway of messages could not be reached',
        )
      }
      if (settings.success !== null && !text.includes(settings.success))
        throw new SmsUnsent('the gateway of messages refused the message')
    },
  }
}

async function readSome(response: Response): Promise<string> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of response.body ?? []) {
    parts.push(part)
    size += part.length
    if (size > mostAnswerBytes) break
  }
  return Buffer.concat(parts).toString('utf8')
}

/** The request for one message. */
export function smsRequest(
  settings: SmsSettings,
  message: { readonly phone: string; readonly code: string; readonly minutes: string },
  at: Date,
  nonce: string,
): { url: string; headers: Record<string, string>; body: string | null } {
  const values: Values = {
    ...message,
    timestamp: String(Math.floor(at.getTime() / 1000)),
    time: at.toISOString(),
    nonce,
  }
  const inBody = bodyEscape(settings.headers)
  const unsigned = {
    url: fill(settings.url, values, encodeURIComponent),
    body: settings.body === null ? '' : fill(settings.body, values, inBody),
  }
  const signature = signatureOf(settings, { ...values, ...unsigned })
  const all = { ...values, signature }
  return {
    url: fill(settings.url, all, encodeURIComponent),
    headers: Object.fromEntries(
      Object.entries(settings.headers).map(([name, value]) => [name, fill(value, all, plain)]),
    ),
    body: settings.method === 'GET' || settings.body === null ? null : fill(settings.body, all, inBody),
  }
}

const plain = (value: string): string => value
const inJson = (value: string): string => JSON.stringify(value).slice(1, -1)

function bodyEscape(headers: SmsSettings['headers']): (value: string) => string {
  const type = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? ''
  if (type.includes('json')) return inJson
  return type.includes('x-www-form-urlencoded') ? encodeURIComponent : plain
}

/** What is not known stays as it stands: a body of JSON is full of braces. */
const fill = (template: string, values: Values, inPlace: (value: string) => string): string =>
  template.replace(/\{([a-z]+)\}/g, (whole, name: string) => {
    const value = values[name]
    return value === undefined ? whole : inPlace(value)
  })

function signatureOf({ signed, secret, signature }: SmsSettings, values: Values): string {
  if (signed === null || secret === null) return ''
  return createHmac('sha256', secret)
    .update(fill(signed, values, plain))
    .digest(signature)
}
