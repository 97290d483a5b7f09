/** What a file of journeys stands on: a server of the demonstration and a browser, for all tests of the file. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { APIResponse, Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, expect, inject } from 'vitest'
import { openBrowser } from './browser.ts'
import { type RunningServer, startServer } from './server.ts'
import { desktop, openWindow, type Visit, visitDesk } from './visit.ts'

export type Demonstration = {
  readonly url: string
  /** A window nobody has signed in at. */
  openWindow(viewport?: typeof desktop, more?: object): Promise<Visit>
  /** A window signed in with the account that is offered, at a page of the desk. */
  visitDesk(path: string, viewport?: typeof desktop, more?: object): Promise<Visit>
  /** A window of one of the demonstration's people, at a page of the desk. */
  visitAs(username: string, path?: string, viewport?: typeof desktop, more?: object): Promise<Visit>
  /** What the API answers the person of a window. */
  get(context: BrowserContext, path: string): ReturnType<APIResponse['json']>
  /** What a page would send; a refusal fails the test with the server's words. */
  send(
    context: BrowserContext,
    method: 'POST' | 'PUT',
    path: string,
    data: object,
  ): ReturnType<APIResponse['json']>
  /** The server ends and begins again on its data, with a clock so many days ahead; whoever was signed in signs in anew. */
  comeBackLater(days: number): Promise<void>
}

/** Starts both before the tests of the file, on `port` or the next free one, and ends them afterwards. */
export function openDemonstration(port: number): Demonstration {
  let server: RunningServer
  let browser: Browser
  let data: string
  beforeAll(async () => {
    data = mkdtempSync(join(tmpdir(), 'jianbao-e2e-'))
    server = await startServer('demonstration', { port, from: inject('loadedDemonstration'), data })
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await server?.stop()
    rmSync(data, { recursive: true, force: true })
  })
  return {
    get url() {
      return server.url
    },
    openWindow: (viewport, more) => openWindow(browser, viewport, more),
    visitDesk: (path, viewport, more) => visitDesk(browser, `${server.url}/desk${path}`, viewport, more),
    visitAs: async (username, path = '/', viewport = desktop, more = {}) => {
      const visit = await openWindow(browser, viewport, more)
      const answer = await visit.context.request.post(`${server.url}/api/auth/sign-in/username`, {
        data: { username, password: 'jianbao-demo' },
        headers: { origin: server.url },
      })
      expect([username, answer.status()]).toEqual([username, 200])
      await visit.page.goto(`${server.url}/desk${path}`)
      await visit.page.getByRole('navigation', { name: '主菜单' }).waitFor()
      return visit
    },
    get: async (context, path) => (await context.request.get(server.url + path)).json(),
    send: async (context, method, path, data) => {
      const headers = { origin: server.url }
      const answer = await context.request.fetch(server.url + path, { method, data, headers })
      expect([path, answer.ok() ? '' : await answer.text()]).toEqual([path, ''])
      return answer.json()
    },
    comeBackLater: async days => {
      await server.stop()
      const NODE_OPTIONS = `${process.env['NODE_OPTIONS'] ?? ''} --import ${join(import.meta.dirname, 'later-clock.mjs')}`
      const settings = { NODE_OPTIONS, JIANBAO_E2E_DAYS_AHEAD: String(days) }
      server = await startServer('demonstration', { port, data, settings })
    },
  }
}
