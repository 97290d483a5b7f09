/** The plan: looked at, loaded, opened for a unit that is late; a commitment signed on a phone. */
import { readFileSync } from 'node:fs'
import { openPackZip } from '@jianbao/campaign/server'
import { zipFile } from '@jianbao/testkit'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { findBarriers } from './axe.ts'
import { openDemonstration } from './demonstration.ts'
import { takePicture } from './pictures.ts'
import { overflow, phone } from './visit.ts'

const demonstration = openDemonstration(17_470)
const barriers = async (page: Page) => expect(await findBarriers(page)).toEqual([])

/** From the list to the plan of the demonstration. */
async function openPlan(page: Page): Promise<void> {
  await page.getByRole('link', { name: /^\d{4}年党史学习教育$/ }).click()
  await page.getByRole('heading', { level: 1, name: /党史学习教育/ }).waitFor()
}

/** The files of the pack, as they were downloaded. */
async function savePack(page: Page): Promise<Record<string, string>> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载活动包' }).click(),
  ])
  const { files } = await openPackZip(readFileSync((await download.path())!), 'a.zip')
  return Object.fromEntries([...files].map(([name, bytes]) => [name, Buffer.from(bytes).toString()]))
}

async function sendPack(page: Page, files: Record<string, string>): Promise<void> {
  const buffer = zipFile(Object.entries(files).map(([name, content]) => ({ name, content })))
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '方案.zip', mimeType: 'application/zip', buffer })
}

it('shows the plan in time and as a table, and every number of units opens their list', async () => {
  const { context, page, errors } = await demonstration.visitAs('gongzuozu', '/campaigns')
  await barriers(page)
  await takePicture(page, 'campaign-list')
  await openPlan(page)
  const timeline = page.getByRole('region', { name: '时间轴' })
  await timeline.getByText(/^今天 /).waitFor()
  await timeline.getByRole('link', { name: '党组理论学习中心组专题学习' }).waitFor()
  await barriers(page)
  await takePicture(page, 'campaign-timeline')
  await page.getByText('自选动作', { exact: true }).first().click()
  await timeline.getByRole('link', { name: '党组理论学习中心组专题学习' }).waitFor({ state: 'detached' })
  await page.getByText('全部', { exact: true }).click()
  await page.getByText('表格', { exact: true }).click()
  const table = page.getByRole('table', { name: '任务' })
  expect(await table.getByRole('row').count()).toBe(17)
  await barriers(page)
  await takePicture(page, 'campaign-table')
  const row = table.getByRole('row').filter({ hasText: '过好主题党日' })
  const count = Number.parseInt((await row.getByRole('link', { name: /个单位$/ }).textContent())!, 10)
  await row.getByRole('link', { name: /个单位$/ }).click()
  const units = page.getByRole('table', { name: '约束单位' })
  await units.waitFor()
  expect(await units.getByRole('row').count()).toBe(count + 1)
  await barriers(page)
  await takePicture(page, 'campaign-task')
  expect(errors).toEqual([])
  await context.close()
})

it('a pack comes back changed: faults are told with their lines, changes are seen before they are made', async () => {
  const { context, page, errors } = await demonstration.visitAs('gongzuozu', '/campaigns')
  await openPlan(page)
  const files = await savePack(page)
  const tasks = files['tasks.yaml']!
  await page.getByRole('button', { name: '更新方案' }).click()
  await page.getByRole('heading', { level: 1, name: '载入活动包' }).waitFor()
  await sendPack(page, { ...files, 'tasks.yaml': tasks.replace('- city', '- ctiy') })
  await page.getByText('有 1 处错误，什么也没有载入').waitFor()
  await page.getByText('您是指 city 吗').waitFor()
  await barriers(page)
  await takePicture(page, 'campaign-pack-faults')
  await sendPack(page, files)
  await page.getByText('与系统一致，没有要改的').waitFor()
  await sendPack(page, { ...files, 'tasks.yaml': tasks.replace('报送年度总结', '报送全年总结') })
  await page.getByRole('list', { name: '要写入的内容' }).getByText('报送全年总结').waitFor()
  await barriers(page)
  await takePicture(page, 'campaign-pack-changes')
  await page.getByRole('button', { name: '确认更新' }).click()
  await page.getByRole('link', { name: '报送全年总结' }).waitFor()
  await page.getByRole('button', { name: '以此为底稿新建下一年度方案' }).click()
  await page.getByRole('button', { name: '新建草稿' }).click()
  await page.getByText('这是草稿，只有工作组看得见', { exact: false }).waitFor()
  await barriers(page)
  await takePicture(page, 'campaign-next-year')
  expect(errors).toEqual([])
  await context.close()
})

it('a period that is locked is opened for one unit, whose lead hears of it', async () => {
  const { context, page, errors } = await demonstration.visitAs('gongzuozu', '/campaigns?state=open')
  await openPlan(page)
  await page.getByRole('link', { name: '召开动员部署会' }).click()
  const locked = await page.getByText('已锁定').count()
  // From the first of January to the end of April nothing of it is locked yet.
  if (locked > 0) {
    await page.getByRole('searchbox', { name: '按名称、编码或拼音查找单位' }).fill('洛阳市科协')
    await page.getByRole('button', { name: '准予补报 洛阳市科协' }).click()
    await page.getByRole('button', { name: '准予', exact: true }).click()
    await page.getByText('请写明原因，至少两个字').waitFor()
    const until = `${new Date().getFullYear()}-12-31`
    await page.locator('input[type=date]').fill(until)
    await page.getByRole('textbox', { name: /^原因/ }).fill('汛期停电，材料当时以纸面报过')
    await barriers(page)
    await takePicture(page, 'campaign-opening')
    await page.getByRole('button', { name: '准予', exact: true }).click()
    await page.getByText('汛期停电', { exact: false }).last().waitFor()
    await barriers(page)
    const lead = await demonstration.visitAs('fuzeren', '/my-tasks')
    await lead.page.getByText('准予补报至', { exact: false }).waitFor()
    await lead.page.goto(`${demonstration.url}/desk/notices`)
    await lead.page.getByText('“召开动员部署会”', { exact: false }).first().waitFor()
    await lead.context.close()
    await page.getByRole('button', { name: /^收回 洛阳市科协/ }).click()
    await page.getByRole('dialog').getByRole('button', { name: '收回' }).click()
    await page.getByText('汛期停电', { exact: false }).first().waitFor({ state: 'detached' })
  }
  expect(errors).toEqual([])
  await context.close()
})

it('the lead reads and signs a commitment on a phone, and the count of the plan goes up', async () => {
  const keeper = await demonstration.visitAs('gongzuozu', '/campaigns?state=open')
  await openPlan(keeper.page)
  const tally = keeper.page.getByRole('listitem').filter({ hasText: '学习教育责任书' })
  const signed = async () => Number((await tally.locator('dd').nth(2).textContent()) ?? '')
  await tally.waitFor()
  const before = await signed()
  const { context, page, errors } = await demonstration.visitAs('fuzeren', '/commitments?own=true', phone)
  await page.getByRole('link', { name: /学习教育责任书$/ }).click()
  await page.getByRole('article').getByText('洛阳市科协', { exact: false }).first().waitFor()
  expect(await overflow(page)).toBe(0)
  await barriers(page)
  await takePicture(page, 'campaign-sign-phone')
  await page.getByRole('button', { name: '签署', exact: true }).click()
  expect(await page.getByRole('button', { name: '确认签署' }).isDisabled()).toBe(true)
  await page.getByRole('checkbox', { name: '我已通读全文并同意' }).check()
  await barriers(page)
  await page.getByRole('button', { name: '确认签署' }).click()
  await page.getByText('全文 SHA-256').waitFor()
  expect(await page.locator('code').textContent()).toMatch(/^[0-9a-f]{64}$/)
  await barriers(page)
  await takePicture(page, 'campaign-signed-phone')
  await keeper.page.reload()
  await tally.waitFor()
  await expect.poll(signed).toBe(before + 1)
  await tally.getByRole('link').nth(1).click()
  await keeper.page.getByRole('table', { name: '责任书' }).getByText('洛阳市科协').waitFor()
  await barriers(keeper.page)
  expect([...errors, ...keeper.errors]).toEqual([])
  await context.close()
  await keeper.context.close()
})

it('a unit finds its tasks on a phone, in the dark, the most urgent first', async () => {
  const { context, page, errors } = await demonstration.visitAs('xinxiyuan', '/my-tasks', phone, {
    colorScheme: 'dark',
  })
  await page.getByRole('heading', { level: 1, name: '本单位任务' }).waitFor()
  await page.getByRole('button', { name: /^已办、已锁定和以后的/ }).click()
  await page.getByRole('list', { name: '已办、已锁定和以后的' }).getByRole('listitem').first().waitFor()
  expect(await overflow(page)).toBe(0)
  await barriers(page)
  await takePicture(page, 'campaign-my-tasks-phone')
  await page.goto(`${demonstration.url}/desk/campaigns?state=open`)
  await openPlan(page)
  expect(await overflow(page)).toBe(0)
  await barriers(page)
  await takePicture(page, 'campaign-phone')
  expect(errors).toEqual([])
  await context.close()
})
