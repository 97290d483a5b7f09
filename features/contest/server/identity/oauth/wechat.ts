import { type OAuthProvider, type OAuthSettings, ProviderTrouble, type WeChatApp } from './oauth-provider.ts'

/** 微信开放平台: its OAuth has names and ways of its own, so no library of the standard speaks it. */
type Settings = Extract<OAuthSettings, { preset: 'wechat' }>

const timeoutMs = 10_000

export function openWeChat(settings: Settings): OAuthProvider {
  const { key, name, official, website } = settings
  const appFor = (inWeChat: boolean): WeChatApp => {
    const app = inWeChat ? official : website
    if (!app) throw new ProviderTrouble('elsewhere', 'no WeChat app for this browser')
    return app
  }
  return {
    key,
    name,
    begin: async ({ redirectUri, state, inWeChat }) => {
      const app = appFor(inWeChat)
      const url = new URL(inWeChat ? '/connect/oauth2/authorize' : '/connect/qrconnect', settings.pages)
      // WeChat wants them in this order, and the mark behind them.
      const fields = {
        appid: app.appId,
        redirect_uri: redirectUri,
        response_type: 'code',
        scope: inWeChat ? 'snsapi_base' : 'snsapi_login',
        state,
      }
      for (const [field, value] of Object.entries(fields)) url.searchParams.set(field, value)
      url.hash = 'wechat_redirect'
      return url
    },
    finish: async ({ inWeChat }, back) => {
      const code = back.searchParams.get('code')
      // Who refuses comes back without a code.
      if (!code) throw new ProviderTrouble('cancelled', 'no code came back')
      const app = appFor(inWeChat)
      const { openid, unionid } = await askToken(settings, app, code)
      // One person has another openid in each app; only the unionid is the same in both.
      if (official && website && !unionid)
        throw new ProviderTrouble(
          'failed',
          'WeChat told no unionid: bind both apps to one open platform account',
        )
      if (unionid) return `wechat#union#${unionid}`
      if (!openid) throw new ProviderTrouble('failed', 'WeChat told no openid')
      return `wechat#${app.appId}#${openid}`
    },
  }
}

type Told = { openid?: string; unionid?: string }

async function askToken({ api }: Settings, app: WeChatApp, code: string): Promise<Told> {
  const url = new URL('/sns/oauth2/access_token', api)
  const fields = { appid: app.appId, secret: app.secret, code, grant_type: 'authorization_code' }
  for (const [field, value] of Object.entries(fields)) url.searchParams.set(field, value)
  let told: Record<string, unknown>
  try {
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(timeoutMs) })
    if (!response.ok) throw new Error('refused')
    told = JSON.parse(await response.text()) as Record<string, unknown>
  } catch {
    // The cause is left behind: the address holds the secret of the app.
    throw new ProviderTrouble('unavailable', 'WeChat could not be asked')
  }
  // It answers 200 also when it refuses.
  if (told['errcode']) throw new ProviderTrouble('failed', `WeChat refused with ${Number(told['errcode'])}`)
  return { ...textOf(told, 'openid'), ...textOf(told, 'unionid') }
}

function textOf(told: Record<string, unknown>, field: 'openid' | 'unionid'): Told {
  const value = told[field]
  return typeof value === 'string' && /^[\w-]{1,128}$/.test(value) ? { [field]: value } : {}
}
