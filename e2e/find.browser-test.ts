/** A clerk who must answer the leader in a minute: search, open, go back, count, export. */
import { readFileSync } from 'node:fs'
import ExcelJs from 'exceljs'
import type { BrowserContext, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { findBarriers } from './axe.ts'
import { openDemonstration } from './demonstration.ts'
import { takePicture } from './pictures.ts'
import { desktop, overflow, phone } from './visit.ts'

const demonstration = openDemonstration(17_340)

const open = (path: string, viewport = desktop, more: object = {}) =>
  demonstration.visitDesk(path, viewport, more)

const get = async (context: BrowserContext, path: string) =>
  (await context.request.get(`${demonstration.url}${path}`)).json()
const field = (page: Page) => page.getByRole('combobox', { name: '检索全部文章' })
const hits = (page: Page) => page.getByRole('list', { name: '检索结果' }).getByRole('listitem')
const found = async (page: Page): Promise<number> =>
  Number(
    /找到 ([\d,]+)/.exec((await page.getByText(/找到 [\d,]+/).textContent()) ?? '')?.[1]?.replace(',', ''),
  )
/** `1,234 条活动 · …` under the title of the list of events. */
const eventsSaid = async (page: Page): Promise<number> => {
  const note = await page.getByText(/^[\d,]+ 条活动 ·/).textContent()
  return Number(/^[\d,]+/.exec(note ?? '')?.[0]?.replace(',', ''))
}

describe('search', () => {
  it('finds, opens with the words lit, and finds the place again on the way back', async () => {
    const { context, page, errors } = await open('/search')
    await field(page).fill('科普')
    await field(page).press('Enter')
    await page.waitForURL(/q=/)
    await hits(page).nth(12).waitFor()
    const { total } = await get(context, '/api/search?q=科普')
    await expect.poll(() => found(page)).toBe(total)
    const link = hits(page).nth(12).getByRole('link').first()
    const headline = await link.textContent()
    await link.scrollIntoViewIfNeeded()
    const before = await page.evaluate(() => scrollY)
    expect(before).toBeGreaterThan(0)
    await link.click()
    await page.getByText(/“科普”标出 \d+ 处/).waitFor()
    expect(await page.locator('mark').first().textContent()).toBe('科普')
    await page.keyboard.press('n')
    await page.getByText(/“科普”第 1 \/ \d+ 处/).waitFor()
    await takePicture(page, 'find-article')
    expect(await findBarriers(page)).toEqual([])
    await page.goBack()
    await hits(page).nth(12).waitFor()
    expect(await hits(page).nth(12).getByRole('link').first().textContent()).toBe(headline)
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(before)
    expect(await field(page).inputValue()).toBe('科普')
    expect(errors).toEqual([])
    await context.close()
  })

  it('on a slow line says that it searches, and never shows the old number below new words', async () => {
    const { context, page, errors } = await open('/search')
    await hits(page).first().waitFor()
    const release = Promise.withResolvers<void>()
    await page.route('**/api/search?*', async route => {
      await release.promise
      await route.continue()
    })
    await field(page).fill('党史')
    await field(page).press('Enter')
    await page.getByText('正在检索…').waitFor()
    await page.getByRole('progressbar', { name: '正在载入' }).waitFor()
    expect(await page.getByText(/找到 [\d,]+/).count()).toBe(0)
    release.resolve()
    const { total } = await get(context, '/api/search?q=党史')
    await expect.poll(() => found(page)).toBe(total)
    await page.getByRole('progressbar').waitFor({ state: 'detached' })
    expect(errors).toEqual([])
    await context.close()
  })

  it('suggests while somebody types, and is walked with the keyboard', async () => {
    const { context, page, errors } = await open('/search')
    await hits(page).first().waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('孟津')
    await page.getByRole('option').first().waitFor()
    await takePicture(page, 'find-suggestions')
    expect(await findBarriers(page)).toEqual([])
    const unit = (await page.getByRole('option').first().textContent())?.replace('单位', '')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.waitForURL(address => address.searchParams.get('unit') === unit)
    await expect
      .poll(() => found(page))
      .toBe((await get(context, `/api/search?unit=${encodeURIComponent(unit!)}`)).total)
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/articles\//)
    expect(errors).toEqual([])
    await context.close()
  })

  it('a click on a bar is that range in the address, and as many articles as the bar says', async () => {
    const { context, page } = await open('/search?q=科普')
    await page.getByRole('button', { name: '表', exact: true }).click()
    const newest = page.getByRole('region', { name: '按时间（表）' }).getByRole('row').nth(1)
    const count = Number(await newest.getByRole('link').textContent())
    await page.getByRole('button', { name: '图', exact: true }).click()
    const chart = page.getByRole('img', { name: /^按时间/ })
    // The bars are the only filled shapes in the colour of units; the last of them is the newest.
    await chart.locator('path[fill="#1b5fa6"]').last().click()
    await page.waitForURL(/from=\d{4}-\d\d-01&to=/)
    await expect.poll(() => found(page)).toBe(count)
    await page.goBack()
    await expect.poll(() => found(page)).toBeGreaterThan(count)
    await context.close()
  })

  it('the menu says where one is, also behind its pages; the table is found again on the way back', async () => {
    const { context, page } = await open('/timeline')
    const menu = page.getByRole('navigation', { name: '主菜单' })
    await page.getByRole('button', { name: '表', exact: true }).first().click()
    const table = page.getByRole('region', { name: /（表）$/ }).first()
    await table.getByRole('link').first().click()
    await page.waitForURL(/\/events/)
    expect(await menu.getByRole('link', { name: '大事记' }).getAttribute('data-within')).toBe('true')
    await page.goBack()
    await table.waitFor()
    await page.setViewportSize(phone)
    const more = menu.getByRole('button', { name: '更多' })
    await expect.poll(() => more.getAttribute('data-within')).toBe('true')
    await context.close()
  })

  it('exports exactly what is shown', async () => {
    const { context, page } = await open('/search?q=洛阳科协')
    await hits(page).first().waitFor()
    await page.getByText(/另检索了 .*洛阳市科协/).waitFor()
    const shown = await page.getByRole('list', { name: '检索结果' }).getByRole('heading').allTextContents()
    expect(shown.length).toBe(await found(page))
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: '导出 Excel' }).click()
    const file = await (await download).path()
    const book = new ExcelJs.Workbook()
    await book.xlsx.load(readFileSync(file) as unknown as ArrayBuffer)
    const sheet = book.worksheets[0]!
    const headlines = sheet.getColumn(5).values.slice(2)
    expect(headlines).toEqual(shown)
    const address = String(sheet.getCell('I2').value)
    await page.goto(address)
    const title = page.getByRole('main').getByRole('heading', { level: 1 })
    await expect.poll(() => title.textContent()).toContain(shown[0]!.slice(0, 20))
    await context.close()
  })

  it('leads from an article and from its events to their places in the original', async () => {
    const { context, page, errors } = await open('/search?q=科普')
    await hits(page).first().getByRole('link').first().click()
    const headline = await page.getByRole('region', { name: '正文' }).getByRole('heading').textContent()
    const sentence = await page
      .getByRole('region', { name: /^活动/ })
      .getByRole('article')
      .first()
      .textContent()
    await page.getByRole('link', { name: '看原稿' }).click()
    const lit = page.locator('[aria-label^="原文"] [data-lit]')
    const plain = (text: string | null) => (text ?? '').replace(/\s/g, '')
    await expect.poll(async () => plain((await lit.allTextContents()).join(''))).toBe(plain(headline))
    await takePicture(page, 'find-original')
    await page.goBack()
    await page.getByRole('link', { name: '原文', exact: true }).first().click()
    await expect.poll(() => lit.count()).toBeGreaterThan(0)
    expect(plain(sentence)).toContain(plain((await lit.allTextContents()).join('')).slice(0, 20))
    expect(errors).toEqual([])
    await context.close()
  })

  it('says what to try when nothing was found', async () => {
    const { context, page } = await open('/search?q=查无此词此句&type=training')
    await page.getByText('没有找到').waitFor()
    await page.getByRole('link', { name: '只看条件，不限词语' }).click()
    await hits(page).first().waitFor()
    expect(new URL(page.url()).search).toBe('?type=training')
    await context.close()
  })
})

describe('timeline, units and figures', () => {
  it('every number opens as many events as it says', async () => {
    const { context, page, errors } = await open('/timeline')
    await page.getByRole('button', { name: '表', exact: true }).first().click()
    const table = page.getByRole('region', { name: '活动按时间、类型（表）' })
    const numbers = await table.getByRole('link').count()
    expect(numbers).toBeGreaterThan(10)
    await takePicture(page, 'find-timeline')
    for (const at of [0, 1, 2, numbers - 1]) {
      const number = table.getByRole('link').nth(at)
      const count = Number((await number.textContent())?.replace(',', ''))
      await number.click()
      await page.getByRole('heading', { name: '活动清单' }).waitFor()
      expect(await eventsSaid(page)).toBe(count)
      const rows = page.getByRole('list', { name: '活动清单' }).locator(':scope > li')
      await expect.poll(() => rows.count()).toBe(Math.min(count, 20))
      await page.goBack()
      await page.getByRole('button', { name: '表', exact: true }).first().click()
    }
    const matrix = page.getByRole('region', { name: '单位与时间（表）' })
    const cell = matrix.locator('td[data-heat] a').first()
    const count = Number(await cell.textContent())
    await cell.click()
    await page.getByRole('heading', { name: '活动清单' }).waitFor()
    expect(await eventsSaid(page)).toBe(count)
    expect(await findBarriers(page)).toEqual([])
    expect(errors).toEqual([])
    await context.close()
  })

  it('shows all a unit ever did, each number with its list', async () => {
    const { context, page, errors } = await open('/archive-units')
    await page.getByRole('searchbox', { name: '按名称、简称查找单位' }).fill('洛阳科协')
    await page.getByRole('link', { name: '洛阳市科协', exact: true }).first().click()
    await page.getByRole('heading', { name: '洛阳市科协', level: 1 }).waitFor()
    await page.getByRole('img', { name: /活动按时间/ }).waitFor()
    const partners = page.getByRole('region', { name: '共同参与的单位' })
    await partners.getByRole('link').first().waitFor()
    await takePicture(page, 'find-unit')
    expect(await findBarriers(page)).toEqual([])
    for (const link of [
      page.getByRole('link', { name: /^含下级 \d+ 条活动/ }),
      page.getByRole('link', { name: /^本单位 \d+ 条活动/ }),
      partners.getByRole('link').first(),
      page.getByRole('region', { name: '按类型' }).getByRole('link').first(),
    ]) {
      const count = Number(/(\d+)\D*$/.exec((await link.textContent()) ?? '')?.[1])
      await link.click()
      await page.getByRole('heading', { name: '活动清单' }).waitFor()
      expect(await eventsSaid(page)).toBe(count)
      await page.goBack()
      await page.getByRole('heading', { name: '洛阳市科协', level: 1 }).waitFor()
    }
    expect(errors).toEqual([])
    await context.close()
  })

  it('marks every figure in the sentence it was read from', async () => {
    const { context, page } = await open('/figures?measure=people')
    const { total, rows } = await get(context, '/api/figures?measure=people')
    await page.getByRole('table').waitFor()
    expect(await page.locator('[aria-current=true]').textContent()).toBe(`人数 ${total}`)
    expect(await page.getByRole('table').locator('mark').allTextContents()).toEqual(
      rows.map((row: { surface: string }) => row.surface),
    )
    await context.close()
  })
})

describe('on a phone and in the dark', () => {
  const pages = [
    '/search?q=科普',
    '/timeline',
    '/events',
    '/archive-units',
    '/archive-units/洛阳市科协',
    '/figures',
  ]

  it.each(['light', 'dark'] as const)('fits and is clean: %s', async colorScheme => {
    const more = { hasTouch: true, isMobile: true, colorScheme }
    const { context, page, errors } = await open('/search', phone, more)
    const { rows } = await get(context, '/api/search?q=科普')
    for (const path of [...pages, `/articles/${rows[0].articleId}?q=科普`]) {
      await page.goto(`${demonstration.url}/desk${path}`)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await expect.poll(() => page.locator('[aria-busy=true]').count()).toBe(0)
      expect([path, await overflow(page)]).toEqual([path, 0])
      expect([path, await findBarriers(page)]).toEqual([path, []])
      await takePicture(page, `find-phone-${colorScheme}-${path.split(/[/?]/)[1]}`)
    }
    await page.goto(`${demonstration.url}/desk/search?q=科普`)
    await page.getByRole('button', { name: '筛选' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '近五年' }).click()
    await takePicture(page, 'find-bar')
    await page.waitForURL(/from=/)
    expect(await findBarriers(page)).toEqual([])
    await page.getByRole('button', { name: '查看结果' }).click()
    expect(errors).toEqual([])
    await context.close()
  })
})
