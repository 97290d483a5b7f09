/** A visitor of the desk: a window of one of two sizes, signed in with the demonstration account. */
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { expect } from 'vitest'
import { watchErrors } from './browser.ts'

export const desktop = { width: 1440, height: 900 }
export const phone = { width: 375, height: 812 }

export type Visit = { readonly context: BrowserContext; readonly page: Page; readonly errors: string[] }

/** An empty window; `more` are options of the browser's context. */
export async function openWindow(browser: Browser, viewport = desktop, more: object = {}): Promise<Visit> {
  const context = await browser.newContext({ viewport, locale: 'zh-CN', acceptDownloads: true, ...more })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  return { context, page, errors: watchErrors(page) }
}

/** A window signed in at `address`, a page of the desk. */
export async function visitDesk(
  browser: Browser,
  address: string,
  viewport = desktop,
  more: object = {},
): Promise<Visit> {
  const visit = await openWindow(browser, viewport, more)
  await visit.page.goto(address)
  await signIn(visit.page)
  return visit
}

/** Signs in on the page that asks for it. */
export async function signIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: '填入演示账号' }).click()
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await page.getByRole('navigation', { name: '主菜单' }).waitFor()
}

/** Signs in as one of the demonstration's people, on the page that asks for it. */
export async function signInAs(page: Page, username: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`${username}$`) }).click()
  await page.getByRole('navigation', { name: '主菜单' }).waitFor()
}

/** How many pixels the page is wider than its window. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)

/** Chooses from a list by its words. A list may still move when it is pressed: it is pressed until it has gone. */
export async function choose(page: Page, field: Locator, words: string): Promise<void> {
  await field.click()
  const open = page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)')
  const option = open.locator('.ant-select-item-option', { hasText: words }).first()
  await option.waitFor()
  await expect
    .poll(async () => {
      await option.click({ timeout: 1000 }).catch(() => undefined)
      return page.locator('.ant-select-dropdown:visible').count()
    })
    .toBe(0)
}
