/** Sign-in from the first one-time password to two factors, by a provider, and again over a page that waits. */
import { totp } from '@jianbao/testkit'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openProvider, type TestProvider } from '../apps/server/oidc.fixture.ts'
import { findBarriers } from './axe.ts'
import { openBrowser } from './browser.ts'
import { takePicture } from './pictures.ts'
import { type RunningServer, startServer } from './server.ts'
import { desktop, openWindow, overflow, phone, signInAs, visitDesk } from './visit.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

/** The sign of waiting leaves a button slowly, and is read out as long as it is there. */
const submit = (page: Page, name: string) =>
  page.getByRole('button', { name: new RegExp(`^(?:loading )?${name}$`) }).click()
const fill = (page: Page, label: string, value: string) => page.getByLabel(label, { exact: true }).fill(value)

/** What a person sees must fit the window and stand up to axe. */
async function look(page: Page, name: string): Promise<void> {
  await takePicture(page, name)
  expect(await overflow(page), name).toBe(0)
  expect(await findBarriers(page), name).toEqual([])
}

async function enter(page: Page, username: string, password: string): Promise<void> {
  await fill(page, '用户名', username)
  await fill(page, '密码', password)
  await submit(page, '登录')
}

describe('an installation of one’s own', () => {
  let server: RunningServer
  beforeAll(async () => {
    server = await startServer('empty', { port: 17_330 })
  })
  afterAll(() => server?.stop())

  it.each([
    ['sysadmin', desktop, '1440'],
    ['auditor', phone, '375'],
  ])('%s begins with a one-time password and ends with two factors', async (username, viewport, size) => {
    const oneTime = new RegExp(`用户名 ${username} +一次性密码 (\\S+)`).exec(server.output())![1]!
    const { context, page, errors } = await openWindow(browser, viewport)
    await page.goto(`${server.url}/desk/account`)
    await look(page, `sign-in-${size}`)
    await enter(page, username, oneTime)

    await page.getByRole('heading', { name: '修改密码' }).waitFor()
    await fill(page, '当前密码', oneTime)
    await fill(page, '新密码', 'Jianbao@2026')
    await fill(page, '再输一遍新密码', 'Jianbao@2026')
    await submit(page, '保存并继续')
    await page.getByText('容易被猜到', { exact: false }).waitFor()
    await look(page, `change-password-${size}`)
    await fill(page, '新密码', 'Willow-lane-7')
    await fill(page, '再输一遍新密码', 'Willow-lane-7')
    await submit(page, '保存并继续')

    await page.getByRole('heading', { name: '启用两步验证' }).waitFor()
    await fill(page, '当前密码', 'Willow-lane-7')
    await submit(page, '下一步')
    await submit(page, '不能扫描？手工输入密钥')
    const secret = await page.getByLabel('密钥', { exact: true }).inputValue()
    expect(await page.getByRole('list', { name: '备用码' }).getByRole('listitem').count()).toBe(10)
    const backup = await page
      .getByRole('list', { name: '备用码' })
      .getByRole('listitem')
      .first()
      .textContent()
    await look(page, `second-factor-${size}`)
    await fill(page, '验证码', totp(secret, Date.now() - 30_000))
    await submit(page, '启用')
    await page.getByRole('heading', { name: '我的账号' }).waitFor()

    await page.getByRole('button', { name: /我的：/ }).click()
    await page.getByRole('menuitem', { name: '退出登录' }).click()
    await enter(page, username, 'Willow-lane-7')
    await page.getByRole('heading', { name: '两步验证' }).waitFor()
    await fill(page, '验证码', '000000')
    await submit(page, '验证并登录')
    await page.getByText('验证码不正确', { exact: false }).waitFor()
    await look(page, `second-step-${size}`)
    await fill(page, '验证码', totp(secret))
    await submit(page, '验证并登录')

    await page.getByRole('heading', { name: '登录记录' }).waitFor()
    await page.getByText('密码和两步验证').first().waitFor()
    await page.getByText('还剩 10 个备用码').waitFor()
    await look(page, `account-${size}`)
    // Refusals that a person caused are errors to the browser, not to us.
    expect(errors.filter(error => !/status of 4\d\d/.test(error))).toEqual([])

    const elsewhere = await openWindow(browser, viewport)
    await elsewhere.page.goto(`${server.url}/desk/account`)
    await enter(elsewhere.page, username, 'Willow-lane-7')
    await submit(elsewhere.page, '改用备用码')
    await fill(elsewhere.page, '备用码', backup!)
    await submit(elsewhere.page, '验证并登录')
    await elsewhere.page.getByText('还剩 9 个备用码').waitFor()
    await elsewhere.page.getByRole('button', { name: /^结束 .+ 的登录$/ }).click()
    await elsewhere.page.getByRole('button', { name: /^结束 .+ 的登录$/ }).waitFor({ state: 'detached' })
    await page.reload()
    await page.getByLabel('用户名', { exact: true }).waitFor()
    await elsewhere.context.close()
    await context.close()
  })
})

describe('the demonstration, with a provider', () => {
  const publicUrl = 'http://127.0.0.1:17331'
  let server: RunningServer
  let provider: TestProvider
  beforeAll(async () => {
    provider = await openProvider(publicUrl)
    server = await startServer('demonstration', {
      ...{ port: 17_331, settings: provider.settings, from: inject('loadedDemonstration') },
    })
  })
  afterAll(async () => {
    await server?.stop()
    await provider?.close()
  })

  it('keeps what was typed when the sign-in ends, and goes on there after a new one', async () => {
    const { context, page } = await visitDesk(browser, `${publicUrl}/desk/account`)
    await submit(page, '修改密码')
    await fill(page, '当前密码', 'jianbao-demo')
    await fill(page, '新密码', 'Willow-lane-7')
    await fill(page, '再输一遍新密码', 'Willow-lane-7')
    await context.clearCookies()
    await submit(page, '保存')
    const again = page.getByRole('dialog', { name: '登录' })
    await again.getByText('登录已失效', { exact: false }).waitFor()
    expect(await again.getByLabel('用户名', { exact: true }).inputValue()).toBe('demo')
    await page.keyboard.press('Escape')
    await look(page, 'sign-in-again')
    await again.getByLabel('密码', { exact: true }).fill('jianbao-demo')
    await again.getByRole('button', { name: '登录', exact: true }).click()
    await again.waitFor({ state: 'detached' })
    expect(await page.getByLabel('新密码', { exact: true }).inputValue()).toBe('Willow-lane-7')
    await context.close()
  })

  it('lets somebody in by the provider, back to where they were going, and refuses an administrator', async () => {
    const { context, page } = await openWindow(browser)
    await page.goto(`${publicUrl}/desk/account`)
    await look(page, 'sign-in-oidc')
    await submit(page, '省统一认证')
    await page.getByPlaceholder('Enter any login').fill('dudao')
    await page.getByPlaceholder('and password').fill('x')
    await submit(page, 'Sign-in')
    await submit(page, 'Continue')
    await page.getByRole('heading', { name: '我的账号' }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/desk/account')
    await page.getByText('您用统一认证登录', { exact: false }).waitFor()
    await context.close()

    const other = await openWindow(browser, phone)
    await other.page.goto(`${publicUrl}/desk/`)
    await submit(other.page, '省统一认证')
    await other.page.getByPlaceholder('Enter any login').fill('shenji')
    await other.page.getByPlaceholder('and password').fill('x')
    await submit(other.page, 'Sign-in')
    await submit(other.page, 'Continue')
    await other.page.getByText('管理员不能用统一认证登录', { exact: false }).waitFor()
    expect(new URL(other.page.url()).search).toBe('')
    await look(other.page, 'sign-in-oidc-refused-375')
    await other.context.close()
  })

  it('shows the security policy to those who keep it, and saves what they change', async () => {
    const { context, page } = await openWindow(browser, desktop)
    await page.goto(`${publicUrl}/desk/security-policy`)
    await signInAs(page, 'anquan')
    await page.getByRole('heading', { name: '安全策略' }).waitFor()
    await fill(page, '多少分钟没有操作后自动退出', '3')
    await submit(page, '保存')
    await page.getByText('请填 5 至 720 之间的整数').waitFor()
    await look(page, 'policy-1440')
    await fill(page, '多少分钟没有操作后自动退出', '45')
    await submit(page, '保存')
    await page.getByText('安全策略已保存').waitFor()
    await page.reload()
    await page.getByText('安全管理员小安修改', { exact: false }).waitFor()
    expect(await page.getByLabel('多少分钟没有操作后自动退出').inputValue()).toBe('45')
    await context.close()
    const narrow = await openWindow(browser, phone)
    await narrow.page.goto(`${publicUrl}/desk/security-policy`)
    await signInAs(narrow.page, 'shenji')
    await narrow.page.getByText('您可以查看', { exact: false }).waitFor()
    await look(narrow.page, 'policy-375')
    await narrow.context.close()
  })
})
