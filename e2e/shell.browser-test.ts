/** The shell of the staff app: what each person finds in it, at a desk and on a phone. */
import type { BrowserContext, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { findBarriers } from './axe.ts'
import { openDemonstration } from './demonstration.ts'
import { takePicture } from './pictures.ts'
import { overflow, phone } from './visit.ts'

const demonstration = openDemonstration(17_360)
const { visitAs } = demonstration

const menu = (page: Page) => page.getByRole('navigation', { name: '主菜单' })
const title = (page: Page, name: string) => page.getByRole('heading', { name, level: 1 })
const places = (page: Page) => menu(page).getByRole('listitem').allTextContents()
const get = async (context: BrowserContext, path: string) =>
  (await context.request.get(`${demonstration.url}${path}`)).json()

/** Sends a broken and a good ZIP, so that there is work to do and something to be told. */
async function sendFiles(context: BrowserContext): Promise<void> {
  // What the demonstration tells of its issues is read already.
  const [newest] = (await get(context, '/api/notices?pageSize=1')).rows
  await context.request.post(`${demonstration.url}/api/notices/read-all`, {
    headers: { origin: demonstration.url },
    data: { upTo: newest.id },
  })
  const send = (url: string, name: string, text: string) =>
    context.request.post(demonstration.url + url, {
      headers: { origin: demonstration.url },
      multipart: { file: { name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) } },
    })
  await send('/api/documents', '损坏.pdf', '%PDF-1.7 and nothing behind it')
  await send('/api/batches', '损坏.zip', 'PK\x03\x04 and nothing behind it')
  await send(
    '/api/documents',
    '新到.txt',
    '青禾市科协简报\n第3期\n2021年5月12日\n\n青禾市科协举办科普讲座。\n',
  )
  const counts = async () => [
    (await get(context, '/api/notices/unread')).unread,
    (await get(context, '/api/documents?state=read')).total,
    (await get(context, '/api/documents?state=failed')).total,
  ]
  await expect.poll(counts, { timeout: 60_000 }).toEqual([1, 1, 1])
}

describe('the menu', () => {
  it('shows each person the places of their roles, in the order of the work', async () => {
    const desk = ['来稿', '采用稿件', '文稿入库', '检索', '大事记', '单位活动', '数据', '简报库']
    const editor = await visitAs('demo')
    const seen = await places(editor.page)
    expect(seen.slice(0, 2)).toEqual(['工作台', '消息'])
    expect(seen.filter(name => desk.includes(name))).toEqual(desk)
    expect(await editor.page.getByText('编辑部', { exact: true }).count()).toBe(1)
    await editor.context.close()

    const auditor = await visitAs('shenji')
    const others = await places(auditor.page)
    expect(others.filter(name => desk.includes(name))).toEqual([])
    expect(await auditor.page.getByText('竞赛', { exact: true }).count(), 'a group of nothing').toBe(0)
    await auditor.page.goto(`${demonstration.url}/desk/documents`)
    await title(auditor.page, '没有这个页面').waitFor()
    await auditor.context.close()
  })

  it('is used with the keyboard, says where one is, and stays folded', async () => {
    const { context, page, errors } = await visitAs('demo')
    await title(page, '工作台').waitFor()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
    const link = menu(page).getByRole('link', { name: '检索' })
    await link.focus()
    await page.keyboard.press('Enter')
    await title(page, '检索').waitFor()
    expect(await link.getAttribute('data-within')).toBe('true')
    expect(await menu(page).locator('[data-within=true]').count()).toBe(1)
    await page.getByRole('button', { name: '收起菜单' }).click()
    await page.reload()
    await page.getByRole('button', { name: '展开菜单' }).waitFor()
    expect(await findBarriers(page)).toEqual([])
    await takePicture(page, 'shell-narrow')
    expect(errors).toEqual([])
    await context.close()
  })
})

describe('my work', () => {
  it('counts what waits; every number opens as many rows, and news says what happened', async () => {
    const { context, page, errors } = await visitAs('demo')
    await sendFiles(context)
    await page.reload()
    const work = page.getByRole('region', { name: '等我办理' })
    await work.getByRole('article').first().waitFor()
    await takePicture(page, 'shell-work')
    expect(await findBarriers(page)).toEqual([])
    const { groups } = await get(context, '/api/work')
    expect(groups.map((group: { kind: string }) => group.kind)).toEqual(
      expect.arrayContaining(['document.read', 'document.failed']),
    )
    for (const { count, link } of groups) {
      await work
        .getByRole('link', { name: new RegExp(`，${count.toLocaleString('en-US')} 项$`) })
        .first()
        .waitFor()
      await page.goto(`${demonstration.url}/desk${link}`)
      await page.getByText(`共 ${count} 条`).waitFor()
      await page.goBack()
    }
    await work.getByRole('article', { name: '待审核的文稿' }).getByRole('link', { name: '新到.txt' }).click()
    await page.getByRole('toolbar', { name: '审核操作' }).waitFor()
    await page.goto(`${demonstration.url}/desk/`)
    await page.getByRole('region', { name: '最新消息' }).getByText('“损坏.zip”未能解压').waitFor()

    // The bell counts, opens the newest and leads on; what was followed is read.
    const bell = page.getByRole('button', { name: '消息，1 条未读' })
    await bell.click()
    const panel = page.getByRole('banner').getByRole('region', { name: '消息' })
    await panel.getByRole('link', { name: /损坏\.zip/ }).waitFor()
    expect(await findBarriers(page)).toEqual([])
    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'detached' })
    await bell.click()
    await panel.getByRole('link', { name: /损坏\.zip/ }).click()
    await page.waitForURL(/documents\?batch=/)
    await page.getByRole('button', { name: '消息', exact: true }).waitFor()
    await page.goto(`${demonstration.url}/desk/notices?unread=true`)
    await page.getByText('没有未读消息').waitFor()
    await page.getByRole('button', { name: '全部消息' }).click()
    await page.getByRole('main').getByText('“损坏.zip”未能解压').waitFor()
    expect(await findBarriers(page)).toEqual([])
    expect(errors).toEqual([])
    await context.close()
  })

  it('tells who has nothing to do what to do first', async () => {
    const { context, page } = await visitAs('shenji')
    await page.getByText('现在没有等您办理的事').waitFor()
    await page.getByRole('main').getByRole('link', { name: '去看审计记录' }).click()
    await title(page, '审计记录').waitFor()
    await context.close()
  })
})

describe('the global search', () => {
  const field = (page: Page) => page.getByRole('combobox', { name: '全局搜索' })

  it('finds articles, units and pages with the keyboard, and leads to all of them', async () => {
    const { context, page, errors } = await visitAs('demo')
    await title(page, '工作台').waitFor()
    await page.keyboard.press('Control+k')
    await page.keyboard.type('科普')
    const articles = page.getByRole('group', { name: '文章' })
    await articles.getByRole('option').first().waitFor()
    await takePicture(page, 'shell-search')
    expect(await findBarriers(page)).toEqual([])
    const { rows } = await get(context, '/api/search?q=科普&pageSize=5')
    expect(await articles.getByRole('option').count()).toBe(rows.length + 1)
    await articles.getByRole('option', { name: '查看全部结果' }).click()
    await page.waitForURL(
      address => address.pathname.endsWith('/search') && address.searchParams.get('q') === '科普',
    )

    await page.keyboard.press('Control+k')
    await page.keyboard.type('洛阳')
    await page.getByRole('group', { name: '单位', exact: true }).getByRole('option').first().waitFor()
    await field(page).fill('大事')
    await page.getByRole('group', { name: '功能' }).getByRole('option', { name: '大事记' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await title(page, '大事记').waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('查无此词此句')
    await page.getByText('没有找到“查无此词此句”').waitFor()
    await page.keyboard.press('Escape')
    await page.getByText('没有找到“查无此词此句”').waitFor({ state: 'detached' })
    expect(errors).toEqual([])
    await context.close()
  })

  it('finds an auditor no article', async () => {
    const { context, page } = await visitAs('shenji')
    const asked: string[] = []
    page.on('request', request => asked.push(new URL(request.url()).pathname))
    await field(page).fill('科普')
    await page
      .getByText(/没有找到“科普”/)
      .or(page.getByRole('option').first())
      .first()
      .waitFor()
    expect(await page.getByRole('group', { name: '文章' }).count()).toBe(0)
    expect(asked).not.toContain('/api/search')
    await context.close()
  })
})

describe('a list', () => {
  it('is put in order of its filters again by a name, whatever was looked at meanwhile', async () => {
    const { context, page, errors } = await visitAs('demo', '/issues?published=true&order=oldest&page=1')
    const views = page.getByRole('button', { name: '常用视图' })
    await views.click()
    await page.getByRole('textbox', { name: /^名称/ }).fill('已公开的')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '已公开的', exact: true }).waitFor()
    expect(await findBarriers(page)).toEqual([])
    await page.goto(`${demonstration.url}/desk/issues`)
    await views.click()
    await page.getByRole('button', { name: '已公开的', exact: true }).click()
    await page.waitForURL(
      ({ searchParams }) => [...searchParams].sort().join('&') === 'order,oldest&published,true',
    )
    await views.click()
    await page.getByRole('button', { name: '删除“已公开的”' }).click()
    await page.getByRole('button', { name: '已公开的', exact: true }).waitFor({ state: 'detached' })
    expect(errors).toEqual([])
    await context.close()
  })

  it('forgets a column that was put away only when it is wanted again', async () => {
    const { context, page } = await visitAs('xitong', '/people')
    const table = page.getByRole('table')
    await table.waitFor()
    const heads = () => table.getByRole('columnheader').allTextContents()
    const before = await heads()
    await page.getByRole('button', { name: '显示列' }).click()
    const choice = page
      .getByRole('group', { name: '显示列' })
      .getByRole('checkbox', { checked: true, disabled: false })
    await choice.first().click()
    await expect.poll(async () => (await heads()).length).toBe(before.length - 1)
    await page.reload()
    await table.waitFor()
    expect((await heads()).length).toBe(before.length - 1)
    await context.close()
  })
})

describe('oneself', () => {
  it('stands at the top with name, posts, account and the way out', async () => {
    const { context, page, errors } = await visitAs('dudao')
    await page.getByRole('button', { name: '我的：督导老督' }).click()
    await page
      .getByText(/：督导$/)
      .last()
      .waitFor()
    expect(await findBarriers(page)).toEqual([])
    await page.getByRole('menuitem', { name: '我的账号' }).click()
    await page.waitForURL(/\/account$/)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await page.getByRole('button', { name: '我的：督导老督' }).click()
    await page.getByRole('menuitem', { name: 'English' }).click()
    await page.getByRole('navigation', { name: 'Main menu' }).getByRole('link', { name: 'My work' }).click()
    await page.getByRole('heading', { name: 'My work', level: 1 }).waitFor()
    expect(await findBarriers(page)).toEqual([])
    expect(errors).toEqual([])
    await context.close()
  })
})

describe('on a phone and in the dark', () => {
  it.each(['light', 'dark'] as const)(
    'has the few places at hand and all others behind one button: %s',
    async scheme => {
      const more = { hasTouch: true, isMobile: true, colorScheme: scheme }
      const { context, page, errors } = await visitAs('demo', '/', phone, more)
      await title(page, '工作台').waitFor()
      const look = async (name: string) => {
        await takePicture(page, `shell-phone-${scheme}-${name}`)
        expect([name, await findBarriers(page)]).toEqual([name, []])
        expect([name, await overflow(page)]).toEqual([name, 0])
      }
      await expect.poll(() => page.locator('[aria-busy=true]').count()).toBe(0)
      await look('work')
      expect(await menu(page).getByRole('link').allTextContents()).toEqual([
        '工作台',
        '来稿',
        '采用稿件',
        '简报编发',
      ])
      await menu(page).getByRole('button', { name: '更多' }).click()
      const sheet = page.getByRole('dialog', { name: '全部功能' })
      await sheet.getByRole('link', { name: '大事记' }).waitFor()
      await look('more')
      await sheet.getByRole('link', { name: '大事记' }).click()
      await title(page, '大事记').waitFor()
      expect(await menu(page).getByRole('button', { name: '更多' }).getAttribute('data-within')).toBe('true')
      await sheet.waitFor({ state: 'hidden' })
      await page.getByRole('button', { name: '打开全局搜索' }).click()
      await page.getByRole('combobox', { name: '全局搜索' }).fill('科普')
      await page.getByRole('group', { name: '文章' }).getByRole('option').first().waitFor()
      await look('search')
      await page.getByRole('button', { name: '关闭', exact: true }).click()
      await page.getByRole('button', { name: /^消息/ }).click()
      await page.getByRole('link', { name: '查看全部消息' }).waitFor()
      await look('notices')
      expect(errors).toEqual([])
      await context.close()
    },
  )
})
