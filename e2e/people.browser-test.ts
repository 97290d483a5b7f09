/** A person from the register to their own desk: taken in, given an account and a role, signing in, and what is not theirs. */
import type { BrowserContext, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { findBarriers } from './axe.ts'
import { openDemonstration } from './demonstration.ts'
import { takePicture } from './pictures.ts'
import { desktop, overflow, phone } from './visit.ts'

const demonstration = openDemonstration(17_350)
const { visitAs } = demonstration

const title = (page: Page, name: string) => page.getByRole('heading', { name, level: 1 })
const dialog = (page: Page) => page.getByRole('dialog')
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
/** A press at where a dialogue will be in a moment lands beside it on a slow machine: it is waited for to stand still. */
const confirm = async (page: Page, name: string) => {
  await dialog(page).waitFor()
  await stands(page)
  await dialog(page).getByRole('button', { name, exact: true }).click()
}
const get = async (context: BrowserContext, path: string) =>
  context.request.get(`${demonstration.url}${path}`)

const stands = (page: Page) =>
  page.waitForFunction(() =>
    document.getAnimations().every(({ effect, playState }) => {
      return playState !== 'running' || effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY
    }),
  )

/** Axe and the width of the page, and a picture for who wants to look. */
async function expectGood(page: Page, name: string): Promise<void> {
  // A dialogue that still fades in has the colours of both.
  await stands(page)
  await takePicture(page, name)
  expect([name, await findBarriers(page)]).toEqual([name, []])
  expect([name, await overflow(page)]).toEqual([name, 0])
}

/** Takes a person into the unit that its search finds first. */
async function takeIn(page: Page, name: string, unit: string): Promise<void> {
  await press(page, '新建人员')
  await dialog(page).getByLabel('姓名').fill(name)
  await dialog(page).getByRole('searchbox').fill(unit)
  await dialog(page)
    .getByRole('button', { name: new RegExp(`^${unit}`) })
    .first()
    .click()
  await dialog(page).getByLabel('职务').fill('宣传干事')
  await dialog(page).getByLabel('电话').fill('138 0000 9876')
  await expectGood(page, 'people-create')
  await confirm(page, '保存')
  await title(page, name).waitFor()
}

it('goes from the register to their own desk, and finds there what is theirs alone', async () => {
  // The system administrator takes somebody in and opens an account, and grants nothing.
  const keeper = await visitAs('xitong', '/people')
  await takeIn(keeper.page, '秋实', '洛阳市科协')
  expect(await keeper.page.getByRole('button', { name: '授予角色' }).count()).toBe(0)
  await press(keeper.page, '开通账号')
  expect(await dialog(keeper.page).getByLabel('用户名').inputValue()).toBe('qiushi')
  await confirm(keeper.page, '开通账号')
  const password = (await keeper.page.locator('code').textContent()) ?? ''
  expect(password).toMatch(/^([a-z0-9]{4}-){3}[a-z0-9]{4}$/)
  await expectGood(keeper.page, 'people-password')
  await confirm(keeper.page, '我已记下')
  await dialog(keeper.page).waitFor({ state: 'detached' })
  expect(await keeper.page.content(), 'shown once').not.toContain(password)
  const { pathname } = new URL(keeper.page.url())

  // The number is masked until somebody asks, which is recorded.
  await keeper.page.getByText('138****9876').waitFor()
  await press(keeper.page, '查看号码')
  await keeper.page.getByText('13800009876').waitFor()
  expect(keeper.errors).toEqual([])
  await keeper.context.close()

  // The security administrator grants a role in the unit of the person.
  const guardian = await visitAs('anquan', pathname.replace('/desk', ''))
  await press(guardian.page, '授予角色')
  await dialog(guardian.page)
    .getByRole('radio', { name: /^单位负责人/ })
    .check()
  await expectGood(guardian.page, 'people-grant')
  await confirm(guardian.page, '授予角色')
  await guardian.page.getByText('已授予：单位负责人 · 洛阳市科协').waitFor()
  await press(guardian.page, '授予角色')
  await dialog(guardian.page).waitFor()
  expect(
    await dialog(guardian.page)
      .getByRole('radio', { name: /^审计员/ })
      .count(),
    'excluded',
  ).toBe(0)
  await confirm(guardian.page, '取消')
  await expectGood(guardian.page, 'people-person')

  // The person signs in on a phone, and must first choose a password of their own.
  const own = await demonstration.openWindow(phone)
  await own.page.goto(`${demonstration.url}/desk/people`)
  await own.page.getByLabel('用户名').fill('QiuShi')
  await own.page.getByLabel('密码', { exact: true }).fill(password)
  await press(own.page, '登录')
  await own.page.getByLabel('当前密码').fill(password)
  await own.page.getByLabel('新密码', { exact: true }).fill('Autumn-Fruits-2026')
  await own.page.getByLabel('再输一遍新密码').fill('Autumn-Fruits-2026')
  await press(own.page, '保存并继续')
  await title(own.page, '人员').waitFor()

  // Their own city with all below, and nobody else's.
  const seen = await (await get(own.context, '/api/people?pageSize=100&state=all')).json()
  const units = new Set(seen.rows.map((row: { unitName: string }) => row.unitName))
  expect(units.has('洛阳市科协')).toBe(true)
  expect(
    [...units].filter(unit => !['洛阳市科协', '老城区科协', '孟津区科协'].includes(unit as string)),
  ).toEqual([])
  const theirs = await get(guardian.context, '/api/people?q=lixia')
  const other = (await theirs.json()).rows[0].id
  await own.page.goto(`${demonstration.url}/desk/people/${other}`)
  await own.page.getByText('没有找到这一项，可能已被移动，也可能不在您的权限之内。').waitFor()
  await expectGood(own.page, 'people-denied-phone')
  expect((await get(own.context, '/api/audit')).status()).toBe(404)
  await own.page.goto(`${demonstration.url}/desk/people`)
  await own.page.getByRole('link', { name: '秋实' }).waitFor()
  await expectGood(own.page, 'people-list-phone')
  // The browser itself reports the answers that were refused.
  expect(own.errors.filter(error => !error.includes('404'))).toEqual([])

  // Withdrawn, the role is gone with the next request; sessions are seen and ended.
  await guardian.page.reload()
  await guardian.page.getByRole('heading', { name: '登录会话' }).waitFor()
  await guardian.page.getByText('密码', { exact: true }).waitFor()
  await guardian.page.getByRole('button', { name: /^撤销/ }).click()
  await confirm(guardian.page, '撤销')
  await guardian.page.getByText('已撤销：单位负责人 · 洛阳市科协').waitFor()
  expect((await get(own.context, '/api/people')).status()).toBe(404)
  await press(guardian.page, '全部下线')
  await confirm(guardian.page, '全部下线')
  await guardian.page.getByText('现在没有登录。').waitFor()
  expect((await get(own.context, '/api/people')).status()).toBe(401)
  expect(guardian.errors).toEqual([])
  await guardian.context.close()
  await own.context.close()
}, 180_000)

it('is walked by keyboard, filtered in the address, readable in the dark and on a phone', async () => {
  const { page, context, errors } = await visitAs('xitong', '/people?account=locked', desktop, {
    colorScheme: 'dark',
  })
  await page.getByRole('link', { name: '半枫' }).waitFor()
  expect(await page.getByRole('row').count()).toBe(2)
  await expectGood(page, 'people-list-dark')
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await title(page, '半枫').waitFor()
  await expectGood(page, 'people-person-dark')
  await page.getByRole('link', { name: '← 人员' }).click()
  await page.getByRole('link', { name: '半枫' }).waitFor()
  expect(new URL(page.url()).search).toBe('?account=locked')

  await page.keyboard.press('/')
  await page.keyboard.type('zzzz')
  await page.getByText('没有符合条件的人员').waitFor()
  await expectGood(page, 'people-empty')
  await press(page, '清除条件')
  await page.getByRole('button', { name: '姓名' }).click()
  await page.waitForURL(/sort=-name/)
  await page.getByRole('button', { name: /^按单位筛选/ }).click()
  await dialog(page).getByRole('searchbox').fill('lys')
  await dialog(page)
    .getByRole('button', { name: /^洛阳市科协/ })
    .first()
    .click()
  await expectGood(page, 'people-unit')
  await confirm(page, '确定')
  await page.getByRole('button', { name: '按单位筛选: 洛阳市科协及下属' }).waitFor()
  expect(new URL(page.url()).searchParams.get('unit')).toMatch(/^[0-9a-f-]{36}$/)
  expect(errors).toEqual([])
  await context.close()
}, 120_000)
