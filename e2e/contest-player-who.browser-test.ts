/** Who plays: by phone, on another device by 参赛码, in a team, passing it on, and forgotten at their wish. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { findBarriers } from './axe.ts'
import { answerAll, handIn, openPlay, scored, standsAt } from './contest-player.ts'
import { takePicture } from './pictures.ts'
import { overflow, phone } from './visit.ts'

const play = openPlay(17722)

/** Opens the door as somebody this device does not know. */
async function enter(page: Page, slug: string): Promise<void> {
  await page.goto(`${play.url}/play/${slug}`)
  await page.getByLabel(/我已看过并同意/).check()
  await page.getByRole('button', { name: '开始答题' }).click()
}
async function proveNumber(page: Page, number: string): Promise<void> {
  await page.getByLabel('手机号').fill(number)
  await page.getByRole('button', { name: '发送验证码' }).click()
  const said = await page.getByText(/验证码是 \d{6}/).textContent()
  await page.getByText(/\d+ 秒后可以重新发送/).waitFor()
  await page.getByLabel('短信验证码').fill(/\d{6}/.exec(said ?? '')![0])
  await page.getByRole('button', { name: '下一步' }).click()
}
const look = async (page: Page, name: string) => {
  await takePicture(page, `player-who-${name}`)
  expect([name, await overflow(page), await findBarriers(page)]).toEqual([name, 0, []])
}

test('a phone number is proven by a code, and only somebody new is asked for the rest', async () => {
  const contest = await play.openContest({ identity: { kind: 'phone', provider: null } })
  const { context, page } = await play.openWindow(phone)
  await enter(page, contest.slug)
  await page.getByRole('button', { name: '发送验证码' }).click()
  await page.getByText('请填写 11 位手机号。').waitFor()
  await proveNumber(page, '13800000001')
  await page.getByRole('heading', { name: '填写参赛信息' }).waitFor()
  await look(page, 'phone')
  await page.getByLabel(/昵称/).fill(play.nickname())
  await page.getByRole('button', { name: '开始', exact: true }).click()
  await standsAt(page, 1)
  await context.close()
})

test('a wrong code is said, and asked for again', async () => {
  const contest = await play.openContest({ identity: { kind: 'phone', provider: null } })
  const { context, page } = await play.openWindow(phone)
  await enter(page, contest.slug)
  await page.getByLabel('手机号').fill('13800000002')
  await page.getByRole('button', { name: '发送验证码' }).click()
  const said = await page.getByText(/验证码是 \d{6}/).textContent()
  const wrong = /\d{6}/.exec(said ?? '')![0] === '123456' ? '654321' : '123456'
  await page.getByLabel('短信验证码').fill(wrong)
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByText(/验证码不正确|验证码不对/).waitFor()
  expect(await page.getByLabel('手机号').inputValue()).toBe('13800000002')
  await context.close()
})

test('a team, a share, one’s own result on the site; on another phone by 参赛码; then forgotten', async () => {
  const contest = await play.openContest({ teamSize: 3, share: { points: 5, mostADay: 10 } })
  const { context, page } = await play.openWindow(phone)
  await play.begin(page, contest)
  await answerAll(page)
  await handIn(page)
  await scored(page)
  await page.getByRole('button', { name: '转发给好友（加 5 分）' }).click()
  await page.getByText('今天转发已加 5 分，还可以加 1 次。').waitFor()
  await page.getByRole('button', { name: '返回首页' }).click()
  await page.getByText('我的队伍').click()
  await page.getByLabel(/取个队名/).fill('云岭一队')
  await page.getByRole('button', { name: '建队' }).click()
  await page.getByText('队伍码').waitFor()
  await look(page, 'team')
  const code = (await page.locator('.code b').first().textContent())!

  const other = await play.openWindow(phone)
  await enter(other.page, contest.slug)
  await other.page.getByRole('button', { name: '以前参加过，凭参赛码进入' }).click()
  await other.page.getByLabel('您的参赛码').fill(code.toLowerCase())
  await other.page.getByRole('button', { name: '下一步' }).click()
  await standsAt(other.page, 1)
  await other.context.close()

  await page.getByRole('button', { name: '查我的成绩' }).click()
  await page.getByRole('heading', { name: '我的成绩' }).waitFor()
  expect(page.url()).toBe(`${play.url}/contests/${contest.slug}/check`)
  await page.goto(`${play.url}/play/${contest.slug}`)
  await page.getByText('删除我的个人信息').click()
  await page.getByRole('button', { name: '确定删除' }).click()
  await page.getByLabel(/我已看过并同意/).waitFor()
  await context.close()
})
