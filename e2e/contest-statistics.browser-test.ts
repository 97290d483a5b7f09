/** The numbers of a contest: statistics with its lists, review of flagged attempts, the live screen, the public pages. */
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { findBarriers } from './axe.ts'
import { openDemonstration } from './demonstration.ts'
import { takePicture } from './pictures.ts'
import { desktop, overflow, phone } from './visit.ts'

const demonstration = openDemonstration(17730)
const wall = { width: 1920, height: 1080 }
const slug = 'suzhi'

type Visited = Awaited<ReturnType<typeof demonstration.visitDesk>>
const idOf = async ({ context }: Pick<Visited, 'context'>): Promise<string> => {
  const { rows } = (await demonstration.get(context, '/api/contests')) as {
    rows: { id: string; slug: string }[]
  }
  return rows.find(row => row.slug === slug)!.id
}
const rest = async (page: Page, name: string) => {
  expect([name, await findBarriers(page)]).toEqual([name, []])
  expect([name, (await overflow(page)) <= 0]).toEqual([name, true])
  await takePicture(page, `contest-${name}`)
}
/** A number as it is printed, `12,345`. */
const numberOf = (text: string | null): number => Number((text ?? '').replace(/[^\d.]/g, ''))

test('a number opens as many as it says, down to one unit, and is kept for the bulletin', async () => {
  const visit = await demonstration.visitDesk('/')
  const { page, context, errors } = visit
  const id = await idOf(visit)
  await page.goto(`${demonstration.url}/desk/contests/${id}/statistics?view=units`)
  const table = page.getByRole('table', { name: '单位数据' })
  await table.getByRole('row').nth(1).waitFor()
  await table.getByRole('row').nth(1).getByRole('button').first().click()
  await page.getByRole('heading', { level: 2, name: /的各单位$/ }).waitFor()
  const row = page.getByRole('table', { name: '单位数据' }).getByRole('row').nth(1)
  const link = row.getByRole('link').first()
  const people = numberOf(await link.textContent())
  expect(people).toBeGreaterThan(0)
  await link.click()
  await page.getByRole('heading', { level: 1, name: /^参与者：/ }).waitFor()
  await page.getByText(`共 ${people.toLocaleString('en-US')} 人`).waitFor()

  await page.goto(`${demonstration.url}/desk/contests/${id}/statistics`)
  await page.getByRole('button', { name: '写入简报' }).click()
  const dialog = page.getByRole('dialog')
  const sentence = await dialog.getByRole('blockquote').textContent()
  expect(sentence).toMatch(/共有 \d+ 人参加，答题 \d+ 人次/)
  await dialog.getByRole('link', { name: '打开快照' }).click()
  await page.getByRole('heading', { level: 1, name: '竞赛数据快照' }).waitFor()
  await page.getByText(sentence ?? '').waitFor()
  await rest(page, 'figure')
  expect(errors).toEqual([])
  await context.close()
})

test('people expected are pasted; a wrong line writes nothing and says what was meant', async () => {
  const visit = await demonstration.visitDesk('/')
  const { page, context } = visit
  const id = await idOf(visit)
  await page.goto(`${demonstration.url}/desk/contests/${id}/statistics?view=units`)
  await page.getByRole('button', { name: '填写应参加人数' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('单位与人数').fill('洛阳市科协\t9000\n孟津区科学\t300')
  await dialog.getByRole('button', { name: '保存' }).click()
  await dialog.getByText(/第 2 行“孟津区科学”不是参赛单位/).waitFor()
  await takePicture(page, 'contest-expected')
  await dialog.getByLabel('单位与人数').fill('洛阳市科协\t9000\n孟津区科协\t300')
  await dialog.getByRole('button', { name: '保存' }).click()
  await page.getByText('已更新 2 个单位的应参加人数').waitFor()
  await page.goto(
    `${demonstration.url}/desk/contests/${id}/statistics?view=units&by=unit&q=${encodeURIComponent('孟津')}`,
  )
  await page
    .getByRole('table', { name: '单位数据' })
    .getByRole('cell', { name: '300', exact: true })
    .waitFor()
  await context.close()
})

test('flagged attempts are voided with a reason and found valid again', async () => {
  const visit = await demonstration.visitDesk('/')
  const { page, context } = visit
  const id = await idOf(visit)
  await page.goto(`${demonstration.url}/desk/contests/${id}/review`)
  await page.getByRole('checkbox', { name: '选择这份答卷' }).first().check()
  await page.getByText('已选 1 份').waitFor()
  await page.getByRole('button', { name: '作废', exact: true }).last().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('理由').fill('每题用时一样，不像人答的')
  await dialog.getByRole('button', { name: '作废' }).click()
  await page.getByText('已处理 1 份').waitFor()
  await page.getByRole('button', { name: /^作废 1$/ }).click()
  await page.getByText('每题用时一样，不像人答的').waitFor()
  await context.close()
})

test('the screen keeps its last picture when the line breaks, says so, and goes on by itself', async () => {
  const visit = await demonstration.visitDesk('/', wall)
  const { page, context } = visit
  const id = await idOf(visit)
  await page.goto(`${demonstration.url}/desk/contests/${id}/screen`)
  await page.getByText(/更新$/).waitFor()
  const shown = await page.getByRole('main').last().locator('dd').first().textContent()
  await context.setOffline(true)
  await page.getByText(/连接中断，显示的是/).waitFor()
  expect(await page.getByRole('main').last().locator('dd').first().textContent()).toBe(shown)
  await takePicture(page, 'contest-screen-broken')
  await context.setOffline(false)
  await page.getByText(/更新$/).waitFor()
  await context.close()
})

test.each([
  ['desktop', desktop, {}],
  ['phone', phone, {}],
  ['dark', desktop, { colorScheme: 'dark' }],
  ['dark-phone', phone, { colorScheme: 'dark' }],
] as const)('the pages of numbers, %s: nothing stands in the way', async (look, viewport, more) => {
  const visit = await demonstration.visitDesk('/', viewport, more)
  const { page, context, errors } = visit
  const id = await idOf(visit)
  const go = (path: string) => page.goto(`${demonstration.url}/desk/contests/${id}${path}`)
  await go('/statistics')
  await page.getByRole('img', { name: /人数、人次按时间/ }).waitFor()
  await rest(page, `overview-${look}`)
  await page.getByText('表', { exact: true }).click()
  await page.getByRole('region', { name: '各时段数据' }).waitFor()
  await rest(page, `series-${look}`)
  await go('/statistics?view=units')
  await page.getByText('合计：').waitFor()
  await rest(page, `units-${look}`)
  await go('/statistics?view=questions&sort=rate')
  await page.getByText('在题库中查看').or(page.getByText('第 1 / ')).first().waitFor()
  await rest(page, `questions-${look}`)
  await go('/players')
  await page.getByText(/共 [\d,]+ 人/).waitFor()
  await rest(page, `players-${look}`)
  await go('/attempts')
  await page.getByRole('img', { name: /答对/ }).first().waitFor()
  await rest(page, `attempts-${look}`)
  await go('/review')
  await page.getByRole('heading', { name: '什么算异常' }).waitFor()
  await page.getByRole('img', { name: /答对/ }).first().waitFor()
  await rest(page, `review-${look}`)
  expect(errors).toEqual([])
  await context.close()
})

test.each([
  ['wall', wall, {}],
  ['desktop', desktop, { colorScheme: 'dark' }],
  ['phone', phone, { reducedMotion: 'reduce' }],
] as const)('the live screen, %s', async (look, viewport, more) => {
  const visit = await demonstration.visitDesk('/', viewport, more)
  const { page, context, errors } = visit
  const id = await idOf(visit)
  await page.goto(`${demonstration.url}/desk/contests/${id}/screen`)
  await page.getByText(/更新$/).waitFor()
  await page.getByRole('heading', { name: '各市参与' }).waitFor()
  await rest(page, `screen-${look}`)
  expect(errors).toEqual([])
  await context.close()
})

test.each([
  ['desktop', desktop, {}],
  ['dark', desktop, { colorScheme: 'dark' }],
  ['phone', phone, {}],
  ['small', { width: 320, height: 640 }, { colorScheme: 'dark' }],
] as const)('the public pages of contests, %s', async (look, viewport, more) => {
  const { page, context, errors } = await demonstration.openWindow(viewport, more)
  await page.goto(`${demonstration.url}/contests`)
  await page.getByRole('heading', { level: 1, name: '知识竞赛' }).waitFor()
  await rest(page, `public-list-${look}`)
  await page.goto(`${demonstration.url}/contests/${slug}`)
  await page.getByRole('heading', { name: '参赛规则' }).waitFor()
  await page.getByRole('link', { name: '去答题' }).waitFor()
  await rest(page, `public-contest-${look}`)
  await page.getByRole('link', { name: '排行榜', exact: true }).click()
  await page.getByRole('heading', { level: 1, name: '排行榜' }).waitFor()
  await rest(page, `public-ranking-${look}`)
  await page.getByRole('link', { name: '单位', exact: true }).click()
  await page.getByRole('columnheader', { name: '人次' }).waitFor()
  await rest(page, `public-units-${look}`)
  expect(errors).toEqual([])
  await context.close()
})
