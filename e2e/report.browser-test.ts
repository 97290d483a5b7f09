/** Who reports, from a pasted text on a phone to what became of it; and drafts that get lost by nothing. */
import { readFileSync } from 'node:fs'
import { zipSync } from 'fflate'
import type { BrowserContext, Locator, Page } from 'playwright-core'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { findBarriers } from './axe.ts'
import { openDemonstration } from './demonstration.ts'
import { takePicture } from './pictures.ts'
import { choose, desktop, overflow, phone } from './visit.ts'

const demonstration = openDemonstration(17_420)
const { visitAs } = demonstration
const touch = { hasTouch: true, isMobile: true }

const dayBefore = (days: number) => new Date(Date.now() + 8 * 3_600_000 - days * 86_400_000)
const iso = (days: number) => dayBefore(days).toISOString().slice(0, 10)
const printed = (days: number) => `${dayBefore(days).getUTCMonth() + 1}月${dayBefore(days).getUTCDate()}日`

/** Put in as a paste does it: a web page's marks come along, and are left behind. */
async function paste(field: Locator, text: string, html = ''): Promise<void> {
  await field.evaluate(
    (element, [plain, marked]) => {
      const held = new DataTransfer()
      held.setData('text/plain', plain!)
      held.setData('text/html', marked!)
      element.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: held, bubbles: true, cancelable: true }),
      )
    },
    [text, html],
  )
}
const textField = (page: Page) => page.getByLabel('正文', { exact: true })
const titleField = (page: Page) => page.getByLabel('标题', { exact: true })
const saved = (page: Page) => page.getByText(/^已存到服务器/).waitFor()
const idOf = (page: Page): string => /reports\/([0-9a-f-]{36})/.exec(page.url())![1]!

/** Begins with nothing and writes a title; answers the id of the draft. */
async function beginDraft(page: Page, title: string): Promise<string> {
  await page.goto(`${demonstration.url}/desk/reports/new`)
  await page.getByRole('button', { name: '直接填写' }).click()
  await titleField(page).fill(title)
  await saved(page)
  return idOf(page)
}

/** Light and dark; nothing stands out of the window. */
async function lookAt(page: Page, name: string): Promise<void> {
  expect([name, await overflow(page)]).toEqual([name, 0])
  // What opens takes a moment to stand.
  await expect.poll(() => findBarriers(page), { message: name }).toEqual([])
  await takePicture(page, name)
  await page.emulateMedia({ colorScheme: 'dark' })
  // Colours take a moment to change.
  await expect.poll(() => findBarriers(page), { message: `${name}, dark` }).toEqual([])
  await takePicture(page, `${name}-dark`)
  await page.emulateMedia({ colorScheme: 'light' })
}

test('on a phone: a pasted text is confirmed and handed in, signed in two taps, and followed', async () => {
  const { page, context, errors } = await visitAs('xinxiyuan', '/', phone, touch)
  let taps = 0
  const tap = async (what: Locator) => {
    taps++
    await what.tap()
  }
  const begun = Date.now()
  await tap(page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '我要报送' }))
  const field = page.getByLabel('稿件文字')
  await field.waitFor()
  await lookAt(page, 'report-phone-start')
  // Long press and paste.
  taps += 2
  const text = `孟津区科协开展“青禾科普夜校”活动\n${printed(3)}，孟津区科协在和平社区组织科技志愿者46人开展科普夜校活动，发放科普资料1200余份，参与群众约300人次。`
  await paste(field, text)
  await page.getByRole('button', { name: '全部确认' }).waitFor()
  await lookAt(page, 'report-phone-read')
  expect(await page.locator('mark[data-kind="figure"]').count()).toBe(3)
  await tap(page.getByRole('button', { name: '全部确认' }))
  expect(await titleField(page).inputValue()).toBe('孟津区科协开展“青禾科普夜校”活动')
  expect(await page.getByLabel('开始日期').inputValue()).toBe(iso(3))
  const figures = page.locator('[data-field="figures"] input[role="spinbutton"]')
  expect(await figures.evaluateAll(all => all.map(input => (input as HTMLInputElement).value))).toEqual([
    '46',
    '1200',
    '300',
  ])
  await tap(page.getByLabel('报送任务'))
  await tap(page.locator('.ant-select-item-option').nth(1))
  await page.locator('[data-field="task"] + p').waitFor()
  await lookAt(page, 'report-phone-confirmed')

  // A touch on its words lights the field, and a field its words.
  await titleField(page).tap()
  await page.getByLabel('地点').tap()
  await page.locator('mark[data-kind="place"][data-lit]').waitFor()

  // A photo goes up while one writes.
  const picture = await sharp({ create: { width: 1200, height: 800, channels: 3, background: '#3b7' } })
    .jpeg()
    .toBuffer()
  const photo = { name: 'night.jpg', mimeType: 'image/jpeg', buffer: picture }
  await page.locator('input[type=file][multiple]').setInputFiles(photo)
  await page.getByRole('list', { name: '照片' }).getByRole('link').waitFor()
  await page.getByLabel('第 1 张照片的说明').fill('夜校现场')
  await page.getByLabel('第 1 张照片的说明').blur()
  await saved(page)
  await tap(page.getByRole('button', { name: '送审' }))
  await page.waitForURL(/\/reports\/[0-9a-f-]{36}$/)
  await page.getByRole('heading', { name: '孟津区科协开展“青禾科普夜校”活动' }).waitFor()
  expect(taps, 'taps from the start page to the lead').toBeLessThan(15)
  expect(Date.now() - begun, 'of which a person takes the most').toBeLessThan(180_000)
  await page.getByText('夜校现场').waitFor()
  await lookAt(page, 'report-phone-sent')
  const id = idOf(page)

  const lead = await visitAs('fuzeren', '/reports?tab=sign', phone, touch)
  await lookAt(lead.page, 'report-phone-to-sign')
  const row = lead.page.getByRole('link', { name: '孟津区科协开展“青禾科普夜校”活动' })
  await row.tap()
  await lead.page.getByRole('button', { name: '审签报出' }).waitFor()
  await lookAt(lead.page, 'report-phone-sign')
  await lead.page.getByRole('button', { name: '审签报出' }).tap()
  await lead.page.getByText('已审签报出').first().waitFor()

  await page.goto(`${demonstration.url}/desk/reports/${id}`)
  const steps = page.getByRole('list', { name: '稿件走到哪里' })
  await steps.locator('[aria-current="step"]', { hasText: '洛阳市科协' }).waitFor()
  expect([...errors, ...lead.errors]).toEqual([])
  await context.close()
  await lead.context.close()
})

test('what is wrong is told at its field, and what is much alike before it is sent', async () => {
  const { page, context, errors } = await visitAs('xinxiyuan', '/reports/new', desktop)
  await page.getByRole('button', { name: '直接填写' }).click()
  await titleField(page).fill('短')
  await page.getByRole('button', { name: '送审' }).click()
  await page.getByText('标题不少于 4 个字').waitFor()
  await page.getByText('请填写活动日期').waitFor()
  expect(await titleField(page).evaluate(field => field === document.activeElement)).toBe(true)
  await lookAt(page, 'report-desk-faults')
  await titleField(page).fill('孟津区科协开展“青禾科普夜校”活动')
  await textField(page).fill('孟津区科协又办了一次青禾科普夜校活动，群众参加。')
  await page.getByLabel('开始日期').fill(iso(3))
  await choose(page, page.getByLabel('活动类型', { exact: true }), '科普宣传')
  await page.getByRole('button', { name: '送审' }).click()
  const dialogue = page.getByRole('dialog')
  await dialogue.getByRole('link', { name: '孟津区科协开展“青禾科普夜校”活动' }).first().waitFor()
  await lookAt(page, 'report-desk-similar')
  await dialogue.getByRole('button', { name: '回去核对' }).click()
  await page.getByLabel('开始日期').fill(iso(-2))
  await page.getByText('活动日期晚于今天，活动开展后再报').waitFor()
  expect(errors).toEqual([])
  await context.close()
})

test('marks of a web page and scripts are words, nothing more', async () => {
  const { page, context, errors } = await visitAs('xinxiyuan', '/reports/new', desktop)
  let asked = 0
  page.on('dialog', dialog => {
    asked++
    void dialog.dismiss()
  })
  const script = '<script>alert(1)</script><img src=x onerror=alert(2)>'
  await page.getByRole('button', { name: '直接填写' }).click()
  await titleField(page).fill(`夜校${script}`)
  await paste(textField(page), script, script)
  await textField(page).fill(`正文里写着 ${script} 这些字。`)
  await saved(page)
  await page.goto(`${demonstration.url}/desk/reports/${idOf(page)}`)
  await page.getByText(`正文里写着 ${script} 这些字。`).waitFor()
  expect(await page.locator('main script, main img[src="x"]').count()).toBe(0)
  expect([asked, errors]).toEqual([0, []])
  await context.close()
})

test('a draft outlives a lost line and a closed page', async () => {
  const { page, context } = await visitAs('xinxiyuan', '/', phone, touch)
  const id = await beginDraft(page, '断网也不丢的稿件')
  await context.setOffline(true)
  await textField(page).fill('断网的时候写下的正文，一个字也不能少。')
  await page.getByText('连不上服务器，稿件先存在本机').waitFor()
  await takePicture(page, 'report-phone-offline')
  await page.close()
  await context.setOffline(false)

  const later = await context.newPage()
  await later.goto(`${demonstration.url}/desk/reports`)
  const kept = later.getByRole('region', { name: '只存在这台设备上的稿件' })
  await kept.waitFor()
  await lookAt(later, 'report-phone-on-device')
  await kept.getByRole('link', { name: '断网也不丢的稿件' }).click()
  await expect.poll(() => textField(later).inputValue()).toBe('断网的时候写下的正文，一个字也不能少。')
  await saved(later)
  const report = await (await context.request.get(`${demonstration.url}/api/reports/${id}`)).json()
  expect(report.body).toBe('断网的时候写下的正文，一个字也不能少。')
  await context.close()
})

/** What the browser keeps of drafts, whoever's they are. */
const keptKeys = (page: Page): Promise<string[]> =>
  page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open('jianbao-drafts')
        opening.onerror = () => reject(opening.error)
        opening.onsuccess = () => {
          const keys = opening.result.transaction('drafts').objectStore('drafts').getAllKeys()
          keys.onsuccess = () => {
            opening.result.close()
            resolve(keys.result.map(String))
          }
        }
      }),
  )

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^账户|信息员小孟|负责人老洛/ }).click()
  await page.getByRole('menuitem', { name: '退出登录' }).click()
}

test('a shared computer: signing out brings drafts to the server and forgets them; nobody else sees them', async () => {
  const { page, context } = await visitAs('xinxiyuan', '/', desktop)
  const id = await beginDraft(page, '退出前刚写的稿件')
  await textField(page).fill('写完最后一个字就退出登录，服务器上也要有。')
  expect((await keptKeys(page)).length).toBeGreaterThan(0)
  // At once: the last words are neither on the device nor on the server yet.
  await signOut(page)
  await page.getByRole('button', { name: '登录', exact: true }).waitFor()
  expect(await keptKeys(page)).toEqual([])

  // With the line to drafts broken something stays, and is told; another person does not see it.
  const again = await visitAs('xinxiyuan', `/reports/${id}/edit`, desktop)
  await expect.poll(() => textField(again.page).inputValue()).toContain('最后一个字')
  await again.context.route('**/api/reports/*', route =>
    route.request().method() === 'PUT' ? route.abort() : route.continue(),
  )
  await titleField(again.page).fill('存不上去的标题')
  await again.page.getByText('连不上服务器，稿件先存在本机').waitFor()
  await signOut(again.page)
  await again.page.getByText(/有 1 篇稿件还没有存到服务器/).waitFor()
  await takePicture(again.page, 'report-desk-leaving')
  await again.page.getByRole('button', { name: '仍然退出' }).click()
  await again.page.getByRole('button', { name: '登录', exact: true }).waitFor()
  await again.context.unroute('**/api/reports/*')
  await signInThere(again.context, 'fuzeren')
  await again.page.goto(`${demonstration.url}/desk/reports`)
  await again.page.getByRole('table', { name: '我的报送' }).or(again.page.getByText('还没有稿件')).waitFor()
  expect(await again.page.getByText('存不上去的标题').count()).toBe(0)
  await again.context.request.post(`${demonstration.url}/api/auth/sign-out`, {
    ...{ data: {}, headers: { origin: demonstration.url } },
  })
  await signInThere(again.context, 'xinxiyuan')
  await again.page.goto(`${demonstration.url}/desk/reports/${id}/edit`)
  await expect.poll(() => titleField(again.page).inputValue()).toBe('存不上去的标题')
  await saved(again.page)
  await context.close()
  await again.context.close()
})

async function signInThere(context: BrowserContext, username: string): Promise<void> {
  const answer = await context.request.post(`${demonstration.url}/api/auth/sign-in/username`, {
    data: { username, password: 'jianbao-demo' },
    headers: { origin: demonstration.url },
  })
  expect(answer.status()).toBe(200)
}

test('a sign-in that ended while one writes is renewed in place; nothing is lost', async () => {
  const { page, context } = await visitAs('xinxiyuan', '/', desktop)
  const id = await beginDraft(page, '登录过期时的稿件')
  await context.clearCookies()
  await textField(page).fill('登录过期以后写下的正文。')
  const dialogue = page.getByRole('dialog', { name: '登录' })
  await dialogue.getByLabel('密码').fill('jianbao-demo')
  await dialogue.getByRole('button', { name: '登录', exact: true }).click()
  await saved(page)
  expect(await textField(page).inputValue()).toBe('登录过期以后写下的正文。')
  const report = await (await context.request.get(`${demonstration.url}/api/reports/${id}`)).json()
  expect(report.body).toBe('登录过期以后写下的正文。')
  await context.close()
})

test('two devices: what one alone changed is merged, what both changed is chosen side by side', async () => {
  const here = await visitAs('xinxiyuan', '/', phone, touch)
  const id = await beginDraft(here.page, '两台设备上的稿件')
  await here.page.getByLabel('地点').fill('原来的地点')
  await saved(here.page)
  const there = await visitAs('xinxiyuan', `/reports/${id}/edit`, desktop)
  await expect.poll(() => titleField(there.page).inputValue()).toBe('两台设备上的稿件')
  await here.context.setOffline(true)
  await titleField(here.page).fill('手机上改的标题')
  await textField(here.page).fill('手机上补写的正文。')
  await titleField(there.page).fill('电脑上改的标题')
  await there.page.getByLabel('地点').fill('电脑上改的地点')
  await saved(there.page)
  await here.context.setOffline(false)
  const panel = here.page.getByRole('region', { name: '有 1 处在两台设备上都改过' })
  await panel.waitFor({ timeout: 30_000 })
  await panel.getByText('手机上改的标题').waitFor()
  await panel.getByText('电脑上改的标题').waitFor()
  expect(await here.page.getByLabel('地点').inputValue()).toBe('电脑上改的地点')
  await lookAt(here.page, 'report-phone-conflict')
  const url = `${demonstration.url}/api/reports/${id}`
  expect((await (await here.context.request.get(url)).json()).title).toBe('电脑上改的标题')
  await panel.getByRole('button', { name: '用这台设备上的' }).tap()
  await saved(here.page)
  expect(await (await here.context.request.get(url)).json()).toMatchObject({
    ...{ title: '手机上改的标题', body: '手机上补写的正文。', place: '电脑上改的地点' },
  })
  await here.context.close()
  await there.context.close()
})

type Locked = { readonly campaign: string; readonly name: string; readonly lockDay: string }
type Locking = {
  readonly name: string
  readonly tasks: { name: string; periods: { state: string; name: string; lockDay: string }[] }[]
}

/** A campaign with a task that was due long ago: in spring the demonstration has none that is locked. */
async function loadLocked(): Promise<void> {
  const keeper = await visitAs('gongzuozu', '/', desktop)
  const reporting = readFileSync(new URL('../demo/campaign/reporting.yaml', import.meta.url))
  const campaign = `schema: jianbao-pack/1\nid: locked-trial\nname: 试行专项\nfrom: ${iso(80)}\nto: ${iso(-80)}\n`
  const tasks = `tasks:\n  - id: over\n    name: 早已截止的任务\n    required: true\n    kinds: [city, county]\n    deadline: { day: ${iso(40)} }\n    lockAfterDays: 10\n    done: { reports: 1 }\n`
  const pack = zipSync({
    'campaign.yaml': Buffer.from(campaign),
    'tasks.yaml': Buffer.from(tasks),
    'reporting.yaml': reporting,
  })
  const headers = { origin: demonstration.url }
  const loaded = await keeper.context.request.post(`${demonstration.url}/api/campaign-packs`, {
    headers,
    multipart: { file: { name: 'pack.zip', mimeType: 'application/zip', buffer: Buffer.from(pack) } },
  })
  expect(loaded.status(), await loaded.text()).toBe(200)
  const { id, version, state } = await loaded.json()
  if (state === 'draft') {
    const opened = await keeper.context.request.post(`${demonstration.url}/api/campaigns/${id}/open`, {
      ...{ headers, data: { version }, timeout: 120_000 },
    })
    expect(opened.status(), await opened.text()).toBe(200)
  }
  await keeper.context.close()
}

test('a locked period says why and who can open it, and takes nothing', async () => {
  const { page, context, errors } = await visitAs('xinxiyuan', '/', phone, touch)
  const lockedIn = async (): Promise<Locked[]> => {
    const form = await (await context.request.get(`${demonstration.url}/api/reports/form`)).json()
    return (form.campaigns as Locking[]).flatMap(({ name: campaign, tasks }) =>
      tasks.flatMap(({ name, periods }) =>
        periods.length === 1 && periods[0]!.state === 'locked' ? [{ ...periods[0]!, campaign, name }] : [],
      ),
    )
  }
  if ((await lockedIn()).length === 0) await loadLocked()
  const [locked] = await lockedIn()
  await beginDraft(page, '补报早已截止的任务')
  await textField(page).fill('这一篇是截止以后才写出来的正文。')
  await page.getByLabel('开始日期').fill(iso(45))
  if (await page.getByLabel('专项工作').count())
    await choose(page, page.getByLabel('专项工作', { exact: true }), locked!.campaign)
  await choose(page, page.getByLabel('报送任务', { exact: true }), locked!.name)
  await page
    .getByText(new RegExp(`从 ${locked!.lockDay} 起不再收稿.*准予补报`))
    .first()
    .waitFor()
  await choose(page, page.getByLabel('活动类型', { exact: true }), '科普宣传')
  await page.getByRole('button', { name: '送审' }).tap()
  await page.getByRole('alert').filter({ hasText: '请换一个期次或任务' }).waitFor()
  await lookAt(page, 'report-phone-locked')
  expect(errors).toEqual([])
  await context.close()
})

test('the list: tabs, keys, filters in the address, and a sheet of what is shown', async () => {
  const { page, context, errors } = await visitAs('xinxiyuan', '/reports', desktop)
  await page.getByRole('button', { name: /^退回修改 [1-9]/ }).click()
  await page.waitForURL(/tab=returned/)
  await page
    .getByText(/^退回原因：/)
    .first()
    .waitFor()
  await lookAt(page, 'report-desk-list')
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出 Excel' }).click()
  expect(
    readFileSync(await (await coming).path())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK')
  await page.getByRole('heading', { name: '我的报送' }).click()
  await page.keyboard.press('j')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/reports\/[0-9a-f-]{36}$/)
  await page.getByRole('link', { name: '去修改' }).waitFor()
  await lookAt(page, 'report-desk-returned')
  await page.goto(`${demonstration.url}/desk/reports?tab=adopted`)
  await page.getByRole('table', { name: '我的报送' }).getByRole('link').first().click()
  await page
    .getByRole('heading', { name: /采用，栏目：/ })
    .first()
    .waitFor()
  await lookAt(page, 'report-desk-adopted')
  await page.setViewportSize(phone)
  await lookAt(page, 'report-phone-adopted')
  expect(errors).toEqual([])
  await context.close()
})
