/** What a clerk does when something went wrong: the line drops, the sign-in ends, a file is no bulletin, the way back. */
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { openDemonstration } from './demonstration.ts'
import { takePicture } from './pictures.ts'
import { signIn } from './visit.ts'

const demonstration = openDemonstration(17_300)

const open = () => demonstration.visitDesk('/documents')

const text = (name: string, words: string) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(words),
})
const row = (page: Page, file: string) =>
  page.getByRole('region', { name: '本次上传' }).getByRole('listitem').filter({ hasText: file })

it('loads a page that could not come while the line was down', async () => {
  const { context, page } = await open()
  await context.setOffline(true)
  await page.getByRole('link', { name: '简报库' }).first().click()
  await page.getByRole('heading', { name: '这一页没有载入' }).waitFor()
  await page.getByRole('button', { name: '重新载入' }).click()
  await page.getByText('连不上服务器。', { exact: false }).waitFor()
  await takePicture(page, 'offline')
  await context.setOffline(false)
  await page.getByRole('button', { name: '重新载入' }).click()
  await page.getByRole('heading', { name: '简报库', level: 1 }).waitFor()
  await page.getByRole('list', { name: '简报列表' }).or(page.getByRole('table')).first().waitFor()
  await context.close()
})

it('offers no second try for a file that is no text', async () => {
  const { context, page } = await open()
  await page.locator('input[type=file]').setInputFiles([text('空.txt', '')])
  await row(page, '空.txt').getByRole('alert').waitFor()
  await takePicture(page, 'refused')
  expect(await row(page, '空.txt').getByRole('button').allTextContents()).toEqual(['移出列表'])
  await context.close()
})

it('says that the sign-in has ended, and sends the waiting files by itself afterwards', async () => {
  const { context, page } = await open()
  await context.clearCookies()
  await page
    .locator('input[type=file]')
    .setInputFiles([text('迟到.txt', '工作简报\n第9期\n2021年5月6日\n\n甲县举办培训。\n')])
  await page.getByText('登录已失效', { exact: false }).waitFor()
  await takePicture(page, 'sign-in-ended')
  expect(await page.getByLabel('用户名').inputValue()).toBe('demo')
  await signIn(page)
  await row(page, '迟到.txt').getByText('识别完成').waitFor({ timeout: 60_000 })
  await context.close()
})

it('finds the list again as it was left', async () => {
  const { context, page } = await open()
  await page.goto(`${demonstration.url}/desk/issues?order=oldest&published=true`)
  await page.getByRole('table', { name: '简报列表' }).getByRole('link').first().click()
  await page.getByText('本期数据').waitFor()
  await page.getByRole('link', { name: '← 简报库' }).click()
  await page.getByRole('table', { name: '简报列表' }).waitFor()
  expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({ order: 'oldest', published: 'true' })
  await page.keyboard.press('/')
  await page.keyboard.type('简报')
  await page.keyboard.press('Enter')
  await page.keyboard.press('j')
  expect(await page.getByRole('searchbox').inputValue()).toBe('简报')
  await context.close()
})
