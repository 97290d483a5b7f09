/** Players on a bad line, over closed tabs, in two windows, on phones that keep nothing or whose clock is wrong. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { answerAll, handIn, next, openPlay, scored, standsAt } from './contest-player.ts'
import { takePicture } from './pictures.ts'
import { phone } from './visit.ts'

const play = openPlay(17721)

test('the line breaks before handing in, the tab is closed and opened again: counted once', async () => {
  const contest = await play.openContest()
  const { context, page } = await play.openWindow(phone)
  await play.begin(page, contest)
  await answerAll(page)
  await context.setOffline(true)
  await handIn(page)
  await page.getByRole('heading', { name: '还没有交上去' }).waitFor()
  await page.getByText('答卷已保存在这台手机上').waitFor()
  await takePicture(page, 'player-offline')
  expect(await play.counted(contest)).toBe(0)
  await page.close()
  await context.setOffline(false)
  const later = await context.newPage()
  await later.goto(`${play.url}/play/${contest.slug}`)
  await scored(later)
  expect(await play.counted(contest)).toBe(1)
  expect(await keptOf(later, contest.slug)).toMatchObject({ sheet: null, standing: { attempts: 1 } })
  await context.close()
})

test('the answer to a handing in is lost: sent again at once when the line is back, and not counted again', async () => {
  const contest = await play.openContest()
  const { context, page } = await play.openWindow(phone)
  await play.begin(page, contest)
  await answerAll(page)
  let lost = 0
  await page.route('**/hand-in', async route => {
    if (lost++) return route.continue()
    await route.fetch()
    await route.abort()
  })
  await handIn(page)
  await page.getByText('这份答卷先前已经收到，只算一次').waitFor()
  expect([lost, await play.counted(contest)]).toEqual([2, 1])
  await context.close()
})

test('a closed tab is opened again where one was, with the answers, while time has gone on', async () => {
  const contest = await play.openContest()
  const { context, page } = await play.openWindow(phone)
  await play.begin(page, contest)
  const chosen = await page.locator('.option').nth(1).textContent()
  await page.getByRole('radio').nth(1).check()
  await next(page)
  await standsAt(page, 2)
  await page.close()
  const later = await context.newPage()
  await later.goto(`${play.url}/play/${contest.slug}`)
  await standsAt(later, 2)
  await later.getByRole('button', { name: '上一题' }).click()
  await standsAt(later, 1)
  expect(await later.locator('.option.chosen').textContent()).toBe(chosen)
  await expect.poll(() => later.locator('.clock').textContent()).toMatch(/9:[0-5]\d$/)
  await context.close()
})

test('two windows show one paper', async () => {
  const contest = await play.openContest()
  const { context, page } = await play.openWindow(phone)
  await play.begin(page, contest)
  const other = await context.newPage()
  await other.goto(`${play.url}/play/${contest.slug}`)
  await standsAt(other, 1)
  await other.getByRole('radio').nth(1).check()
  await expect.poll(() => page.getByRole('radio').nth(1).isChecked()).toBe(true)
  for (let at = 0; at < 3; at++) await next(other)
  await other.getByRole('button', { name: '检查并交卷' }).click()
  await other.getByRole('button', { name: '不答了，交卷' }).click()
  for (const window of [page, other]) await scored(window)
  expect(await play.counted(contest)).toBe(1)
  await context.close()
})

test('a phone that keeps nothing and whose clock is a day ahead plays all the same', async () => {
  const contest = await play.openContest()
  const { context, page } = await play.openWindow(phone)
  await context.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new Error('SecurityError')
      },
    })
    const now = Date.now
    Date.now = () => now() + 86_400_000
  })
  await page.goto(`${play.url}/play/${contest.slug}`)
  await page.getByText('这个浏览器不让本页保存内容').waitFor()
  await play.begin(page, contest)
  expect(await page.locator('.clock').textContent()).toMatch(/(10:00|9:5\d)$/)
  await answerAll(page)
  await handIn(page)
  await scored(page)
  await context.close()
})

test('time by the question runs out, goes on to the next and hands in by itself', async () => {
  const contest = await play.openContest({ time: { per: 'question', seconds: 5 } })
  const { context, page } = await play.openWindow(phone)
  await play.begin(page, contest)
  await page.getByRole('radio').first().check()
  await page.getByText('这道题还剩 5 秒').waitFor({ state: 'attached' })
  await standsAt(page, 2)
  expect(await page.getByRole('button', { name: '上一题' }).count()).toBe(0)
  await page.getByRole('button', { name: '不答，下一题' }).click()
  await scored(page)
  const marks = await page.locator('.mark').allInnerTexts()
  expect(marks.slice(1).every(words => words.includes('没有答'))).toBe(true)
  expect(marks[0]).not.toContain('没有答')
  expect(await play.counted(contest)).toBe(1)
  await context.close()
})

const keptOf = (page: Page, slug: string): Promise<unknown> =>
  page.evaluate(key => JSON.parse(localStorage.getItem(key) ?? 'null'), `play:${slug}`)
