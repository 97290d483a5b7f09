/** A contest on two phones: a clerk opens one from a template, somebody plays it and keeps a certificate that holds. */
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { extractText } from 'unpdf'
import { expect, test } from 'vitest'
import { findBarriers } from './axe.ts'
import { scored } from './contest-player.ts'
import { openDemonstration } from './demonstration.ts'
import { takePicture } from './pictures.ts'
import { choose, overflow, phone } from './visit.ts'

const demonstration = openDemonstration(17_750)
const title = '节水知识随手答'
const touch = { hasTouch: true, isMobile: true }

async function lookAt(page: Page, name: string): Promise<void> {
  expect([name, await overflow(page)]).toEqual([name, 0])
  await expect.poll(() => findBarriers(page), { message: name }).toEqual([])
  await takePicture(page, `certificate-${name}`)
}

/** A moment as the field of the form takes it, in Shanghai. */
const wallTime = (fromNowMs: number) =>
  new Date(Date.now() + 8 * 3_600_000 + fromNowMs).toISOString().slice(0, 16)
const step = (page: Page, name: string) =>
  page.getByRole('button', { name: new RegExp(`^\\d\\s*${name}`) }).click()

test('from a template on a phone to a certificate whose number is found', async () => {
  const office = await demonstration.visitAs('gongzuozu', '/contests/new', phone, touch)
  const desk = office.page
  await desk.getByRole('button', { name: '用这个模板：每日一答 20 题' }).tap()
  await desk.getByLabel('竞赛名称').fill(title)
  await step(desk, '时间与次数')
  await desk.getByLabel('开始时间').fill(wallTime(-3_600_000))
  await desk.getByLabel('结束时间').fill(wallTime(5 * 86_400_000))
  await step(desk, '抽奖与证书')
  await desk.getByRole('button', { name: '添加证书' }).tap()
  await desk.getByLabel('证书名称').fill('节水小能手')
  await choose(desk, desk.getByLabel('凭什么'), '次数不少于')
  await desk.getByLabel('数值').fill('1')
  await lookAt(desk, 'form')
  await desk.getByText('设置齐全，可以演练、开放。').waitFor()
  await desk.getByRole('button', { name: '保存竞赛' }).tap()
  await desk.getByRole('button', { name: '开放竞赛' }).tap()
  await desk.getByRole('dialog').getByRole('button', { name: '开放竞赛' }).tap()
  await desk.getByRole('heading', { name: '参赛网址' }).waitFor()
  await lookAt(desk, 'open')
  const { rows } = await demonstration.get(office.context, `/api/contests?q=${encodeURIComponent(title)}`)
  const slug: string = rows[0].slug
  expect(office.errors).toEqual([])
  await office.context.close()

  const player = await demonstration.openWindow(phone, touch)
  const { page } = player
  await page.goto(`${demonstration.url}/contests`)
  await page.getByRole('link', { name: title }).first().tap()
  await page.getByRole('link', { name: '去答题' }).first().tap()
  await page.getByText('已满 14 周岁', { exact: true }).tap()
  await page.getByLabel(/我已看过并同意/).check()
  await page.getByRole('button', { name: '开始答题' }).tap()
  await page.getByLabel(/昵称/).fill('柳叶青青')
  await page.getByLabel('输入名称里的几个字查找').fill('洛阳')
  await page.getByRole('button', { name: /^洛阳市科协/ }).tap()
  await page.getByRole('button', { name: /孟津/ }).first().tap()
  await page.getByRole('button', { name: '开始', exact: true }).tap()
  for (let at = 1; at <= 20; at++) {
    await page.getByText(`第 ${at} / 20 题`).waitFor()
    await page.getByRole('radio').or(page.getByRole('checkbox')).first().check()
    await page.getByRole('button', { name: at < 20 ? '下一题' : '交卷', exact: true }).tap()
  }
  await scored(page)
  await lookAt(page, 'result')
  const code = /[2-9A-Z]{5}-?[2-9A-Z]{5}/.exec((await page.locator('body').textContent()) ?? '')![0]

  // Counted about a second later, and then there is something to fetch.
  await expect
    .poll(async () => {
      await page.goto(`${demonstration.url}/contests/${slug}/certificate`)
      await page.getByLabel('参赛码').fill(code)
      const answered = page.waitForResponse(answer => answer.request().method() === 'POST')
      await page.getByRole('button', { name: '查看我的证书' }).click()
      await (await answered).finished()
      await page.waitForLoadState()
      return page.getByRole('heading', { level: 2, name: '节水小能手' }).count()
    })
    .toBe(1)
  await lookAt(page, 'certificate')
  const coming = page.waitForEvent('download', { timeout: 60_000 })
  await page.getByRole('button', { name: '下载“节水小能手”（PDF）' }).tap()
  const pdf = await readFile((await (await coming).path())!)
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  const { text } = await extractText(new Uint8Array(pdf), { mergePages: true })
  expect(text.replace(/\s/g, '')).toContain('柳叶青青')
  const [, number] = /\/contests\/check\/([\w-]+)/.exec(text.replace(/\s/g, ''))!
  await page.goto(`${demonstration.url}/contests/check/${number}`)
  await page.getByText('查到了，这份证书是真的。').waitFor()
  await lookAt(page, 'check')
  expect(player.errors).toEqual([])
  await player.context.close()
})
