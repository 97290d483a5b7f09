/** Asks the server; what goes wrong comes as trouble, never as anything else. */
import type { Trouble } from './player.state.ts'

const timeoutMs = 20_000

const lineTrouble: Trouble = { code: 'line', status: 0, detail: '', retryAfterSeconds: null }

/** Sends once. `body` left out: only looks. */
export async function send<T>(path: string, body?: object): Promise<T> {
  const headers: Record<string, string> = { accept: 'application/json', 'accept-language': 'zh-CN' }
  if (body) headers['content-type'] = 'application/json'
  const options = body ? { method: 'POST', headers, body: JSON.stringify(body) } : { headers }
  const answer = await orTimeOut(fetch(path, options))
  if (answer.ok) return (await orTimeOut(answer.json())) as T
  throw refusalOf(answer.status, await answer.json().catch(() => ({})))
}

/** Sends up to three times where the line breaks; only for what may be sent twice without harm. */
export async function sendPatiently<T>(path: string, body?: object): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await send<T>(path, body)
    } catch (error) {
      if (troubleOf(error).code !== 'line' || tries === 3) throw error
      await new Promise(resolve => setTimeout(resolve, tries * 1000))
    }
  }
}

/** What a failed sending was. */
export const troubleOf = (error: unknown): Trouble =>
  typeof error === 'object' && error !== null && 'retryAfterSeconds' in error
    ? (error as Trouble)
    : lineTrouble

function refusalOf(status: number, problem: unknown): Trouble {
  const { code, detail, details } = problem as {
    code?: string
    detail?: string
    details?: Record<string, string | number>
  }
  const wait = details?.['retryAfterSeconds']
  const next = details?.['nextAt']
  return {
    code: code ?? 'line',
    status,
    detail: detail ?? '',
    retryAfterSeconds: typeof wait === 'number' ? wait : null,
    nextAt: typeof next === 'string' ? next : null,
  }
}

/** Old browsers cannot call a request off: its answer is not waited for any longer. */
function orTimeOut<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(lineTrouble), timeoutMs)
    work.then(
      value => {
        clearTimeout(timer)
        resolve(value)
      },
      () => {
        clearTimeout(timer)
        reject(lineTrouble)
      },
    )
  })
}
