/** The random draw: prepared, committed to in public, drawn with what those present call out, verified by an outsider. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { findBarriers } from './axe.ts'
import { openDemonstration } from './demonstration.ts'
import { takePicture } from './pictures.ts'
import { desktop, overflow, phone } from './visit.ts'

const demonstration = openDemonstration(17372)
const folder = mkdtempSync(join(tmpdir(), 'jianbao-draw-e2e-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function verify(name: string, text: string, before?: string) {
  const path = join(folder, name)
  writeFileSync(path, text)
  const call = [join(import.meta.dirname, '../apps/server/cli.ts'), 'draw', 'verify', path]
  const run = spawnSync(process.execPath, before ? [...call, '--before', join(folder, before)] : call, {
    encoding: 'utf8',
  })
  return { code: run.status, out: run.stdout, error: run.stderr }
}

const dialogButton = (page: Page, name: RegExp) => page.getByRole('dialog').getByRole('button', { name })

async function typeInspector(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: '直接填写姓名' }).click()
  await page.getByRole('dialog').getByLabel('姓名').fill(name)
  await dialogButton(page, /^确\s?定$/).click()
  await page.getByRole('button', { name: `移除${name}` }).waitFor()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
}

/** Prepares a draw on the page; it stays at the draw's own page. */
async function prepare(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: '筹备抽查' }).click()
  await page.getByLabel('抽查名称').fill(name)
  await page.getByLabel('一共抽取').fill('6')
  await page.getByLabel('“县级科协”最低比例').fill('2')
  for (const inspector of ['卫青云', '蒋小满', '沈立秋']) await typeInspector(page, inspector)
  // What is said of the register stood there before the last name: a press while it changes lands beside the button.
  await page.waitForLoadState('networkidle')
  await page.getByText('名册齐全，任何一种抽取结果都派得足检查人员').waitFor()
  await page.getByRole('button', { name: /^保\s?存$/ }).click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
}

test('from preparing to a file that an outsider verifies, and a changed byte that is refused', async () => {
  const name = '第二轮学习教育随机抽查'
  const { context, page, errors } = await demonstration.visitAs('gongzuozu', '/draws')
  await page.getByText('还没有随机抽查').waitFor()
  await prepare(page, name)
  expect(await findBarriers(page)).toEqual([])
  await takePicture(page, 'draw-prepared')

  await page.getByRole('button', { name: '公布承诺' }).click()
  await dialogButton(page, /公布承诺/).click()
  const commitment = page.getByRole('region', { name: '公开的承诺' })
  await commitment.waitFor()
  const hashes = await commitment.locator('code').allTextContents()
  expect(hashes.map(hash => hash.length)).toEqual([64, 64])
  const address = (await page.getByRole('link', { name: '公众网站上的页面' }).getAttribute('href')) ?? ''
  expect(await findBarriers(page)).toEqual([])
  await takePicture(page, 'draw-committed')

  // The public sees both hashes before anything is drawn, without any script.
  const visitor = await demonstration.openWindow(phone, { javaScriptEnabled: false })
  await visitor.page.goto(`${demonstration.url}/draws`)
  await visitor.page.getByRole('link', { name }).click()
  for (const hash of hashes) await visitor.page.getByText(hash).waitFor()
  expect(await visitor.page.getByText('抽取结果').count()).toBe(0)
  const fileOf = async () => (await visitor.context.request.get(`${demonstration.url}${address}/file`)).text()
  const before = await fileOf()
  expect(verify('before.json', before)).toMatchObject({ code: 0, error: '' })

  await page.getByLabel('现场给出的数字或词语').fill('骰子 3 5 1')
  await page.getByRole('button', { name: /^抽\s?取$/ }).click()
  await dialogButton(page, /^抽\s?取$/).click()
  const result = page.getByRole('table', { name: '抽中的对象和检查人员' })
  await result.waitFor()
  expect(await result.getByRole('row').count()).toBe(7)
  expect(await page.getByRole('button', { name: /^抽\s?取$/ }).count()).toBe(0)
  expect(await findBarriers(page)).toEqual([])
  await takePicture(page, 'draw-drawn')
  const drawn = await result.locator('tbody th').allTextContents()

  await visitor.page.reload()
  await visitor.page.getByRole('heading', { name: '抽取结果' }).waitFor()
  for (const unit of drawn) await visitor.page.getByRole('rowheader', { name: unit, exact: true }).waitFor()
  const after = await fileOf()
  const checked = verify('after.json', after, 'before.json')
  expect(checked).toMatchObject({ code: 0, error: '' })
  expect(checked.out).toContain('与抽取前公布的文件承诺一致')
  const changed = after.replace('骰子 3 5 1', '骰子 3 5 2')
  expect(verify('changed.json', changed)).toMatchObject({
    code: 2,
    out: '',
    error: expect.stringContaining('抽查对象与重新计算的结果不符'),
  })
  await visitor.context.close()

  // A tour of it has what was drawn as its stops, in that order.
  await page.getByRole('link', { name: '据此安排巡回指导' }).click()
  const form = page.getByRole('form', { name: '安排巡回指导' })
  await form.getByRole('textbox', { name: '名称' }).fill('按抽查结果检查')
  await form.getByLabel('开始日期').fill('2026-12-01')
  await form.getByLabel('结束日期').fill('2026-12-03')
  expect(await findBarriers(page)).toEqual([])
  await takePicture(page, 'draw-to-tour')
  await form.getByRole('button', { name: /^保\s?存$/ }).click()
  await page.getByRole('heading', { level: 1, name: '按抽查结果检查' }).waitFor()
  for (const unit of drawn) await page.getByRole('link', { name: unit }).first().waitFor()
  await takePicture(page, 'draw-toured')
  expect(errors).toEqual([])

  // Who does not keep draws finds neither the place in the menu nor the page.
  const reporter = await demonstration.visitAs('xinxiyuan', '/draws')
  expect(await reporter.page.getByRole('link', { name: '随机抽查' }).count()).toBe(0)
  expect(await reporter.page.getByRole('heading', { name: '随机抽查' }).count()).toBe(0)
  await reporter.context.close()
  await context.close()
})

test('declared void it stays listed and public, with its reason', async () => {
  const { context, page, errors } = await demonstration.visitAs('dudao', '/draws')
  const name = '名册有误的抽查'
  await prepare(page, name)
  await page.getByRole('button', { name: '公布承诺' }).click()
  await dialogButton(page, /公布承诺/).click()
  await page.getByRole('button', { name: /^作\s?废$/ }).click()
  await page.getByLabel('作废原因').fill('名册漏了两家单位')
  await dialogButton(page, /^作\s?废$/).click()
  await page.getByText(/作废。原因：名册漏了两家单位/).waitFor()
  expect(await page.getByRole('button', { name: /^抽\s?取$/ }).count()).toBe(0)
  const address = await page.getByRole('link', { name: '公众网站上的页面' }).getAttribute('href')
  await page.goto(demonstration.url + address)
  await page.getByText('原因：名册漏了两家单位').waitFor()
  // No tour is made of it.
  await page.goto(`${demonstration.url}/desk/tours/new?draw=${(address ?? '').split('/').pop()}`)
  await page.getByText(`“${name}”现在不能这样办理`, { exact: false }).waitFor()
  expect(await page.getByRole('button', { name: /^保\s?存$/ }).count()).toBe(0)
  await page.goto(`${demonstration.url}/desk/draws?state=void`)
  await page.getByRole('link', { name }).waitFor()
  expect(errors.filter(error => !/409/.test(error))).toEqual([])
  await context.close()
})

test.each([
  ['desktop', desktop, {}],
  ['phone', phone, {}],
  ['dark', desktop, { colorScheme: 'dark' }],
] as const)(
  'the pages, %s: nothing stands in the way, nothing runs out of the window',
  async (look, viewport, more) => {
    const { context, page, errors } = await demonstration.visitAs('gongzuozu', '/draws', viewport, more)
    const rest = async (name: string) => {
      expect([name, await findBarriers(page)]).toEqual([name, []])
      expect([name, (await overflow(page)) <= 0]).toEqual([name, true])
      await takePicture(page, `draw-${name}-${look}`)
    }
    const link = page.getByRole('link', { name: '第二轮学习教育随机抽查' })
    await link.waitFor()
    await rest('list')
    await link.click()
    await page.getByRole('table', { name: '名册' }).waitFor()
    await rest('record')
    const address = await page.getByRole('link', { name: '公众网站上的页面' }).getAttribute('href')
    await page.goto(`${demonstration.url}/desk/draws/new`)
    await page.getByLabel('“县级科协”最少个数').waitFor()
    await rest('new')
    await page.getByRole('button', { name: '排除单位' }).click()
    await page.getByRole('dialog').getByRole('searchbox').waitFor()
    await rest('exclude')
    await page.goto(`${demonstration.url}/desk/draws/00000000-0000-4000-8000-000000000000`)
    await page.getByText('没有找到这次抽查').waitFor()
    await rest('missing')
    await page.goto(`${demonstration.url}/draws`)
    await rest('public-list')
    await page.goto(demonstration.url + address)
    await page.getByText('三十行核验程序').click()
    await rest('public')
    expect(errors.filter(error => !/404/.test(error))).toEqual([])
    await context.close()
  },
)
