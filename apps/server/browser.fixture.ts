import type { Answer, TestApp } from '@jianbao/testkit'

/** Somebody at a browser who is not signed in yet: keeps all cookies, as sign-in in two steps needs them. */
export type Browser = {
  get(url: string, headers?: Record<string, string>): Promise<Answer>
  post(url: string, body?: object, headers?: Record<string, string>): Promise<Answer>
  /** Who the app takes them for. */
  who(): Promise<string | null>
  signIn(username: string, password: string): Promise<Answer>
  readonly cookies: Map<string, string>
}

export function openBrowser(app: TestApp): Browser {
  const cookies = new Map<string, string>()
  const send = async (
    method: 'GET' | 'POST',
    url: string,
    body: object | undefined,
    headers: Record<string, string>,
  ): Promise<Answer> => {
    const nobody = await app.as('anonymous')
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await nobody.request({
      method,
      url,
      ...(body ? { payload: body } : {}),
      headers: { ...(cookie ? { cookie } : {}), ...headers },
    })
    for (const { name, value, maxAge } of answer.cookies)
      if (value && maxAge !== 0) cookies.set(name, encodeURIComponent(value))
      else cookies.delete(name)
    return answer
  }
  const get = (url: string, headers = {}) => send('GET', url, undefined, headers)
  const post = (url: string, body?: object, headers = {}) => send('POST', url, body, headers)
  return {
    get,
    post,
    cookies,
    who: async () => (await get('/api/session')).json().user?.username ?? null,
    signIn: (username, password) => post('/api/auth/sign-in/username', { username, password }),
  }
}
