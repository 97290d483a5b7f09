import { createTransport } from 'nodemailer'
import { type MailSettings, oneLine } from './mail-settings.ts'

/** Why a mail did not leave; words for people are in the staff app. */
export const mailProblems = [
  /** The server does not take this address. */
  'address-refused',
  /** The server does not take this mail. */
  'mail-refused',
  /** It asks to come again later, as greylisting does. */
  'server-busy',
  'server-unreachable',
  /** No TLS, or a certificate that cannot be trusted. */
  'tls-refused',
  'sign-in-refused',
  /** Nobody confirmed an address, or it was taken away meanwhile. */
  'no-address',
  /** What should hang on it is no longer in the store, or too large for a mail. */
  'attachment-lost',
  'attachment-too-large',
  'gave-up',
] as const
export type MailProblem = (typeof mailProblems)[number]

/** What came of handing a mail over. */
export type Delivery =
  | { readonly sent: true }
  | { readonly sent: false; readonly problem: MailProblem; readonly final: boolean }

export type Letter = {
  /** Stays the same at every attempt, so that a mail that arrives twice is known for one. */
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly attachments: readonly {
    readonly name: string
    readonly mediaType: string
    readonly bytes: Uint8Array
  }[]
  /** Page on which mail is switched off. */
  readonly stopLink: string | null
}

export type Transport = {
  send(letter: Letter): Promise<Delivery>
  /** Null when the server can be reached and lets us in, else why not. */
  verify(): Promise<MailProblem | null>
}

type SmtpError = Error & { code?: string; originalCode?: string; responseCode?: number; command?: string }

/** The way to the mail server of the settings. Nothing of a failure but its kind leaves here: errors carry secrets. */
export function openTransport(settings: MailSettings, timeoutMs = 20_000): Transport {
  const { host, port, secure, startTls, login, from } = settings
  const transport = createTransport({
    host,
    port,
    secure,
    requireTLS: startTls === 'required',
    ignoreTLS: startTls === 'off',
    ...(login ? { auth: { user: login.user, pass: login.password } } : {}),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    // What a mail holds never comes from a path or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const domain = from.address.slice(from.address.indexOf('@') + 1)
  return {
    send: async ({ id, to, subject, text, html, attachments, stopLink }) => {
      try {
        await transport.sendMail({
          from,
          to: { name: '', address: to },
          subject: oneLine(subject),
          text,
          html,
          attachments: attachments.map(({ name, mediaType, bytes }) => ({
            filename: oneLine(name),
            contentType: mediaType,
            content: Buffer.from(bytes),
          })),
          messageId: `<${id}@${domain}>`,
          headers: {
            'Auto-Submitted': 'auto-generated',
            ...(stopLink ? { 'List-Unsubscribe': { prepared: true, value: `<${stopLink}>` } } : {}),
          },
        })
        return { sent: true }
      } catch (error) {
        const problem = problemOf(error as SmtpError)
        return { sent: false, problem, final: problem === 'address-refused' || problem === 'mail-refused' }
      }
    },
    verify: async () => {
      try {
        await transport.verify()
        return null
      } catch (error) {
        return problemOf(error as SmtpError)
      }
    },
  }
}

/** Only what the server says of this very mail is final; the rest may be mended by whoever keeps the server. */
function problemOf({ code, originalCode, responseCode = 0, command = '' }: SmtpError): MailProblem {
  if (code === 'EAUTH' || code === 'ENOAUTH')
    return responseCode >= 400 && responseCode < 500 ? 'server-busy' : 'sign-in-refused'
  if (code === 'ETLS' || /CERT|SSL|TLS|UNABLE_TO/.test(originalCode ?? '')) return 'tls-refused'
  const aboutMail = code === 'EENVELOPE' || code === 'EMESSAGE'
  if (responseCode >= 500 && aboutMail) return /^RCPT/.test(command) ? 'address-refused' : 'mail-refused'
  if (responseCode >= 400) return 'server-busy'
  return 'server-unreachable'
}
