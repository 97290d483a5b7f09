/** Proofreading an issue in the making: mended with one click, taken back, mended at once, left with a reason; the word list. */
import type { BrowserContext } from 'playwright-core'
import { expect, test } from 'vitest'
import { findBarriers } from './axe.ts'
import { openDemonstration } from './demonstration.ts'
import { docOf, openEdition, writeItem } from './edition.ts'
import { takePicture } from './pictures.ts'
import { overflow, phone } from './visit.ts'

const demonstration = openDemonstration(17344)

/** An issue with one article that has faults. */
async function faultyIssue(context: BrowserContext): Promise<string> {
  const id = await openEdition(demonstration, context, { name: '校对样刊' })
  const headline = '全市科协系统部署夏季工作。'
  const doc = docOf(
    '会议要求，各单位都要建立健全工作台帐,逐项销号。',
    '活动现场发放“科普手册”、“科普挂图”共 300 份，联系电话13800001234。',
  )
  await writeItem(demonstration, context, id, { columnKey: 'news', headline, doc })
  return id
}

test('an issue is proofread beside its pages: mended, taken back, mended at once, left with a reason', async () => {
  const { context, page, errors } = await demonstration.visitDesk('/')
  const id = await faultyIssue(context)
  await page.goto(`${demonstration.url}/desk/editions/${id}?tab=proof`)
  const panel = page.getByRole('region', { name: '校对' })
  const finding = (name: string) => panel.getByRole('listitem').filter({ hasText: name })
  await finding('易错词').getByText('台账', { exact: true }).waitFor({ timeout: 60_000 })
  await expect.poll(() => finding('手机号码').count()).toBe(1)
  await expect.poll(() => finding('标题末尾句号').count()).toBe(1)
  expect(await findBarriers(page)).toEqual([])
  await takePicture(page, 'proof-panel')

  // One click mends it in the text, and the text can be had back.
  await finding('易错词')
    .getByRole('button', { name: /更正|改为/ })
    .click()
  await page.getByText('已更正 1 处').waitFor()
  await expect.poll(() => finding('易错词').count()).toBe(0)
  await page.getByRole('button', { name: /撤\s?销/ }).click()
  await page.getByText('已恢复更正前的文字').waitFor()
  await finding('易错词').waitFor()

  // What is mechanical is mended at once, after one question that says how many.
  await panel.getByRole('button', { name: /^全部更正/ }).click()
  const question = page.getByRole('dialog')
  await question.locator('.ant-modal-confirm-title', { hasText: '更正 4 处写法问题' }).waitFor()
  expect(await findBarriers(page)).toEqual([])
  await question.getByRole('button', { name: /更\s?正/ }).click()
  await page.getByText(/已更正 [4-9] 处/).waitFor()
  await expect.poll(() => panel.getByRole('button', { name: /^全部更正/ }).count()).toBe(0)
  const edition = await demonstration.get(context, `/api/editions/${id}`)
  expect(edition.content[0].headline).toBe('全市科协系统部署夏季工作')
  expect(JSON.stringify(edition.content[0].doc)).toContain('“科普手册”“科普挂图”共300份')

  // A finding is left only with a reason, which stands under it.
  await finding('手机号码').getByRole('button', { name: /忽略/ }).click()
  const dialog = page.getByRole('dialog', { name: '忽略这处问题' })
  expect(await dialog.getByRole('button', { name: /^忽\s?略$/ }).isDisabled()).toBe(true)
  await dialog.getByRole('button', { name: '已经核实无误' }).click()
  await dialog.getByRole('button', { name: /^忽\s?略$/ }).click()
  await panel.getByText('已忽略 1 处').click()
  await panel.getByText(/：已经核实无误$/).waitFor()

  // j goes from finding to finding, Enter to its words.
  await finding('易错词').getByRole('button', { name: /台帐/ }).first().focus()
  await page.keyboard.press('k')
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.url()).toContain('item=')
  expect(errors).toEqual([])
  await context.close()
}, 180_000)

test('the word list of the office is filled from a sheet, and proofreading goes by it', async () => {
  const { context, page, errors } = await demonstration.visitDesk('/office-words')
  await page.getByText('还没有规范用语').waitFor()
  expect(await findBarriers(page)).toEqual([])
  await page.getByRole('button', { name: '从表格导入' }).click()
  const dialog = page.getByRole('dialog', { name: '从表格导入' })
  await dialog.getByLabel('粘贴的行').fill('大蓬车\t大篷车\t\t错误\n老干部\t\t用“离退休干部”。\t提示')
  await dialog.getByText('读出 2 条').waitFor()
  await dialog.getByRole('button', { name: '导入 2 条' }).click()
  await page.getByText('新增 2 条，更新 0 条，0 条没有变化').waitFor()
  await page.getByRole('row').filter({ hasText: '大蓬车' }).waitFor()
  await takePicture(page, 'word-list')

  await page.getByRole('button', { name: '修改 老干部' }).click()
  const editing = page.getByRole('dialog', { name: '修改规范用语' })
  await editing.getByLabel('规范用语', { exact: false }).nth(1).fill('离退休干部')
  expect(await findBarriers(page)).toEqual([])
  await editing.getByRole('button', { name: /保\s?存/ }).click()
  await page.getByText('已保存“老干部”').waitFor()
  await page.getByRole('row').filter({ hasText: '离退休干部' }).waitFor()
  expect(errors).toEqual([])
  await context.close()

  const small = await demonstration.visitDesk('/office-words', phone)
  await small.page.getByText('大蓬车').first().waitFor()
  expect(await overflow(small.page)).toBe(0)
  expect(await findBarriers(small.page)).toEqual([])
  await takePicture(small.page, 'word-list-phone')
  await small.context.close()
}, 120_000)
