/** Visitors: from the first page to an article, a search and a case; on a desk and a phone, in both lights, in large type. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { findBarriers } from './axe.ts'
import { openDemonstration } from './demonstration.ts'
import { takePicture } from './pictures.ts'
import { desktop, overflow, phone } from './visit.ts'

const demonstration = openDemonstration(17341)

type Place = readonly [name: string, open: (page: Page) => Promise<void>]
const go = (path: string) => (page: Page) => page.goto(demonstration.url + path).then(() => undefined)
const follow = (from: string, link: RegExp) => async (page: Page) => {
  await page.goto(demonstration.url + from)
  await page.getByRole('link', { name: link }).first().click()
  await page.getByRole('heading', { level: 1 }).waitFor()
}
const article = async (page: Page) => {
  await follow('/', /阅读全文/)(page)
  await page.getByRole('navigation', { name: '本期目录' }).getByRole('link').first().click()
  await page.getByText('引用本文').waitFor()
}

const places: readonly Place[] = [
  ['home', go('/')],
  ['issues', go('/issues')],
  ['issue', follow('/', /阅读全文/)],
  ['article', article],
  ['search-empty', go('/search')],
  ['search', go(`/search?q=${encodeURIComponent('科普 大篷车')}`)],
  ['search-none', go(`/search?q=${encodeURIComponent('没有这样的词语')}`)],
  ['cases', go('/cases')],
  ['case', follow('/cases', /一部热线把农技专家接到地头/)],
  ['missing', go('/issues/00000000-0000-4000-8000-000000000000')],
]

const looks = [
  ['desktop', desktop, {}],
  ['phone', phone, {}],
  ['dark', desktop, { colorScheme: 'dark' }],
  ['phone-dark', phone, { colorScheme: 'dark' }],
] as const

test.each(looks)(
  'every page, %s: nothing stands in the way, nothing runs out of the window',
  async (look, viewport, more) => {
    const { context, page, errors } = await demonstration.openWindow(viewport, {
      ...more,
      javaScriptEnabled: true,
    })
    for (const [name, open] of places) {
      await open(page)
      expect([name, await findBarriers(page)]).toEqual([name, []])
      expect([name, (await overflow(page)) <= 0]).toEqual([name, true])
      await takePicture(page, `public-${name}-${look}`)
    }
    // Only what is missing on purpose.
    expect(errors.filter(error => !/404/.test(error))).toEqual([])
    await context.close()
  },
)

test.each([
  ['desktop', desktop],
  ['phone', phone],
] as const)('large type, %s: the same', async (look, viewport) => {
  const { context, page } = await demonstration.openWindow(viewport)
  await page.goto(demonstration.url)
  await page.getByRole('link', { name: '长辈版' }).click()
  for (const [name, open] of places) {
    await open(page)
    expect(await page.evaluate(() => document.documentElement.className)).toBe('type-large')
    expect([name, await findBarriers(page)]).toEqual([name, []])
    expect([name, (await overflow(page)) <= 0]).toEqual([name, true])
    await takePicture(page, `public-${name}-large-${look}`)
  }
  await context.close()
})

test('without script a visitor comes from the search to an article, on to the next, and to the whole issue', async () => {
  const { context, page } = await demonstration.openWindow(phone, { javaScriptEnabled: false })
  await page.goto(demonstration.url)
  await page.getByRole('searchbox').fill('科技110')
  await page.getByRole('button', { name: '检索' }).click()
  await page.getByRole('link', { name: /让农户少跑腿/ }).click()
  await page.getByRole('heading', { level: 1, name: /让农户少跑腿/ }).waitFor()
  await page.getByText('引用本文').waitFor()
  await page
    .getByRole('navigation', { name: '本期的上一篇和下一篇' })
    .getByRole('link', { name: /下一篇/ })
    .click()
  await page.getByRole('heading', { level: 1, name: /送技上门/ }).waitFor()
  await page
    .getByRole('navigation', { name: '所在位置' })
    .getByRole('link', { name: /第.*期/ })
    .click()
  await page.getByRole('navigation', { name: '本期目录' }).waitFor()
  await page
    .getByRole('link', { name: /上一期/ })
    .or(page.getByRole('link', { name: 'PDF' }))
    .first()
    .waitFor()
  await context.close()
})

test('printed, a page is its text and the line to cite it by', async () => {
  const { context, page } = await demonstration.openWindow(desktop)
  await article(page)
  await page.emulateMedia({ media: 'print' })
  for (const name of ['主导航', '所在位置', '本期的上一篇和下一篇'])
    expect(await page.getByRole('navigation', { name }).isVisible()).toBe(false)
  expect(await page.getByText('引用本文').isVisible()).toBe(true)
  expect(await page.getByRole('contentinfo').isVisible()).toBe(false)
  await takePicture(page, 'public-article-print')
  await context.close()
})

test('nothing is asked of anybody else', async () => {
  const { context, page } = await demonstration.openWindow(desktop)
  const hosts = new Set<string>()
  page.on('request', request => hosts.add(new URL(request.url()).host))
  for (const [, open] of places) await open(page)
  expect([...hosts]).toEqual([new URL(demonstration.url).host])
  await context.close()
})
