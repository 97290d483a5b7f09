/** How this installation tells who plays in a contest, out of the environment. Problems name settings, never values. */
import { readFileSync } from 'node:fs'
import type { IdentitySettings } from '@jianbao/contest/server'
import { ConfigError } from './config-error.ts'

type Text = (name: string) => string | null
type Sms = Exclude<IdentitySettings['sms'], 'shown' | null>
type Provider = IdentitySettings['providers'][number]

/** `demonstration`: without a gateway the page itself shows the code. */
export function readPlayerIdentity(
  text: Text,
  number: (name: string, fallback: number, most: number) => number,
  { publicUrl, demonstration }: { publicUrl: string | null; demonstration: boolean },
): IdentitySettings {
  const papers = number('LIMIT_PAPERS_PER_MINUTE', 12_000, 10_000_000)
  return {
    sms: readSms(text) ?? (demonstration ? 'shown' : null),
    providers: readProviders(text, publicUrl),
    publicUrl,
    words: readWords(text('NICKNAME_WORDS')),
    perMinute: {
      join: number('LIMIT_JOINS_PER_MINUTE', 6000, 10_000_000),
      'phone-code': number('LIMIT_PHONE_CODES_PER_MINUTE', 120, 10_000_000),
      paper: papers,
      'hand-in': papers,
      'wrong-code': number('LIMIT_WRONG_CODES_PER_MINUTE', 60, 10_000_000),
    },
  }
}

/** One word a line. */
function readWords(path: string | null): string[] {
  if (path === null) return []
  try {
    return readFileSync(path, 'utf8')
      .replace(/^\ufeff/, '')
      .split(/\r?\n/)
      .map(line => line.trim())
      .filter(Boolean)
  } catch {
    throw new ConfigError('NICKNAME_WORDS 指的文件读不了，应为一个文本文件，每行一个不许用作昵称的词')
  }
}

function readSms(text: Text): Sms | null {
  const url = text('SMS_URL')
  if (url === null) return null
  checkSecure('SMS_URL', url.replace(/\{[a-z]+\}/g, 'x'))
  const method = text('SMS_METHOD') ?? 'POST'
  if (method !== 'POST' && method !== 'GET') throw new ConfigError('SMS_METHOD 应为 POST 或 GET')
  const signature = text('SMS_SIGNATURE') ?? 'hex'
  if (signature !== 'hex' && signature !== 'base64') throw new ConfigError('SMS_SIGNATURE 应为 hex 或 base64')
  const [body, signed, secret] = [text('SMS_BODY'), text('SMS_SIGNED'), text('SMS_SECRET')]
  if ((signed === null) !== (secret === null))
    throw new ConfigError('短信签名要同时设置 SMS_SIGNED 和 SMS_SECRET')
  const whole = `${url}\n${body ?? ''}`
  if (!whole.includes('{phone}') || !whole.includes('{code}'))
    throw new ConfigError('SMS_URL 或 SMS_BODY 中要有 {phone} 和 {code}，发送时换成号码和验证码')
  const headers = readHeaders(text('SMS_HEADERS'))
  return { url, method, headers, body, signed, secret, signature, success: text('SMS_SUCCESS') }
}

function readHeaders(json: string | null): Record<string, string> {
  if (json === null) return { 'content-type': 'application/json' }
  try {
    const headers = JSON.parse(json) as Record<string, unknown>
    if (Object.values(headers).every(value => typeof value === 'string'))
      return headers as Record<string, string>
  } catch {
    // Said below.
  }
  throw new ConfigError('SMS_HEADERS 看不懂，应像 {"content-type":"application/json","authorization":"…"}')
}

function readProviders(text: Text, publicUrl: string | null): Provider[] {
  const keys = (text('PLAYER_OAUTH') ?? '').split(/[\s,，、]+/).filter(Boolean)
  if (!keys.length) return []
  if (publicUrl === null)
    throw new ConfigError(
      '选手用第三方账号参赛须设置 PUBLIC_URL（用户访问本系统的地址），授权后要回到这个地址',
    )
  if (new Set(keys).size < keys.length) throw new ConfigError('PLAYER_OAUTH 中有重复的名称')
  return keys.map(key => {
    if (!/^[a-z][a-z0-9-]{0,30}$/.test(key))
      throw new ConfigError('PLAYER_OAUTH 中的名称应为小写字母开头的字母、数字，如 wechat')
    const prefix = `PLAYER_OAUTH_${key.toUpperCase().replaceAll('-', '_')}_`
    const preset = text(`${prefix}PRESET`) ?? (key === 'wechat' ? 'wechat' : 'oidc')
    if (preset === 'wechat') return readWeChat(text, key, prefix)
    if (preset === 'oidc') return readOidcProvider(text, key, prefix)
    throw new ConfigError(`${prefix}PRESET 应为 wechat 或 oidc`)
  })
}

function readOidcProvider(text: Text, key: string, prefix: string): Provider {
  const [issuer, clientId] = [text(`${prefix}ISSUER`), text(`${prefix}CLIENT_ID`)]
  if (issuer === null || clientId === null)
    throw new ConfigError(`使用账号服务 ${key} 要同时设置 ${prefix}ISSUER 和 ${prefix}CLIENT_ID`)
  checkSecure(`${prefix}ISSUER`, issuer)
  const [name, clientSecret] = [text(`${prefix}NAME`) ?? key, text(`${prefix}CLIENT_SECRET`)]
  return { preset: 'oidc', key, name, issuer, clientId, clientSecret }
}

function readWeChat(text: Text, key: string, prefix: string): Provider {
  const app = (kind: string) => {
    const [appId, secret] = [text(`${prefix}${kind}ID`), text(`${prefix}${kind}SECRET`)]
    if ((appId === null) !== (secret === null))
      throw new ConfigError(`要同时设置 ${prefix}${kind}ID 和 ${prefix}${kind}SECRET`)
    return appId === null || secret === null ? null : { appId, secret }
  }
  const [official, website] = [app('APP_'), app('WEB_APP_')]
  if (!official && !website)
    throw new ConfigError(
      `使用微信要设置公众号 ${prefix}APP_ID 或网站应用 ${prefix}WEB_APP_ID，以及各自的 SECRET`,
    )
  const pages = text(`${prefix}PAGES`) ?? 'https://open.weixin.qq.com'
  const api = text(`${prefix}API`) ?? 'https://api.weixin.qq.com'
  checkSecure(`${prefix}PAGES`, pages)
  checkSecure(`${prefix}API`, api)
  return { preset: 'wechat', key, name: text(`${prefix}NAME`) ?? '微信', official, website, pages, api }
}

/** Numbers, codes and secrets travel to it: only to this very machine without TLS. */
function checkSecure(name: string, url: string): void {
  const its = URL.canParse(url) ? new URL(url) : null
  const here = its?.protocol === 'http:' && /^(localhost|127\.0\.0\.1|\[::1\])$/.test(its.hostname)
  if (its?.protocol !== 'https:' && !here) throw new ConfigError(`${name} 应为 https:// 开头的地址`)
}
