import addressparser from 'nodemailer/lib/addressparser'

/** How mail leaves the installation. The password is not enumerable: it shows in no log, error or print. */
export type MailSettings = {
  readonly host: string
  readonly port: number
  /** TLS from the first byte (smtps://); otherwise STARTTLS. */
  readonly secure: boolean
  /** `required`: never without TLS; `offered`: when the server has it; `off`: a server in the house that has none. */
  readonly startTls: 'required' | 'offered' | 'off'
  readonly login: { readonly user: string; readonly password: string } | null
  readonly from: { readonly name: string; readonly address: string }
}

/** Names the setting that cannot be understood, never its value: it holds a password. */
export class MailSettingsError extends Error {
  override readonly name = 'MailSettingsError'
  readonly setting: 'SMTP_URL' | 'MAIL_FROM'

  constructor(setting: 'SMTP_URL' | 'MAIL_FROM') {
    super(`${setting} cannot be understood`)
    this.setting = setting
  }
}

const plainAddress = /^[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?$/

/** @returns an address in one spelling, null when it is none that mail servers everywhere take. */
export function readMailAddress(text: string): string | null {
  const plain = text.normalize('NFKC').trim()
  return plain.length <= 254 && plainAddress.test(plain) && !plain.includes('..') ? plain : null
}

/**
 * Reads `smtp://user:password@host:587` or `smtps://host`, with `?starttls=off` for a server that has no TLS, and a sender
 * `简报台 <a@b.cn>`. A password goes over TLS alone unless that is said. Throws MailSettingsError.
 */
export function readMailSettings(url: string, from: string): MailSettings {
  const broken = new MailSettingsError('SMTP_URL')
  if (!URL.canParse(url)) throw broken
  const { protocol, hostname, port, username, password, searchParams } = new URL(url)
  if (!/^smtps?:$/.test(protocol) || !hostname) throw broken
  const wish = searchParams.get('starttls')
  if (wish !== null && wish !== 'off') throw broken
  const secure = protocol === 'smtps:'
  const login = username ? { user: decode(username), password: decode(password) } : null
  if (login) Object.defineProperty(login, 'password', { enumerable: false })
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port ? Number(port) : secure ? 465 : login ? 587 : 25,
    secure,
    startTls: wish ?? (login ? 'required' : 'offered'),
    login,
    from: readSender(from),
  }
}

function readSender(from: string): MailSettings['from'] {
  const [sender, ...others] = addressparser(from, { flatten: true })
  const address = sender && readMailAddress(sender.address ?? '')
  if (!address || others.length) throw new MailSettingsError('MAIL_FROM')
  return { name: oneLine(sender.name), address }
}

/** A value that stands in a header: no line of its own can be begun in it. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    throw new MailSettingsError('SMTP_URL')
  }
}
