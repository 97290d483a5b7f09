/** The desk's week: triage by keys, many at once, what somebody changed meanwhile, and the issue a piece ran in. */
import type { BrowserContext, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { findBarriers } from './axe.ts'
import { openDemonstration } from './demonstration.ts'
import { takePicture } from './pictures.ts'
import { overflow, phone } from './visit.ts'

const demonstration = openDemonstration(17_660)

const get = async (context: BrowserContext, path: string) =>
  (await context.request.get(`${demonstration.url}${path}`)).json()
const post = (context: BrowserContext, path: string, data: object) =>
  context.request.post(`${demonstration.url}${path}`, { data, headers: { origin: demonstration.url } })
const rows = (page: Page) => page.getByRole('table', { name: '来稿' }).locator('tbody tr')
const read = (page: Page) => page.locator('[data-preview] h2')
const said = (page: Page) => page.getByRole('status').first()
const countOf = async (page: Page, tab: string): Promise<number> => {
  const text = await page.getByRole('button', { name: new RegExp(`^${tab} [\\d,]+$`) }).textContent()
  return Number(text?.replace(/\D/g, ''))
}
/** Walks to a report with the keyboard; answers its title. */
async function walk(page: Page, steps = 1): Promise<string> {
  for (let at = 0; at < steps; at++) {
    const before = await read(page)
      .textContent({ timeout: 500 })
      .catch(() => '')
    await page.keyboard.press('j')
    await expect.poll(() => read(page).textContent()).not.toBe(before)
  }
  return (await read(page).textContent()) ?? ''
}

describe('the inbox', () => {
  it('is worked through with the keys alone: adopted, undone, kept, returned; the next one is there at once', async () => {
    const { context, page, errors } = await demonstration.visitAs('demo', '/inbox')
    await rows(page).first().waitFor()
    await takePicture(page, 'inbox')
    expect(await findBarriers(page)).toEqual([])
    const before = await countOf(page, '待受理')
    const first = await walk(page)
    await page.keyboard.press('a')
    await page.getByRole('dialog', { name: '采用到哪个栏目' }).waitFor()
    await takePicture(page, 'inbox-column')
    expect(await findBarriers(page)).toEqual([])
    await page.keyboard.press('1')
    await expect.poll(() => said(page).textContent()).toContain(`“${first}”已采用到要情快报`)
    await expect.poll(() => read(page).textContent()).not.toBe(first)
    await expect.poll(() => countOf(page, '待受理')).toBe(before - 1)

    await page.keyboard.press('u')
    await expect.poll(() => said(page).textContent()).toContain(`已撤销“${first}”的采用`)
    const kept = await read(page).textContent()
    await page.keyboard.press('s')
    await expect.poll(() => said(page).textContent()).toContain(`已留存“${kept}”`)
    await expect.poll(() => countOf(page, '待受理')).toBe(before - 2)
    const back = await read(page).textContent()
    await page.keyboard.press('r')
    await page.getByRole('button', { name: /请补充活动的时间/ }).click()
    await takePicture(page, 'inbox-return')
    expect(await findBarriers(page)).toEqual([])
    await page.getByRole('dialog').getByRole('button', { name: '退回', exact: true }).click()
    await expect.poll(() => said(page).textContent()).toContain(`已退回“${back}”`)
    await expect.poll(() => page.evaluate(() => document.activeElement === document.body)).toBe(false)
    await page.getByRole('button', { name: /^已退回/ }).click()
    await expect.poll(() => rows(page).first().textContent()).toContain(back)
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: '快捷键' }).waitFor()
    expect(errors).toEqual([])
    await context.close()
  })

  it('does to many what can be done, and says what could not and why', async () => {
    const { context, page, errors } = await demonstration.visitAs('demo', '/inbox?sort=arrived')
    await rows(page).first().waitFor()
    for (let at = 0; at < 3; at++) await rows(page).nth(at).getByRole('checkbox').check()
    // Somebody else takes one of them up meanwhile.
    const { rows: shown } = await get(context, '/api/inbox?sort=arrived')
    await post(context, `/api/reports/${shown[1].id}/accept`, { version: shown[1].version })
    const bar = page.getByRole('region', { name: '已选 3 篇' })
    await bar.getByRole('button', { name: '留存' }).click()
    const outcome = page.getByRole('dialog', { name: '没有处理的稿件' })
    await outcome.getByText(shown[1].title).waitFor()
    await takePicture(page, 'inbox-outcome')
    expect(await findBarriers(page)).toEqual([])
    await outcome.getByRole('button', { name: '关闭' }).last().click()
    await expect.poll(() => said(page).textContent()).toContain('已处理 2 篇，1 篇没有处理')
    expect(errors.filter(error => !error.includes('409'))).toEqual([])
    await context.close()
  })

  it('shows what somebody changed meanwhile before it is tried again', async () => {
    const { context, page } = await demonstration.visitAs('demo', '/inbox')
    await rows(page).first().waitFor()
    const title = await walk(page, 2)
    const { rows: shown } = await get(context, '/api/inbox')
    const target = shown.find((row: { title: string }) => row.title === title)
    await page.keyboard.press('a')
    await page.getByRole('button', { name: '改后采用' }).click()
    const dialog = page.getByRole('dialog', { name: '改后采用' })
    await dialog.getByLabel('标题').fill('编辑改过的标题')
    await takePicture(page, 'inbox-adopt')
    expect(await findBarriers(page)).toEqual([])
    await post(context, `/api/reports/${target.id}/accept`, { version: target.version })
    await dialog.getByRole('button', { name: '采用', exact: true }).click()
    await dialog.getByText('状态：待受理 → 已受理').waitFor()
    await takePicture(page, 'inbox-conflict')
    expect(await dialog.getByLabel('标题').inputValue(), 'what was typed is kept').toBe('编辑改过的标题')
    await dialog.getByRole('button', { name: '按最新的再试' }).click()
    await dialog.waitFor({ state: 'detached' })
    const { adoptions } = await get(context, `/api/reports/${target.id}`)
    expect(adoptions[0].title).toBe('编辑改过的标题')

    await page.goto(`${demonstration.url}/desk/adoptions?q=${encodeURIComponent('编辑改过的标题')}`)
    await page.getByRole('button', { name: '登记刊期', exact: true }).click()
    const register = page.getByRole('dialog', { name: '登记刊期' })
    await register.getByLabel('查找刊名、期号').fill('第1期')
    // The list stands there before it is narrowed down: its first row is another one until then.
    await register.getByRole('listitem').filter({ hasText: '第 1 期' }).first().getByRole('button').click()
    await register.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: /^已登记/ }).click()
    await page.getByRole('cell', { name: /第 1 期/ }).waitFor()
    await takePicture(page, 'inbox-registered')
    expect(await findBarriers(page)).toEqual([])
    await context.close()
  })

  it('filters in the address, exactly what is counted is listed; a phone reads one after the other', async () => {
    const { context, page, errors } = await demonstration.visitAs('demo', '/inbox?state=adopted&type=study')
    await page.getByRole('button', { name: '更多筛选' }).click()
    await page.getByRole('combobox', { name: '数据' }).click()
    await page.getByTitle('有数据', { exact: true }).click()
    await page.waitForURL(/figures=true/)
    const { total } = await get(context, '/api/inbox?tab=adopted&type=study&figures=true')
    await expect.poll(() => countOf(page, '已采用')).toBe(total)
    // The list of choices fades first.
    await expect.poll(() => page.locator('.ant-select-dropdown:visible').count()).toBe(0)
    expect(await findBarriers(page)).toEqual([])
    await context.close()

    for (const colorScheme of ['light', 'dark']) {
      const small = await demonstration.visitAs('demo', '/inbox', phone, { colorScheme })
      const list = small.page.getByRole('list', { name: '来稿' })
      await list.getByRole('listitem').first().waitFor()
      await takePicture(small.page, `inbox-phone-${colorScheme}`)
      expect([await overflow(small.page), await findBarriers(small.page)]).toEqual([0, []])
      await list.getByRole('listitem').first().getByRole('button').click()
      await small.page.getByRole('heading', { level: 2 }).waitFor()
      await takePicture(small.page, `inbox-phone-report-${colorScheme}`)
      expect([await overflow(small.page), await findBarriers(small.page)]).toEqual([0, []])
      await small.page.getByRole('button', { name: /返回来稿/ }).click()
      await list.getByRole('listitem').first().waitFor()
      expect(small.errors).toEqual([])
      await small.context.close()
    }
    expect(errors).toEqual([])
  })
})
