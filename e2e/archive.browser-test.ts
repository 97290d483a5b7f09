/** A newcomer's first minutes: sign in, drop files, read structure beside original, take the typeset pages home. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { findBarriers } from './axe.ts'
import { openDemonstration } from './demonstration.ts'
import { takePicture } from './pictures.ts'
import { desktop, overflow, phone, signIn } from './visit.ts'

const root = join(import.meta.dirname, '..')
const seeds = join(root, '../shared/seeds')
const own = join(root, 'packages/intake/gold')
const folder = existsSync(seeds) ? seeds : own
if (folder === own) console.log('the shared seeds are not there: the journeys use invented bulletins')
const manuscripts = readdirSync(folder)
  .filter(name => name.endsWith('.txt'))
  .slice(0, 4)

const demonstration = openDemonstration(17_300)

const open = (viewport: { width: number; height: number }, more: object = {}) =>
  demonstration.openWindow(viewport, more)

async function enter(page: Page): Promise<void> {
  await page.goto(`${demonstration.url}/desk/documents`)
  await signIn(page)
  await page.getByRole('heading', { name: '文稿入库', level: 1 }).waitFor()
}

const row = (page: Page, file: string) =>
  page.getByRole('region', { name: '本次上传' }).getByRole('listitem').filter({ hasText: file })

/** Accepts the document whose review is open, doubts or not. @returns its id. */
async function accept(page: Page, name: string): Promise<string> {
  await page.getByRole('toolbar', { name: '审核操作' }).waitFor()
  const id = /documents\/([0-9a-f-]{36})\/review/.exec(page.url())?.[1] ?? ''
  await page.keyboard.press('Control+Enter')
  const anyway = page.getByRole('button', { name: '仍要入库' })
  const done = page.getByText(`“${name}”已入库`)
  await anyway.or(done).first().waitFor()
  if (await anyway.isVisible()) await anyway.click()
  await done.waitFor()
  return id
}

async function firstIssue(context: BrowserContext): Promise<{ id: string; documentId: string }> {
  const answer = await context.request.get(`${demonstration.url}/api/issues`)
  const { rows } = await answer.json()
  return rows.find(({ documentId }: { documentId: string | null }) => documentId !== null)
}

describe('signing in', () => {
  it('says in Chinese that the password is wrong, and lets the right one in', async () => {
    const { context, page } = await open(desktop)
    await page.goto(`${demonstration.url}/desk/`)
    await page.getByLabel('用户名').fill('demo')
    await page.getByRole('textbox', { name: '密码' }).fill('wrong')
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await page.getByText('用户名或密码不正确').waitFor()
    await takePicture(page, 'sign-in-refused')
    await enter(page)
    await context.close()
  })
})

describe('receiving documents', () => {
  it('takes several files at once, names the bad one on its own row and reads the others', async () => {
    const { context, page, errors } = await open(desktop)
    await enter(page)
    await page.locator('input[type=file]').setInputFiles([
      ...manuscripts.map(name => ({
        name,
        mimeType: 'text/plain',
        buffer: readFileSync(join(folder, name)),
      })),
      { name: '空.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) },
      {
        name: '照片.txt',
        mimeType: 'text/plain',
        buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 2]),
      },
    ])
    for (const name of manuscripts) await row(page, name).getByText('识别完成').waitFor({ timeout: 60_000 })
    await row(page, '空.txt').getByRole('alert').waitFor()
    await row(page, '照片.txt').getByRole('alert').waitFor()
    expect(await row(page, '空.txt').getByRole('alert').textContent()).toMatch(/空文件/)
    await takePicture(page, 'received')
    expect(await findBarriers(page)).toEqual([])
    // The browser reports a refused upload as an error of loading; nothing else may stand on the console.
    expect(errors.filter(error => !/status of 4\d\d/.test(error))).toEqual([])
    await context.close()
  })

  it('recognises the same file the second time', async () => {
    const { context, page } = await open(desktop)
    await enter(page)
    await page.locator('input[type=file]').setInputFiles(join(folder, manuscripts[0]!))
    await row(page, manuscripts[0]!).getByText('原来就有').waitFor()
    await row(page, manuscripts[0]!)
      .getByRole('link', { name: `审核 ${manuscripts[0]}` })
      .click()
    await page.getByRole('heading', { name: manuscripts[0]!, level: 1 }).waitFor()
    // Leaving gives the document back; a window that is torn away holds it for some minutes.
    await page.getByRole('link', { name: '← 文稿入库' }).click()
    await page.getByRole('heading', { name: '文稿入库', level: 1 }).waitFor()
    await context.close()
  })

  it('reads on a phone: every thing and its place, without sideways scrolling', async () => {
    const { context, page, errors } = await open(phone, { hasTouch: true, isMobile: true })
    await enter(page)
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    const { documentId } = await firstIssue(context)
    await page.goto(`${demonstration.url}/desk/documents/${documentId}`)
    await page
      .getByRole('button', { name: '结构', exact: true })
      .or(page.getByText('结构', { exact: true }))
      .first()
      .click()
    await page.locator('button[data-marks]').first().waitFor()
    await takePicture(page, 'structure-phone')
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    expect(await findBarriers(page)).toEqual([])
    expect(errors).toEqual([])
    await context.close()
  })
})

describe('reading a document', () => {
  it.each(manuscripts)(
    'lights the original from the structure and the structure from the original: %s',
    async name => {
      const { context, page, errors } = await open(desktop)
      await enter(page)
      await page.getByPlaceholder('按文件名、刊名查找').fill(name)
      await page.getByRole('link', { name, exact: true }).first().click()
      const chip = page.locator('button[data-marks]').first()
      await chip.hover()
      await expect.poll(() => page.locator('[data-lit]').count()).toBeGreaterThan(0)
      await page.mouse.move(0, 0)
      const raw = readFileSync(join(folder, name), 'utf8')
      const shown = await page.getByLabel(`原文：${name}`).textContent()
      expect(shown?.replace(/\r/g, '')).toBe(raw.replace(/\r/g, ''))
      await takePicture(page, `document-${name.slice(0, 3)}`)
      expect(await findBarriers(page)).toEqual([])
      expect(errors).toEqual([])
      await context.close()
    },
  )

  it.each(manuscripts)('gives typeset pages and three other forms of %s', async name => {
    const { context, page } = await open(desktop)
    await enter(page)
    await page.getByPlaceholder('按文件名、刊名查找').fill(name)
    await page
      .getByRole('table', { name: '全部文稿' })
      .getByRole('link', { name: `审核 ${name}` })
      .click()
    const id = await accept(page, name)
    await page.goto(`${demonstration.url}/desk/documents/${id}`)
    await page.getByRole('link', { name: '简报页面' }).click()
    for (const [button, magic] of [
      ['PDF', '%PDF'],
      ['Word（DOCX）', 'PK'],
      ['网页（HTML）', '<!doctype html>'],
      ['纯文本', ''],
    ] as const) {
      const coming = page.waitForEvent('download', { timeout: 60_000 })
      await page.getByRole('button', { name: button, exact: true }).click()
      const bytes = readFileSync(await (await coming).path())
      expect(bytes.subarray(0, magic.length).toString().toLowerCase()).toBe(magic.toLowerCase())
      expect(bytes.length).toBeGreaterThan(500)
    }
    await takePicture(page, `issue-${name.slice(0, 3)}`)
    await context.close()
  })
})

describe('everybody', () => {
  it.each([
    ['desktop', desktop, 'light'],
    ['phone', phone, 'light'],
    ['desktop, dark', desktop, 'dark'],
  ] as const)('meets no barrier on any page: %s', async (name, viewport, colorScheme) => {
    const { context, page, errors } = await open(viewport, { colorScheme })
    const look = async (title: string) => {
      await takePicture(page, `${title}-${name}`)
      expect([title, await findBarriers(page)]).toEqual([title, []])
      expect([title, await overflow(page)]).toEqual([title, 0])
    }
    await page.goto(`${demonstration.url}/desk/`)
    await page.getByRole('button', { name: '填入演示账号' }).waitFor()
    await look('sign-in')
    await enter(page)
    await page.getByRole('heading', { name: '全部文稿' }).waitFor()
    await look('documents')
    await page.goto(`${demonstration.url}/desk/issues`)
    await page.getByRole('heading', { name: '简报库', level: 1 }).waitFor()
    await look('issues')
    const { id } = await firstIssue(context)
    await page.goto(`${demonstration.url}/desk/issues/${id}`)
    await page.getByText('本期数据').waitFor()
    await look('issue')
    for (const path of ['/', '/issues', `/issues/${id}`, '/?type=large', '/nowhere']) {
      await page.goto(demonstration.url + path)
      await look(`public${path.replace(/[^a-z]+/g, '-')}`)
    }
    expect(errors.filter(error => !/status of 404/.test(error))).toEqual([])
    await context.close()
  })

  it('reads published issues without signing in or any script, and nothing else', async () => {
    const { context, page } = await open(phone, { javaScriptEnabled: false })
    await page.goto(demonstration.url)
    await page.getByRole('link', { name: '阅读全文' }).click()
    expect(await page.locator('main').textContent()).toContain('简')
    expect((await context.request.get(`${demonstration.url}/api/documents`)).status()).toBe(401)
    await context.close()
  })
})
