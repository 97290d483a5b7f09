/** A question bank: a sheet with two faults comes back, is mended and imported, and a colleague approves it. */
import { readFile } from 'node:fs/promises'
import ExcelJs from 'exceljs'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { findBarriers } from './axe.ts'
import { openDemonstration } from './demonstration.ts'
import { takePicture } from './pictures.ts'
import { desktop, overflow, phone } from './visit.ts'

const demonstration = openDemonstration(17_700)

const heads = ['题型', '题干', '选项A', '选项B', '选项C', '答案', '类别', '难度']
const rows = [
  ['判断题', '太阳是一颗恒星。', null, null, null, '√', '天文', '易'],
  ['单选题', '离太阳最近的行星是（ ）', '水星', '金星', '地球', 'D', '天文', '中'],
  ['多选题', '下列属于行星的有（ ）', '火星', '月球', '木星', 'A', '天文', '难'],
]

async function sheet(): Promise<Buffer> {
  const book = new ExcelJs.Workbook()
  book.addWorksheet('题目').addRows([heads, ...rows])
  return Buffer.from(await book.xlsx.writeBuffer())
}
const named = (words: string): RegExp => new RegExp(`^${[...words].join('\\s?')}$`)
const offer = (page: Page, buffer: Buffer, name = '天文题.xlsx') =>
  page.getByLabel('选择文件').setInputFiles({ name, buffer, mimeType: 'application/octet-stream' })

let bank = ''

test('a sheet with two faults is given back, mended, imported, and approved by somebody else', async () => {
  const { context, page, errors } = await demonstration.visitDesk('/banks')
  await page
    .getByRole('button', { name: named('新建题库') })
    .first()
    .click()
  await page.getByRole('dialog').getByLabel('名称').fill('天文知识题库')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: named('保存') })
    .click()
  await page.getByRole('heading', { level: 1, name: '天文知识题库' }).waitFor()
  bank = new URL(page.url()).pathname.replace('/desk', '')
  await page.getByText('题库里还没有题').waitFor()

  await page.getByRole('button', { name: '导入题目' }).click()
  await offer(page, await sheet())
  await page.getByText('新题 1 道，已有 0 道，要改 2 道').waitFor()
  await page.getByText('第 3 行：答案指到了没有的选项').waitFor()
  expect(await page.getByRole('button', { name: /写入/ }).count()).toBe(0)
  expect(await findBarriers(page)).toEqual([])
  await takePicture(page, 'bank-import-faulty')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '下载写明问题的表' }).click(),
  ])
  const book = new ExcelJs.Workbook()
  await book.xlsx.load((await readFile(await download.path())) as never)
  const main = book.worksheets[0]!
  expect([1, 2, 3, 4].map(row => main.getRow(row).getCell(9).text)).toEqual([
    '问题',
    '',
    '答案指到了没有的选项',
    expect.stringContaining('多选题至少有两个正确答案'),
  ])
  main.getRow(3).getCell(6).value = 'A'
  main.getRow(4).getCell(6).value = 'A、C'
  await offer(page, Buffer.from(await book.xlsx.writeBuffer()))
  await page.getByRole('button', { name: '写入 3 道新题' }).click()
  await page.getByRole('table', { name: '题目列表' }).getByText('离太阳最近的行星是').waitFor()

  // Who imported them is not who approves them.
  await page.getByRole('checkbox', { name: '选中本页' }).click()
  await page.getByRole('button', { name: named('审核通过') }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: named('审核通过') })
    .click()
  await page.getByText('审核通过 0 题，自己写的 3 题跳过').waitFor()
  await takePicture(page, 'bank-drafts')
  expect(errors).toEqual([])
  await context.close()

  const other = await demonstration.visitAs('gongzuozu', bank)
  await other.page.getByRole('checkbox', { name: '选中本页' }).click()
  await other.page.getByRole('button', { name: named('审核通过') }).click()
  await other.page
    .getByRole('dialog')
    .getByRole('button', { name: named('审核通过') })
    .click()
  await other.page.getByRole('button', { name: /^已审 3$/ }).waitFor()
  await other.page.locator('summary', { hasText: '已审的题' }).click()
  const kinds = other.page.getByRole('table', { name: '已审的题' })
  expect(await kinds.getByRole('row', { name: /^天文/ }).textContent()).toMatch(
    /1[\s\S]*易 1[\s\S]*1[\s\S]*中 1[\s\S]*3/,
  )
  await takePicture(other.page, 'bank-kinds')
  expect(await findBarriers(other.page)).toEqual([])
  await other.context.close()
})

test('a question written by hand shows what is like it, takes a picture, and is a draft again when changed', async () => {
  const { context, page, errors } = await demonstration.visitDesk(bank)
  await page
    .getByRole('button', { name: named('写一道题') })
    .first()
    .click()
  const form = page.getByRole('dialog')
  await form.getByLabel('题干').fill('离太阳最近的行星是哪颗（ ）')
  for (const [letter, words] of [
    ['A', '水星'],
    ['B', '金星'],
    ['C', '地球'],
  ] as const)
    await form.getByLabel(`选项 ${letter}`, { exact: true }).fill(words)
  await form.getByRole('radio', { name: '选项 A 正确' }).check()
  await form.getByText('题库里有很像的题').waitFor()
  await form.getByLabel('选一张图片').setInputFiles({
    name: '图.png',
    mimeType: 'image/png',
    buffer: Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    ),
  })
  expect(await findBarriers(page)).toEqual([])
  await takePicture(page, 'bank-question-form')
  await form.getByRole('button', { name: named('保存') }).click()
  const made = page.getByRole('button', { name: /离太阳最近的行星是哪颗/ })
  await made.waitFor()
  await made.click()
  const shown = page.getByRole('dialog')
  await shown.getByRole('img', { name: '题目的图片' }).waitFor()
  await shown.getByText('这道题是您写的，请另一位同事审核。').waitFor()
  await takePicture(page, 'bank-question')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: /^疑似重复/ }).click()
  await page.getByRole('list', { name: '疑似重复的题' }).waitFor()
  await takePicture(page, 'bank-near')
  expect(await findBarriers(page)).toEqual([])
  expect(errors).toEqual([])
  await context.close()
})

test('who only reports has no banks', async () => {
  const { context, page } = await demonstration.visitAs('xinxiyuan')
  expect(await page.getByRole('link', { name: '题库', exact: true }).count()).toBe(0)
  await context.close()
})

test.each([
  ['desktop', desktop, {}],
  ['phone', phone, {}],
  ['dark', desktop, { colorScheme: 'dark' }],
  ['phone-dark', phone, { colorScheme: 'dark' }],
] as const)(
  'the pages, %s: nothing stands in the way, nothing runs out of the window',
  async (look, viewport, more) => {
    const { context, page, errors } = await demonstration.visitDesk('/banks', viewport, more)
    const rest = async (name: string) => {
      expect([name, await findBarriers(page)]).toEqual([name, []])
      expect([name, (await overflow(page)) <= 0]).toEqual([name, true])
      await takePicture(page, `bank-${name}-${look}`)
    }
    await page.getByRole('link', { name: '天文知识题库' }).waitFor()
    await rest('list')
    await page.getByRole('link', { name: '天文知识题库' }).click()
    await page.getByText('太阳是一颗恒星').waitFor()
    await rest('questions')
    await page.getByText('太阳是一颗恒星').click()
    await page.getByRole('dialog').getByText('太阳是一颗恒星').waitFor()
    await rest('question')
    expect(errors).toEqual([])
    await context.close()
  },
)
