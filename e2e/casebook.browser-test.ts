/** The case library: an editor marks a report, words it, opens it to everybody; a reporter finds it. */
import { expect, test } from 'vitest'
import { findBarriers } from './axe.ts'
import { openDemonstration } from './demonstration.ts'
import { takePicture } from './pictures.ts'
import { desktop, overflow, phone } from './visit.ts'

const demonstration = openDemonstration(17342)

test('a report becomes a case, is approved and published, and stands on the public site', async () => {
  const { context, page, errors } = await demonstration.visitDesk('/cases')
  await page.getByRole('link', { name: '收录案例' }).click()
  await page
    .getByRole('list', { name: '可收录的材料' })
    .getByRole('button', { name: /^选用/ })
    .first()
    .click()
  await page.getByRole('heading', { name: '来源' }).waitFor()
  const title = '把讲座搬到集市上'
  await page.getByLabel('案例标题').fill(title)
  await page.getByLabel('标签').fill('集市科普')
  await page.getByLabel('标签').press('Enter')
  await page
    .getByRole('button', { name: '收 录' })
    .or(page.getByRole('button', { name: '收录', exact: true }))
    .click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  expect(page.url()).toMatch(/\/desk\/cases\/[0-9a-f-]{36}$/)

  // Without words it is not approved, and says so.
  await page.getByRole('button', { name: /认\s?定/ }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /认\s?定/ })
    .click()
  await page
    .getByText(/还没有写“为何可行”或“怎么复制”/)
    .first()
    .waitFor()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /取\s?消/ })
    .click()

  await page.getByLabel('为何可行').fill('集市上人多，赶集的人顺路就听了。')
  await page.getByLabel('怎么复制').fill('先问清赶集的日子，再备一张桌子和一块展板。')
  await page.getByRole('button', { name: /保\s?存/ }).click()
  await page.getByText('已保存').waitFor()
  for (const [deed, done] of [
    ['认定', '已认定'],
    ['公开', '已公开'],
  ] as const) {
    const name = new RegExp(`^${[...deed].join('\\s?')}$`)
    await page.getByRole('region', { name: '办理' }).getByRole('button', { name }).click()
    await page.getByRole('dialog').getByRole('button', { name }).click()
    await page.getByRole('region', { name: '办理' }).getByText(done, { exact: true }).waitFor()
  }
  await page.getByRole('region', { name: '办理记录' }).getByText(/公开/).waitFor()
  expect(await findBarriers(page)).toEqual([])
  await takePicture(page, 'casebook-case')
  const address = await page.getByRole('link', { name: '查看公开页' }).getAttribute('href')
  expect(errors.filter(error => !/422/.test(error))).toEqual([])
  await context.close()

  const visitor = await demonstration.openWindow(phone)
  await visitor.page.goto(demonstration.url + address)
  await visitor.page.getByRole('heading', { level: 1, name: title }).waitFor()
  await visitor.page.getByText('再备一张桌子和一块展板').waitFor()
  await visitor.context.close()

  const reporter = await demonstration.visitAs('xinxiyuan', `/cases?q=${encodeURIComponent('赶集')}`)
  await reporter.page.getByRole('link', { name: title }).click()
  await reporter.page.getByRole('heading', { name: '怎么复制' }).waitFor()
  expect(await reporter.page.getByRole('button', { name: /保\s?存/ }).count()).toBe(0)
  expect(
    await reporter.page.getByRole('region', { name: '办理', exact: true }).getByRole('button').count(),
  ).toBe(0)
  await takePicture(reporter.page, 'casebook-case-reader')
  await reporter.context.close()
})

test('a page of an article and of a report lead to marking it, for who keeps cases alone', async () => {
  const { context, page } = await demonstration.visitDesk(`/search?q=${encodeURIComponent('科普邮差')}`)
  await page
    .getByRole('link', { name: /科普邮差/ })
    .first()
    .click()
  await page.getByRole('link', { name: '收录为典型案例' }).click()
  await page.getByRole('link', { name: '已收录，查看案例' }).waitFor()
  await takePicture(page, 'casebook-new')
  await context.close()
  const reporter = await demonstration.visitAs('xinxiyuan', '/reports')
  await reporter.page.getByRole('table').getByRole('link').first().click()
  await reporter.page.getByRole('heading', { level: 1 }).waitFor()
  await reporter.page
    .getByRole('heading', { name: '基本情况' })
    .or(reporter.page.getByRole('complementary'))
    .first()
    .waitFor()
  expect(await reporter.page.getByRole('link', { name: '收录为典型案例' }).count()).toBe(0)
  await reporter.context.close()
})

test.each([
  ['desktop', desktop, {}],
  ['phone', phone, {}],
  ['dark', desktop, { colorScheme: 'dark' }],
] as const)(
  'the pages, %s: nothing stands in the way, nothing runs out of the window',
  async (look, viewport, more) => {
    const { context, page, errors } = await demonstration.visitDesk('/cases', viewport, more)
    const rest = async (name: string) => {
      expect([name, await findBarriers(page)]).toEqual([name, []])
      expect([name, (await overflow(page)) <= 0]).toEqual([name, true])
      await takePicture(page, `casebook-${name}-${look}`)
    }
    await page.getByRole('link', { name: '闲置院坝改成“院坝科普角”' }).waitFor()
    await rest('list')
    await page.goto(`${demonstration.url}/desk/cases?q=${encodeURIComponent('没有这样的词')}`)
    await page.getByText('没有符合条件的案例').waitFor()
    await rest('none')
    await page.goto(`${demonstration.url}/desk/cases/new`)
    await page.getByRole('button', { name: /^选用/ }).first().waitFor()
    await rest('picker')
    await page.getByRole('button', { name: /^选用/ }).first().click()
    await page.getByLabel('案例标题').waitFor()
    await rest('new')
    await page.goto(`${demonstration.url}/desk/cases?state=draft`)
    await page.getByRole('link', { name: /田头微党课/ }).click()
    await page.getByLabel('为何可行').waitFor()
    await rest('draft')
    await page.goto(`${demonstration.url}/desk/cases/00000000-0000-4000-8000-000000000000`)
    await page.getByText('没有找到这个案例').waitFor()
    await rest('missing')
    expect(errors.filter(error => !/404/.test(error))).toEqual([])
    await context.close()
  },
)
