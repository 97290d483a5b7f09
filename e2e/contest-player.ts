/** What journeys of players stand on: the real server with contests of their own, and somebody who plays them. */
import { rowsOf, sql } from '@jianbao/platform/db'
import { openTestApp, type TestApp } from '@jianbao/testkit'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import type { ContestRules } from '../features/contest/contract/index.ts'
import { type OpenContest, openContestOf } from '../features/contest/server/play/play.fixture.ts'
import { openBrowser } from './browser.ts'
import { kindsOfQuestions, oneOfEach } from './contest-questions.ts'
import { openWindow, phone, type Visit } from './visit.ts'

export type Play = {
  readonly url: string
  openContest(rules?: Partial<ContestRules>): Promise<OpenContest>
  openWindow(viewport?: typeof phone, more?: object): Promise<Visit>
  /** How many attempts of a contest are in the log. */
  counted(contest: OpenContest): Promise<number>
  /** To the first question, as somebody new. */
  begin(page: Page, contest: OpenContest): Promise<void>
  /** A nickname nobody has yet. */
  nickname(): string
}

/** Starts server and browser before the tests of the file and ends them afterwards. */
export function openPlay(port: number): Play {
  const url = `http://127.0.0.1:${port}`
  let app: TestApp
  let browser: Browser
  let names = 0
  beforeAll(async () => {
    app = await openTestApp({ profile: 'demonstration' })
    await app.http.listen({ host: '127.0.0.1', port })
    browser = await openBrowser()
  })
  afterAll(async () => {
    await browser?.close()
    await app?.close()
  })
  const nickname = () => `选手${++names}号`
  return {
    url,
    nickname,
    openContest: rules =>
      openContestOf(app.connection.db, app.sealer, {
        title: '云岭省全民科学素质网络竞赛',
        questions: kindsOfQuestions,
        rules: { draw: oneOfEach, units: 'none', practice: false, ...rules },
      }),
    openWindow: (viewport = phone, more = {}) => openWindow(browser, viewport, more),
    counted: async ({ no }) => {
      const [row] = await rowsOf<{ count: number }>(
        app.connection.db,
        sql`select count(*)::int as count from contest_attempt where contest_no = ${no}`,
      )
      return row!.count
    },
    begin: async (page, { slug }) => {
      await page.goto(`${url}/play/${slug}`)
      await page.getByLabel(/我已看过并同意/).check()
      await page.getByRole('button', { name: '开始答题' }).click()
      await page.getByLabel(/昵称/).fill(nickname())
      await page.getByRole('button', { name: '开始', exact: true }).click()
      await standsAt(page, 1)
    },
  }
}

export const standsAt = (page: Page, number: number) => page.getByText(`第 ${number} / 4 题`).waitFor()
export const next = (page: Page) => page.getByRole('button', { name: /下一题$/ }).click()
export const scored = (page: Page) => page.getByRole('heading', { name: /^得分/ }).waitFor()

/** Something for each question; the last is shown afterwards. */
export async function answerAll(page: Page): Promise<void> {
  await page.getByRole('radio').first().check()
  await next(page)
  await page.getByRole('radio').nth(1).check()
  await next(page)
  await page.getByRole('checkbox').first().check()
  await next(page)
  await page.getByLabel('第 1 空').fill('太阳')
  await page.getByLabel('第 2 空').fill('地球')
}

/** 检查并交卷, with nothing left out. */
export async function handIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: '检查并交卷' }).click()
  await page.getByRole('button', { name: '交卷', exact: true }).click()
}
