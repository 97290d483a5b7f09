/** WeChat on this machine, as far as playing needs it. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type TestWeChat = {
  readonly url: string
  /** Who is behind a code; each is good once. */
  readonly codes: Map<string, { openid: string; unionid?: string }>
  /** What was asked, path and query. */
  readonly asked: URL[]
  close(): Promise<void>
}

export const weChatApps = {
  wx1: 'secret-of-the-official-account',
  wx2: 'secret-of-the-website',
} as Readonly<Record<string, string>>

/** Answers 200 whatever happens, as the real one does. */
export async function openTestWeChat(): Promise<TestWeChat> {
  const codes: TestWeChat['codes'] = new Map()
  const asked: URL[] = []
  const server = createServer((request, response) => {
    const url = new URL(request.url!, 'http://wechat')
    asked.push(url)
    const query = url.searchParams
    const say = (answer: object) =>
      response.setHeader('content-type', 'text/plain').end(JSON.stringify(answer))
    if (url.pathname !== '/sns/oauth2/access_token') return say({ errcode: 40_001, errmsg: 'no such api' })
    if (weChatApps[query.get('appid') ?? ''] !== query.get('secret'))
      return say({ errcode: 40_125, errmsg: 'invalid appsecret' })
    const who = codes.get(query.get('code') ?? '')
    codes.delete(query.get('code') ?? '')
    if (!who) return say({ errcode: 40_029, errmsg: 'invalid code' })
    return say({ access_token: 't', expires_in: 7200, refresh_token: 'r', scope: 'snsapi_base', ...who })
  }).listen(0, '127.0.0.1')
  await new Promise(resolve => server.once('listening', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    codes,
    asked,
    close: async () => {
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}
