/** The only reader of process.env. Every setting has a default that works on a fresh machine. */
import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join, resolve } from 'node:path'
import type { IdentitySettings } from '@jianbao/contest/server'
import { type MailSettings, MailSettingsError, readMailSettings } from '@jianbao/platform/mail-settings'
import { ConfigError } from './config-error.ts'
import { readPlayerIdentity } from './player-identity.settings.ts'

export { ConfigError } from './config-error.ts'

export type Config = {
  readonly version: string
  readonly dataFolder: string
  readonly host: string
  readonly port: number
  /** PostgreSQL; null: PGlite inside the data folder. */
  readonly databaseUrl: string | null
  /** `demonstration` loads invented bulletins and a known account; `empty` creates an administrator. */
  readonly profile: 'demonstration' | 'empty'
  /** Address people use when a proxy stands in front. */
  readonly publicUrl: string | null
  /** A provider of OpenID Connect people may sign in with. */
  readonly oidc: OidcSettings | null
  /** The way mail leaves; null: none does. */
  readonly mail: MailSettings | null
  /** How a contest tells who plays: messages to phones, accounts elsewhere. */
  readonly players: IdentitySettings
  /** Name in the masthead of the public site. */
  readonly siteName: string
  readonly logLevel: string
  /** So many manuscripts are read at a time. */
  readonly readThreads: number
  readonly limits: {
    readonly fileBytes: number
    readonly textBytes: number
    readonly batchBytes: number
    readonly readMs: number
    readonly recogniseMs: number
    readonly typesetMs: number
    readonly requestsPerMinute: number
    readonly signInsPerMinute: number
  }
}

export type OidcSettings = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string | null
  /** What the button on the sign-in page says. */
  readonly name: string
  /** The claim that holds the user name here. */
  readonly usernameClaim: string
}

const mebibyte = 1024 * 1024

/** The repository: folders that ship with the program are found from here. */
export const rootFolder = resolve(import.meta.dirname, '../..')

/** Reads the settings. Throws ConfigError naming the setting that cannot be understood. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const text = (name: string): string | null => env[name]?.trim() || null
  const number = (name: string, fallback: number, most: number): number => {
    const value = text(name)
    if (value === null) return fallback
    if (!/^\d+$/.test(value) || Number(value) > most)
      throw new ConfigError(`${name}=${value} 应为 0 到 ${most} 的整数`)
    return Number(value)
  }
  const profile = text('JIANBAO_PROFILE') ?? 'demonstration'
  if (profile !== 'demonstration' && profile !== 'empty')
    throw new ConfigError(`JIANBAO_PROFILE=${profile} 应为 demonstration 或 empty`)
  const publicUrl = readOrigin(text('PUBLIC_URL'))
  return {
    version: readVersion(),
    dataFolder: resolve(rootFolder, text('DATA_FOLDER') ?? 'data'),
    host: text('HOST') ?? '127.0.0.1',
    port: number('PORT', 7300, 65_535),
    databaseUrl: text('DATABASE_URL'),
    profile,
    publicUrl,
    oidc: readOidc(text, publicUrl),
    mail: readMail(text),
    players: readPlayerIdentity(text, number, { publicUrl, demonstration: profile === 'demonstration' }),
    siteName: text('SITE_NAME') ?? '简报台',
    logLevel: text('LOG_LEVEL') ?? 'warn',
    // Each thread holds the register and a dictionary, some 100 MB; more than four gain little.
    readThreads: Math.max(1, number('READ_THREADS', Math.min(4, availableParallelism()), 64)),
    limits: {
      // A scanned magazine; it has to fit into memory.
      fileBytes: number('LIMIT_FILE_MIB', 50, 512) * mebibyte,
      // Twenty times the text of a whole magazine; beyond it one document would hold up everybody else.
      textBytes: number('LIMIT_TEXT_MIB', 4, 64) * mebibyte,
      // A ZIP goes straight to the disk; it has to come through within five minutes.
      batchBytes: number('LIMIT_BATCH_MIB', 1024, 65_536) * mebibyte,
      readMs: number('LIMIT_READ_SECONDS', 120, 3600) * 1000,
      recogniseMs: number('LIMIT_RECOGNISE_MINUTES', 60, 1440) * 60_000,
      typesetMs: number('LIMIT_TYPESET_SECONDS', 30, 3600) * 1000,
      requestsPerMinute: number('LIMIT_REQUESTS_PER_MINUTE', 3000, 1_000_000),
      signInsPerMinute: number('LIMIT_SIGN_INS_PER_MINUTE', 30, 1_000_000),
    },
  }
}

/** All or nothing: a provider that is set by half is a mistake, not a wish. */
function readOidc(text: (name: string) => string | null, publicUrl: string | null): OidcSettings | null {
  const [issuer, clientId] = [text('OIDC_ISSUER'), text('OIDC_CLIENT_ID')]
  if (issuer === null && clientId === null) return null
  if (issuer === null || clientId === null)
    throw new ConfigError('统一认证要同时设置 OIDC_ISSUER 和 OIDC_CLIENT_ID')
  if (!URL.canParse(issuer) || !/^https?:$/.test(new URL(issuer).protocol))
    throw new ConfigError(`OIDC_ISSUER=${issuer} 应为 http:// 或 https:// 开头的地址`)
  if (publicUrl === null)
    throw new ConfigError('使用统一认证须设置 PUBLIC_URL（用户访问本系统的地址），认证后要回到这个地址')
  return {
    issuer,
    clientId,
    clientSecret: text('OIDC_CLIENT_SECRET'),
    name: text('OIDC_NAME') ?? '统一认证登录',
    usernameClaim: text('OIDC_USERNAME_CLAIM') ?? 'preferred_username',
  }
}

/** Its problems name the setting alone: the value holds a password. */
function readMail(text: (name: string) => string | null): MailSettings | null {
  const [url, from] = [text('SMTP_URL'), text('MAIL_FROM')]
  if (url === null && from === null) return null
  if (url === null || from === null) throw new ConfigError('发邮件要同时设置 SMTP_URL 和 MAIL_FROM')
  try {
    return readMailSettings(url, from)
  } catch (error) {
    if (!(error instanceof MailSettingsError)) throw error
    throw new ConfigError(
      error.setting === 'SMTP_URL'
        ? 'SMTP_URL 看不懂，应像 smtp://用户名:密码@主机:587 或 smtps://主机（用户名、密码中的特殊符号要写成 %40 的样子）'
        : 'MAIL_FROM 看不懂，应为一个发件地址，如 简报台 <jianbao@example.cn>',
    )
  }
}

function readOrigin(url: string | null): string | null {
  if (url === null) return null
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new ConfigError(`PUBLIC_URL=${url} 应为 http:// 或 https:// 开头的地址`)
  return new URL(url).origin
}

function readVersion(): string {
  const text = readFileSync(join(rootFolder, 'package.json'), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}
