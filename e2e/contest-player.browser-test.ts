/** Players on phones: from the door to the result, on a bad line, over closed tabs, with keys, in large type and in the dark. */
import { rowsOf, sql } from '@jianbao/platform/db'
import { openTestApp, type TestApp } from '@jianbao/testkit'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ContestRules } from '../features/contest/contract/index.ts'
import { openContestOf } from '../features/contest/server/play/play.fixture.ts'
import { findBarriers } from './axe.ts'
import { openBrowser } from './browser.ts'
import { kindsOfQuestions, oneOfEach } from './contest-questions.ts'
import { takePicture } from './pictures.ts'
import { desktop, openWindow, overflow, phone } from './visit.ts'

const port = 17720
const url = `http://127.0.0.1:${port}`
const small = { width: 320, height: 568 }

let app: TestApp
let browser: Browser
beforeAll(async () => {
  app = await openTestApp()
  await app.http.listen({ host: '127.0.0.1', port })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await app?.close()
})

const openContest = async (rules: Partial<ContestRules> = {}) =>
  openContestOf(app.connection.db, app.sealer, {
    title: '云岭省全民科学素质网络竞赛',
    questions: kindsOfQuestions,
    rules: { draw: oneOfEach, units: 'none', practice: false, ...rules },
  })

/** How many attempts of a contest are in the log. */
const counted = async ({ no }: { no: number }): Promise<number> => {
  const [row] = await rowsOf<{ count: number }>(
    app.connection.db,
    sql`select count(*)::int as count from contest_attempt where contest_no = ${no}`,
  )
  return row!.count
}

let names = 0
async function begin(page: Page, slug: string): Promise<void> {
  await page.goto(`${url}/play/${slug}`)
  await page.getByLabel(/我已看过并同意/).check()
  await page.getByRole('button', { name: '开始答题' }).click()
  await page.getByLabel(/昵称/).fill(`选手${++names}号`)
  await page.getByRole('button', { name: '开始', exact: true }).click()
  await standsAt(page, 1)
}
const standsAt = (page: Page, number: number) => page.getByText(`第 ${number} / 4 题`).waitFor()
const next = (page: Page) => page.getByRole('button', { name: /下一题$/ }).click()

async function answerAll(page: Page): Promise<void> {
  await page.getByRole('radio').first().check()
  await next(page)
  await page.getByRole('radio').nth(1).check()
  await next(page)
  await page.getByRole('checkbox').first().check()
  await next(page)
  await page.getByLabel('第 1 空').fill('太阳')
  await page.getByLabel('第 2 空').fill('地球')
}

test.each([
  ['phone', phone, {}],
  ['small-large-type', small, { large: true }],
  ['phone-dark', phone, { colorScheme: 'dark' }],
  ['desktop', desktop, {}],
] as const)('from the door to the result, in reach of everybody: %s', async (name, viewport, more) => {
  const contest = await openContest({
    practice: true,
    units: 'required',
    attempts: { perDay: 2, inAll: null },
    groups: [
      { key: 'public', name: '公众组' },
      { key: 'school', name: '学生组' },
    ],
    privacy: { notice: '只收集昵称和单位，用来统计参与人数。', minimumAge: 14, keepDays: 90 },
  })
  const { context, page, errors } = await openWindow(browser, viewport, more)
  if ('large' in more) await context.addCookies([{ name: 'type', value: 'large', url }])
  const look = async (place: string) => {
    await takePicture(page, `player-${name}-${place}`)
    expect([place, await overflow(page), await findBarriers(page)]).toEqual([place, 0, []])
  }

  await page.goto(`${url}/play/${contest.slug}`)
  await page.getByRole('button', { name: '开始答题' }).click()
  await page.getByText('请先选一选您的年龄').waitFor()
  await look('landing')
  await page.getByText('未满 14 周岁，监护人已经看过并同意我参加').click()
  await page.getByLabel(/我已看过并同意/).check()
  await page.getByRole('button', { name: '开始答题' }).click()
  await page.getByRole('heading', { name: '填写参赛信息' }).waitFor()
  await page.getByLabel(/昵称/).fill(`选手${++names}号`)
  await page.getByRole('button', { name: '开始', exact: true }).click()
  await page.getByText('请选择您的单位。').waitFor()
  await page.getByLabel('输入名称里的几个字查找').fill('云岭')
  await page.getByRole('button', { name: /云岭市科协/ }).click()
  await page.getByRole('button', { name: '溪口县科协' }).click()
  await page.getByRole('radio', { name: '学生组' }).check()
  await look('who')
  await page.getByRole('button', { name: '开始', exact: true }).click()

  await standsAt(page, 1)
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
  await look('question')
  for (const option of await page.locator('.option, .way button').all())
    expect((await option.boundingBox())!.height).toBeGreaterThanOrEqual(48)
  await next(page)
  await page.getByRole('radio').first().check()
  await next(page)
  await page.getByRole('group', { name: '多选题，把对的都选上' }).waitFor()
  await page.getByRole('checkbox').first().check()
  await look('multiple')
  await next(page)
  await page.getByLabel('第 1 空').fill('太阳')
  await page.getByLabel('第 2 空').fill('地球')
  await look('fill-in')
  await page.getByRole('button', { name: '检查并交卷' }).click()
  await page.getByRole('heading', { name: '还有 1 题没有答' }).waitFor()
  await look('check')
  await page.getByRole('button', { name: '第 1 题，没有答' }).click()
  await standsAt(page, 1)
  await page.getByRole('radio', { name: '对', exact: true }).check()
  for (let at = 0; at < 3; at++) await next(page)
  await page.getByRole('button', { name: '检查并交卷' }).click()
  await page.getByRole('button', { name: '交卷', exact: true }).click()

  await page.getByRole('heading', { name: /^得分/ }).waitFor()
  await page.getByText('正确答案：太阳；地球').waitFor()
  await page.getByText('已答 1 次，今天还可以答 1 次。').first().waitFor()
  await page.getByText('请截图保存。').waitFor()
  await look('result')
  expect(await counted(contest)).toBe(1)
  await page.getByRole('button', { name: '返回首页' }).click()
  await page.getByText(/选手\d+号 · 溪口县科协 · 学生组/).waitFor()
  await look('home')
  expect(errors).toEqual([])
  await context.close()
})

test('the line breaks before handing in, the tab is closed and opened again: counted once', async () => {
  const contest = await openContest()
  const { context, page } = await openWindow(browser, phone)
  await begin(page, contest.slug)
  await answerAll(page)
  await context.setOffline(true)
  await page.getByRole('button', { name: '检查并交卷' }).click()
  await page.getByRole('button', { name: '交卷', exact: true }).click()
  await page.getByRole('heading', { name: '还没有交上去' }).waitFor()
  await page.getByText('答卷已保存在这台手机上').waitFor()
  await takePicture(page, 'player-offline')
  expect(await counted(contest)).toBe(0)
  await page.close()
  await context.setOffline(false)
  const later = await context.newPage()
  await later.goto(`${url}/play/${contest.slug}`)
  await later.getByRole('heading', { name: /^得分/ }).waitFor()
  expect(await counted(contest)).toBe(1)
  expect(await keptOf(later, contest.slug)).toMatchObject({ sheet: null, standing: { attempts: 1 } })
  await context.close()
})

test('the answer to a handing in is lost: sent again at once when the line is back, and not counted again', async () => {
  const contest = await openContest()
  const { context, page } = await openWindow(browser, phone)
  await begin(page, contest.slug)
  await answerAll(page)
  let lost = 0
  await page.route('**/hand-in', async route => {
    if (lost++) return route.continue()
    await route.fetch()
    await route.abort()
  })
  await page.getByRole('button', { name: '检查并交卷' }).click()
  await page.getByRole('button', { name: '交卷', exact: true }).click()
  await page.getByText('这份答卷先前已经收到，只算一次').waitFor()
  expect([lost, await counted(contest)]).toEqual([2, 1])
  await context.close()
})

test('a closed tab is opened again where one was, with the answers, while time has gone on', async () => {
  const contest = await openContest()
  const { context, page } = await openWindow(browser, phone)
  await begin(page, contest.slug)
  const chosen = await page.locator('.option').nth(1).textContent()
  await page.getByRole('radio').nth(1).check()
  await next(page)
  await standsAt(page, 2)
  await page.close()
  const later = await context.newPage()
  await later.goto(`${url}/play/${contest.slug}`)
  await standsAt(later, 2)
  await later.getByRole('button', { name: '上一题' }).click()
  await standsAt(later, 1)
  expect(await later.locator('.option.chosen').textContent()).toBe(chosen)
  await expect.poll(() => later.locator('.clock').textContent()).toMatch(/9:[0-5]\d$/)
  await context.close()
})

test('two windows show one paper', async () => {
  const contest = await openContest()
  const { context, page } = await openWindow(browser, phone)
  await begin(page, contest.slug)
  const other = await context.newPage()
  await other.goto(`${url}/play/${contest.slug}`)
  await standsAt(other, 1)
  await other.getByRole('radio').nth(1).check()
  await expect.poll(() => page.getByRole('radio').nth(1).isChecked()).toBe(true)
  for (let at = 0; at < 3; at++) await next(other)
  await other.getByRole('button', { name: '检查并交卷' }).click()
  await other.getByRole('button', { name: '不答了，交卷' }).click()
  for (const window of [page, other]) await window.getByRole('heading', { name: /^得分/ }).waitFor()
  expect(await counted(contest)).toBe(1)
  await context.close()
})

test('a phone that keeps nothing and whose clock is a day ahead plays all the same', async () => {
  const contest = await openContest()
  const { context, page } = await openWindow(browser, phone)
  await context.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new Error('SecurityError')
      },
    })
    const now = Date.now
    Date.now = () => now() + 86_400_000
  })
  await page.goto(`${url}/play/${contest.slug}`)
  await page.getByText('这个浏览器不让本页保存内容').waitFor()
  await begin(page, contest.slug)
  expect(await page.locator('.clock').textContent()).toMatch(/(10:00|9:5\d)$/)
  await answerAll(page)
  await page.getByRole('button', { name: '检查并交卷' }).click()
  await page.getByRole('button', { name: '交卷', exact: true }).click()
  await page.getByRole('heading', { name: /^得分/ }).waitFor()
  await context.close()
})

test('time by the question runs out, goes on to the next and hands in by itself', async () => {
  const contest = await openContest({ time: { per: 'question', seconds: 5 } })
  const { context, page } = await openWindow(browser, phone)
  await begin(page, contest.slug)
  await page.getByRole('radio').first().check()
  await page.getByText('这道题还剩 5 秒').waitFor({ state: 'attached' })
  await standsAt(page, 2)
  expect(await page.getByRole('button', { name: '上一题' }).count()).toBe(0)
  await page.getByRole('button', { name: '不答，下一题' }).click()
  await page.getByRole('heading', { name: /^得分/ }).waitFor()
  const marks = await page.locator('.mark').allInnerTexts()
  expect(marks.slice(1).every(words => words.includes('没有答'))).toBe(true)
  expect(marks[0]).not.toContain('没有答')
  expect(await counted(contest)).toBe(1)
  await context.close()
})

test('keys alone are enough', async () => {
  const contest = await openContest()
  const { context, page } = await openWindow(browser, desktop)
  await page.goto(`${url}/play/${contest.slug}`)
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  await page.getByLabel(/我已看过并同意/).focus()
  await press('Space', 'Tab', 'Tab', 'Enter')
  await page.getByRole('heading', { name: '填写参赛信息' }).waitFor()
  await press('Tab')
  await page.keyboard.type(`选手${++names}号`)
  await press('Enter')
  await standsAt(page, 1)
  await press('2', 'Enter')
  await standsAt(page, 2)
  await press('1', 'ArrowLeft')
  await standsAt(page, 1)
  expect(await page.getByRole('radio').nth(1).isChecked()).toBe(true)
  await press('ArrowRight', 'ArrowRight')
  await standsAt(page, 3)
  await press('1', '3', '1', '2')
  expect(await page.locator('.option.chosen .letter').allInnerTexts()).toEqual(['B', 'C'])
  await press('Enter', 'Tab')
  await page.keyboard.type('太阳')
  await press('Enter')
  await page.getByRole('heading', { name: '4 题都答好了' }).waitFor()
  await context.close()
})

test('what cannot be begun is said in a sentence', async () => {
  const past = new Date(Date.now() - 3_600_000).toISOString()
  const future = new Date(Date.now() + 3_600_000).toISOString()
  const long = new Date(Date.now() - 86_400_000).toISOString()
  const { context, page } = await openWindow(browser, phone)
  const early = await openContest({ opensAt: future })
  await page.goto(`${url}/play/${early.slug}`)
  await page.getByText(/现在不是答题时间，\d+月\d+日 \d+:\d\d开始。/).waitFor()
  const over = await openContest({ opensAt: long, closesAt: past })
  await page.goto(`${url}/play/${over.slug}`)
  await page.getByText('竞赛已经结束，谢谢您的参与。').waitFor()
  const once = await openContest({ attempts: { perDay: null, inAll: 1 } })
  await begin(page, once.slug)
  await answerAll(page)
  await page.getByRole('button', { name: '检查并交卷' }).click()
  await page.getByRole('button', { name: '交卷', exact: true }).click()
  await page.getByRole('heading', { name: /^得分/ }).waitFor()
  expect(await page.getByRole('button', { name: '再答一次' }).count()).toBe(0)
  await page.getByRole('button', { name: '返回首页' }).click()
  await page.getByText('您的答题次数已经用完').waitFor()
  await context.close()
})

test('without script the page still says what the contest is', async () => {
  const contest = await openContest()
  const { context, page } = await openWindow(browser, phone, { javaScriptEnabled: false })
  await page.goto(`${url}/play/${contest.slug}`)
  await page.getByRole('heading', { name: '云岭省全民科学素质网络竞赛' }).waitFor()
  await page.locator('noscript p').waitFor()
  expect(await page.locator('noscript p').textContent()).toContain('脚本')
  await context.close()
})

test('everything the page loads weighs less than 60 KB, and comes from here alone', async () => {
  const contest = await openContest()
  const { context, page } = await openWindow(browser, phone)
  const sizes: Promise<number>[] = []
  const hosts = new Set<string>()
  page.on('response', response => {
    hosts.add(new URL(response.url()).host)
    sizes.push(
      response
        .request()
        .sizes()
        .then(({ responseBodySize }) => responseBodySize),
    )
  })
  await page.goto(`${url}/play/${contest.slug}`)
  await page.getByRole('button', { name: '开始答题' }).waitFor()
  await page.waitForLoadState('networkidle')
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  expect([...hosts]).toEqual([new URL(url).host])
  expect(bytes).toBeGreaterThan(5000)
  expect(bytes).toBeLessThan(40 * 1024)
  await context.close()
})

const keptOf = (page: Page, slug: string): Promise<unknown> =>
  page.evaluate(key => JSON.parse(localStorage.getItem(key) ?? 'null'), `play:${slug}`)
