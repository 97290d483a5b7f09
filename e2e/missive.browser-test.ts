/** 督办单: two red items become a notice, the signatory signs on a phone, the county acknowledges and answers, the issuer sees it. */
import type { MissivePage } from '@jianbao/circular/contract'
import type { ItemPage } from '@jianbao/ledger/contract'
import { expect, it } from 'vitest'
import { findBarriers } from './axe.ts'
import { openDemonstration } from './demonstration.ts'
import { takePicture } from './pictures.ts'
import { overflow, phone } from './visit.ts'

const { visitAs, get } = openDemonstration(17_480)
const touch = { isMobile: true, hasTouch: true }

it('a supervision notice goes from red items to an answer', { timeout: 240_000 }, async () => {
  const office = await visitAs('gongzuozu', '/missives')
  const { page, context } = office
  await page.getByRole('heading', { name: '督办公文', level: 1 }).waitFor()
  await page.getByRole('table', { name: '督办公文列表' }).waitFor()
  expect(await findBarriers(page)).toEqual([])
  await takePicture(page, 'missive-list')

  const { items: unitItems, unitName } = await twoRedItems()
  async function twoRedItems() {
    const county = await visitAs('xinxiyuan')
    const [{ unitId }] = (await get(county.context, '/api/session')).user.posts
    await county.context.close()
    const red: ItemPage = await get(context, `/api/ledger-items?unit=${unitId}&group=overdue`)
    const items = red.rows.slice(0, 2)
    expect(items).toHaveLength(2)
    return { items, unitName: items[0]!.unitName }
  }

  await page.goto(page.url().replace(/\/missives.*/, `/ledgers?unit=${unitItems[0]!.unitId}&group=overdue`))
  for (const { title: each } of unitItems)
    await page.getByRole('checkbox', { name: `选择“${each}”（${unitName}）` }).check()
  await page.getByRole('button', { name: '发公文' }).click()
  await page.getByRole('menuitem', { name: '发督办单' }).click()
  await page.getByText('1 个单位、2 个事项，起草 1 份').waitFor()
  await page.getByRole('textbox', { name: '依据' }).fill('《学习教育督查督办办法》')
  expect(await findBarriers(page)).toEqual([])
  await takePicture(page, 'missive-new')
  await page.getByRole('button', { name: '起草', exact: true }).click()
  await page.waitForURL(/\/missives\/[0-9a-f-]{36}$/)
  const id = page.url().split('/').pop()!
  await page.getByRole('img', { name: '第 1 页' }).waitFor()
  const title = '关于限期办理两项工作的督办单'
  await page.getByRole('textbox', { name: '标题' }).fill(title)
  await page.getByText('有改动没有保存').waitFor()
  expect(await findBarriers(page)).toEqual([])
  await takePicture(page, 'missive-draft')
  await page.getByRole('button', { name: '送签', exact: true }).click()
  await page.getByText('等签发人签发').waitFor()
  await page.getByRole('heading', { name: title, level: 1 }).waitFor()

  const signer = await visitAs('qianfa', `/missives/${id}`, phone, touch)
  await signer.page.getByRole('img', { name: '第 1 页' }).waitFor()
  expect(await overflow(signer.page)).toBe(0)
  expect(await findBarriers(signer.page)).toEqual([])
  await takePicture(signer.page, 'missive-sign-phone')
  await signer.page.getByRole('button', { name: '签发', exact: true }).click()
  const sign = signer.page.getByRole('dialog', { name: '签发这份公文' })
  await sign.getByText(unitName).waitFor()
  await takePicture(signer.page, 'missive-sign-dialog')
  await sign.getByRole('button', { name: '签发', exact: true }).click()
  await signer.page.getByRole('heading', { name: '送达和回复' }).waitFor({ timeout: 60_000 })
  expect(signer.errors).toEqual([])

  const county = await visitAs('xinxiyuan', `/received?document=${id}`, phone, touch)
  await county.page.waitForURL(/\/received\/[0-9a-f-]{36}$/)
  await county.page.getByRole('textbox', { name: '办理情况' }).waitFor()
  expect(await overflow(county.page)).toBe(0)
  expect(await findBarriers(county.page)).toEqual([])
  await takePicture(county.page, 'missive-received-phone')
  await county.page.getByRole('button', { name: '签收', exact: true }).click()
  await county.page.getByText(/已于 .+ 代.+签收/).waitFor()
  await county.page.getByRole('textbox', { name: '办理情况' }).fill('已完成一项，另一项月底前办结。')
  await county.page.getByRole('button', { name: '回复', exact: true }).click()
  await county.page.getByText(/ 回复$/).waitFor()
  await takePicture(county.page, 'missive-replied-phone')
  expect(county.errors).toEqual([])

  await page.goto(page.url().replace(/\/missives\/.*/, `/missives/${id}?tab=answered`))
  await page.getByText('已完成一项，另一项月底前办结。').waitFor()
  expect(await findBarriers(page)).toEqual([])
  await takePicture(page, 'missive-answered')
  const listed: MissivePage = await get(context, `/api/missives?item=${unitItems[0]!.id}`)
  expect(listed.rows.find(row => row.id === id)).toMatchObject({ acknowledged: 1, replied: 1, overdue: 0 })
  await page.goto(page.url().replace(/\/missives\/.*/, `/ledger-items/${unitItems[0]!.id}`))
  await page.getByRole('region', { name: '有关公文' }).getByRole('link', { name: title }).waitFor()
  await page
    .getByRole('region', { name: '办理过程' })
    .getByText(/发出督办单/)
    .waitFor()
  expect(await findBarriers(page)).toEqual([])
  await page.getByRole('region', { name: '有关公文' }).getByRole('button', { name: '发公文' }).click()
  await page.getByRole('menuitem', { name: '发提醒函' }).click()
  await page.getByText('1 个单位、1 个事项，起草 1 份').waitFor()
  expect(office.errors).toEqual([])
})

it('a circular shows who is behind, and its figures open their lists', { timeout: 240_000 }, async () => {
  const { page, context, errors } = await visitAs('gongzuozu', '/missives?kind=circular')
  await page.getByRole('table', { name: '督办公文列表' }).waitFor()
  const [row] = ((await get(context, '/api/missives?kind=circular')) as MissivePage).rows
  await page.getByRole('link', { name: row!.title }).click()
  const total = page.getByRole('link', { name: /看合计的逾期事项/ })
  await total.waitFor()
  const paper = page.frameLocator('iframe[title="公文版式"]')
  await paper.getByRole('heading', { name: row!.title }).waitFor()
  expect(await findBarriers(page)).toEqual([])
  await takePicture(page, 'missive-circular')
  const count = Number(await total.textContent())
  await total.click()
  await page.waitForURL(/\/ledgers\?/)
  await page.getByText(`共 ${count} 条`, { exact: true }).waitFor()

  // From the red tab: all of the ledger is told of, the overdue are named.
  await page.goto(page.url().replace(/\/ledgers.*/, '/ledgers?kind=work&group=overdue'))
  await page.getByRole('link', { name: '发通报', exact: true }).click()
  const named = page.getByText(/点名 \d+ 个逾期事项/)
  await named.waitFor()
  const overdue: ItemPage = await get(context, '/api/ledger-items?kind=work&group=overdue')
  expect(await named.textContent()).toContain(`点名 ${overdue.total} 个逾期事项`)
  expect(errors).toEqual([])
})
