/** Reminders: an address for mail is entered and confirmed, people are told, and everybody sees what they were told of. */
import { openMailServer, type TestMailServer } from '@jianbao/platform/mail-fixture'
import { openTestApp, type Persona, type TestApp, testAccounts, testUnits } from '@jianbao/testkit'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openSpring, remindedPack } from '../features/ledger/server/remind/remind.fixture.ts'
import { findBarriers } from './axe.ts'
import { openBrowser } from './browser.ts'
import { takePicture } from './pictures.ts'
import { desktop, openWindow, overflow, phone, type Visit } from './visit.ts'

let mail: TestMailServer
let app: TestApp
let browser: Browser
let url: string
let opening: string
/** A Monday morning on which the office reminds. */
const morning = Date.parse('2026-03-02T09:10:00+08:00')
const began = Date.now()
const clock = { now: () => new Date(morning + Date.now() - began) }

beforeAll(async () => {
  mail = await openMailServer()
  app = await openTestApp({
    clock,
    settings: {
      SMTP_URL: `smtp://127.0.0.1:${mail.port}`,
      MAIL_FROM: '简报台 <jianbao@example.cn>',
    },
  })
  url = await app.http.listen({ host: '127.0.0.1', port: 0 })
  ;({ opening } = await openSpring(app.connection.db, remindedPack('2026-03-04'), clock.now()))
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await app?.close()
  await mail?.close()
})

async function visitAs(
  persona: Persona,
  path: string,
  viewport = desktop,
  more: object = {},
): Promise<Visit> {
  const visit = await openWindow(browser, viewport, { timezoneId: 'Asia/Shanghai', ...more })
  const answer = await visit.context.request.post(`${url}/api/auth/sign-in/username`, {
    data: { username: testAccounts.username(persona), password: testAccounts.password },
    headers: { origin: url },
  })
  expect([persona, answer.status()]).toEqual([persona, 200])
  await visit.page.goto(`${url}/desk${path}`)
  await visit.page.getByRole('navigation', { name: '主菜单' }).waitFor()
  return visit
}

/** Axe and the width of the page, and a picture for who wants to look. */
async function expectGood(page: Page, name: string): Promise<void> {
  await page.waitForFunction(() =>
    document.getAnimations().every(({ effect, playState }) => {
      return playState !== 'running' || effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY
    }),
  )
  await takePicture(page, name)
  expect([name, await findBarriers(page)]).toEqual([name, []])
  expect([name, await overflow(page)]).toEqual([name, 0])
}

async function mailedCode(): Promise<string> {
  await app.mailer.queue.idle()
  return /验证码 (\d{6})/.exec(mail.received.at(-1)?.text ?? '')?.[1] ?? ''
}

/** The round of the morning, once however often it is asked for. */
async function remind(): Promise<void> {
  await app.reminders.look()
  await app.reminders.queue.idle()
  await app.mailer.queue.idle()
}

/** Enters an address and confirms it. */
async function subscribe(card: Locator): Promise<void> {
  await card.getByRole('button', { name: '填写邮箱' }).click()
  await card.getByLabel('邮箱', { exact: true }).fill('xinxiyuan@unit.cn')
  await card.getByRole('button', { name: '发送验证码' }).click()
  await card.getByText('验证码已发往 xi***@unit.cn').waitFor()
  await card.getByLabel('验证码').fill(await mailedCode())
  await card.getByRole('button', { name: '确定' }).click()
  await card.getByText('邮箱已确认').waitFor()
}

it('an address is entered, confirmed by the code that came there, chosen for, and given up', async () => {
  const { page, context, errors } = await visitAs('reporter@county', '/account')
  const card = page.getByRole('region', { name: '邮件提醒' })
  await card.getByText('未启用').waitFor()
  await card.scrollIntoViewIfNeeded()
  await expectGood(page, 'remind-account-off')
  await card.getByRole('button', { name: '填写邮箱' }).click()
  await card.getByLabel('邮箱', { exact: true }).fill('xinxiyuan@unit.cn')
  await card.getByRole('button', { name: '发送验证码' }).click()
  await card.getByText('验证码已发往 xi***@unit.cn').waitFor()
  await card.scrollIntoViewIfNeeded()
  await expectGood(page, 'remind-account-code')
  const code = await mailedCode()
  await card.getByLabel('验证码').fill(code === '111111' ? '222222' : '111111')
  await card.getByRole('button', { name: '确定' }).click()
  await card.getByText('还可以再试 4 次').waitFor()
  await card.getByLabel('验证码').fill(code)
  await card.getByRole('button', { name: '确定' }).click()
  await card.getByText('邮箱已确认').waitFor()
  const kept = page.waitForResponse(answer => answer.url().endsWith('/api/session/mail/choice'))
  await card.getByRole('checkbox', { name: '约稿' }).uncheck()
  expect((await kept).status()).toBe(200)
  await card.scrollIntoViewIfNeeded()
  await expectGood(page, 'remind-account-on')
  await page.reload()
  await card.getByText('xi***@unit.cn').waitFor()
  expect(await card.getByRole('checkbox', { name: '约稿' }).isChecked()).toBe(false)
  await page.setViewportSize(phone)
  await card.scrollIntoViewIfNeeded()
  await expectGood(page, 'remind-account-phone')
  await card.getByRole('button', { name: '停用邮件提醒' }).click()
  await page.getByRole('tooltip').getByRole('button', { name: '停用邮件提醒' }).click()
  await card.getByText('邮箱已删除').waitFor()
  await card.getByText('未启用').waitFor()
  await subscribe(card)
  // The wrong code was refused, which browsers note.
  expect(errors.filter(error => !error.includes('422'))).toEqual([])
  await context.close()
})

it('who was told finds in the notice what it was, and behind each line the list that it counts', async () => {
  const before = mail.received.length
  await remind()
  expect(mail.received.slice(before).map(letter => letter.subject)).toEqual(['简报台：今天有 1 件事提醒您'])
  const { page, context, errors } = await visitAs('reporter@county', '/notices')
  await page.getByRole('link', { name: /今天有 1 件事提醒您/ }).click()
  await page.getByRole('heading', { name: '我收到的提醒', level: 1 }).waitFor()
  const line = page.getByRole('link', { name: '1 项任务一周内到期' })
  await line.waitFor()
  await expectGood(page, 'remind-mine')
  await page.setViewportSize(phone)
  await expectGood(page, 'remind-mine-phone')
  await page.setViewportSize(desktop)
  await line.click()
  await page.waitForURL(/\/desk\/gaps\?/)
  await page.getByRole('heading', { name: '查漏补缺', level: 1 }).waitFor()
  await page.getByRole('row', { name: /动员部署/ }).waitFor()
  expect(await page.getByRole('row', { name: /动员部署/ }).count()).toBe(1)
  await takePicture(page, 'remind-mine-list')
  expect(errors).toEqual([])
  await context.close()
})

it('a coordinator sees what was reminded of, by hand and by the program, and who is next', async () => {
  await remind()
  const coordinator = await app.as('coordinator')
  await app.connection.db.execute(`update person set state = 'left' where id in
    (select person_id from membership where unit_id = '${testUnits.sister}')`)
  const cells = [{ taskId: opening, periodNo: 1, unitIds: [testUnits.city, testUnits.sister] }]
  await coordinator.post('/api/reminders/send', { cells, words: '请在周三下班前报来', again: true })
  const { page, context, errors } = await visitAs('coordinator', '/reminders')
  await page.getByRole('button', { name: '全部 5' }).waitFor()
  await expectGood(page, 'remind-list')
  await page.getByRole('button', { name: '手动 2' }).click()
  await page.waitForURL(/way=manual/)
  await expect.poll(() => page.getByRole('row').count()).toBe(3)
  await page.getByRole('cell', { name: '请在周三下班前报来' }).first().waitFor()
  await page.getByRole('button', { name: '无人接收 1' }).click()
  // Its row stood in the list before, too: only the others going shows that the list is the new one.
  await expect.poll(() => page.getByRole('row').count()).toBe(2)
  await page.getByRole('row', { name: /海州市科协/ }).waitFor()
  await page.setViewportSize(phone)
  await page.getByRole('button', { name: '全部 5' }).click()
  await page.getByRole('list', { name: '催办记录' }).waitFor()
  await expectGood(page, 'remind-list-phone')
  await page.setViewportSize(desktop)
  await page.getByRole('button', { name: '下次提醒谁' }).click()
  await page.getByRole('heading', { name: '下次提醒谁', level: 1 }).waitFor()
  await page.getByText('没有要提醒的人').waitFor()
  await expectGood(page, 'remind-next')
  expect(errors).toEqual([])
  await context.close()
})

it('dark, and with somebody to be told, the pages are as good', async () => {
  const dark = { colorScheme: 'dark' }
  // Two working days after the deadline, as it now is moved.
  await app.connection.db.execute(
    `update task_period set due_day = '2026-03-05' where task_id = '${opening}'`,
  )
  const { page, context } = await visitAs('coordinator', '/reminders/next', desktop, dark)
  await page.getByRole('list', { name: '将被提醒的人' }).waitFor()
  await page.getByText('1 个单位无人可提醒：海州市科协').waitFor()
  await expectGood(page, 'remind-next-dark')
  await page.setViewportSize(phone)
  await expectGood(page, 'remind-next-dark-phone')
  await page.goto(`${url}/desk/reminders`)
  await page.getByRole('list', { name: '催办记录' }).waitFor()
  await expectGood(page, 'remind-list-dark-phone')
  await context.close()
})
