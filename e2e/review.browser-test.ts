/** An archivist's afternoon: old bulletins in, what was read of them checked by keyboard, facts in the archive. */
import { zipFile } from '@jianbao/testkit'
import type { BrowserContext, Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { findBarriers } from './axe.ts'
import { openDemonstration } from './demonstration.ts'
import { takePicture } from './pictures.ts'
import { desktop, overflow, phone } from './visit.ts'

const demonstration = openDemonstration(17_300)

const open = (viewport = desktop, more: object = {}) => demonstration.visitDesk('/documents', viewport, more)

/** A bulletin without publisher and date of issue: two doubts, and a paragraph broken in the middle. */
const bulletin = (number: number) => `青溪县科协工作简报
第${number}期

【工作动态】
青溪县科协举办科普讲座
2021年5月10日，青溪县科协在县科技馆举办科普讲座，120人参加。讲座由专家主讲。听众反映很好。

本期讲座编号${number}。

云台镇科协开展志愿服务
5月11日，云台镇科协组织志愿者进村服务，发放资料300份。
`
const clear = (number: number) => `青溪县科协工作简报
第${number}期
青溪县科协办公室  2021年6月${number}日

【工作动态】
青溪县科协举办第${number}次讲座
6月${number}日，青溪县科协在县科技馆举办科普讲座，120人参加。
`
const text = (name: string, words: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(words) })
const uploads = (page: Page) => page.getByRole('region', { name: '本次上传' })
const row = (page: Page, file: string) => uploads(page).getByRole('listitem').filter({ hasText: file })
const structure = (page: Page) => page.getByLabel('识别出的结构')
const doubtsLeft = async (page: Page) =>
  Number((await page.getByRole('heading', { name: /存疑（还有/ }).textContent())?.match(/\d+/)?.[0])

async function upload(page: Page, name: string, words: string): Promise<void> {
  await page.locator('input[type=file]').setInputFiles([text(name, words)])
  await row(page, name).getByText('识别完成').waitFor({ timeout: 60_000 })
}

async function findDocument(context: BrowserContext, name: string) {
  const answer = await context.request.get(`${demonstration.url}/api/documents?q=${encodeURIComponent(name)}`)
  return (await answer.json()).rows[0]
}

describe('reviewing by keyboard', () => {
  it('settles, corrects, takes back and accepts, and goes on to the next document', async () => {
    const { context, page, errors } = await open()
    await upload(page, '讲座简报.txt', bulletin(41))
    await upload(page, '另一份简报.txt', bulletin(42))
    await row(page, '讲座简报.txt').getByRole('link', { name: '审核 讲座简报.txt' }).click()
    await page.getByRole('toolbar', { name: '审核操作' }).waitFor()
    const before = await doubtsLeft(page)
    expect(before).toBeGreaterThan(1)

    await page.keyboard.press('n')
    await page.getByText(`第 1 / ${before} 处`).waitFor()
    await page.keyboard.press('a')
    await expect.poll(() => doubtsLeft(page)).toBe(before - 1)
    await page.keyboard.press('z')
    await page.getByText('已撤销：认可一处存疑').waitFor()
    await expect.poll(() => doubtsLeft(page)).toBe(before)
    await page.keyboard.press('Shift+Z')
    await page.getByText('已重做：认可一处存疑').waitFor()
    await expect.poll(() => doubtsLeft(page)).toBe(before - 1)

    await structure(page).getByRole('button', { name: '本期讲座编号41。' }).click()
    await page.keyboard.press('h')
    await structure(page).getByRole('heading', { name: '本期讲座编号41。' }).waitFor()
    await page.keyboard.press('z')
    await expect
      .poll(() => structure(page).getByRole('heading', { name: '本期讲座编号41。' }).count())
      .toBe(0)

    await structure(page).locator('[data-kind="unit"]').filter({ hasText: '青溪县科协' }).first().click()
    await page.keyboard.press('u')
    const dialog = page.getByRole('dialog', { name: '改单位' })
    await dialog.getByRole('combobox', { name: '单位' }).fill('青溪县科学技术协会')
    await dialog.getByRole('checkbox', { name: /记住简称/ }).check()
    await takePicture(page, 'review-unit')
    expect(await findBarriers(page)).toEqual([])
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'hidden' })
    await structure(page)
      .getByRole('button', { name: /^青溪县科学技术协会/ })
      .first()
      .waitFor()

    await structure(page).locator('[data-kind="date"]').first().click()
    await page.keyboard.press('d')
    await page.getByRole('dialog', { name: '改时间' }).getByRole('textbox').fill('2021年5月10日至12日')
    await page.getByText('读作 2021年5月10日 至 2021年5月12日').waitFor()
    await page.keyboard.press('Enter')
    await structure(page)
      .getByRole('button', { name: /2021年5月10日 至 2021年5月12日/ })
      .waitFor()

    await page.keyboard.press('r')
    const history = page.getByRole('dialog', { name: '修改记录' })
    await history.getByText('青溪县科学技术协会').first().waitFor()
    await takePicture(page, 'review-history')
    await page.keyboard.press('Escape')
    await history.waitFor({ state: 'hidden' })

    await page.keyboard.press('Control+Enter')
    const ask = page.getByRole('dialog', { name: /处存疑没有看过，仍要入库/ })
    await ask.getByRole('button', { name: '仍要入库' }).click()
    await page.getByText('“讲座简报.txt”已入库').waitFor()
    await page.waitForURL(/\/documents\/[0-9a-f-]{36}\/review$/)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).not.toBe('讲座简报.txt')
    const accepted = await findDocument(context, '讲座简报')
    expect(accepted).toMatchObject({ state: 'accepted' })
    expect(accepted.issueIds).toHaveLength(1)

    await page.goto(`${demonstration.url}/desk/documents/${accepted.id}/review`)
    await page.getByText('这份文稿已经入库').waitFor()
    await page.keyboard.press('a')
    await page.getByText('这份文稿现在不能改').waitFor()
    await page.getByRole('button', { name: '退回审核' }).click()
    await page.getByText('已退回审核').waitFor()
    expect(errors).toEqual([])
    await context.close()
  })

  it('shows all keys, and does nothing with them while somebody types', async () => {
    const { context, page } = await open()
    await upload(page, '按键简报.txt', bulletin(43))
    await row(page, '按键简报.txt').getByRole('link', { name: /审核/ }).click()
    await page.getByRole('toolbar').waitFor()
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: '快捷键' }).getByText('到下一处存疑').waitFor()
    expect(await findBarriers(page)).toEqual([])
    await page.keyboard.press('Escape')
    await structure(page).getByRole('button', { name: '青溪县科协举办科普讲座' }).first().click()
    await page.keyboard.press('h')
    const dialog = page.getByRole('dialog', { name: '改标题' })
    await dialog.getByRole('textbox', { name: '标题' }).fill('')
    await page.keyboard.type('haz')
    expect(await dialog.getByRole('textbox', { name: '标题' }).inputValue()).toBe('haz')
    await page.keyboard.press('Escape')
    await structure(page).getByRole('heading', { name: '青溪县科协举办科普讲座' }).waitFor()
    await context.close()
  })
})

describe('two reviewers', () => {
  it('do not collide: the second is told who reviews, may take over, and the first is told so', async () => {
    const first = await open()
    await upload(first.page, '两人简报.txt', bulletin(44))
    const { id } = await findDocument(first.context, '两人简报')
    const address = `${demonstration.url}/desk/documents/${id}/review`
    await first.page.goto(address)
    await first.page.getByRole('toolbar').waitFor()
    const second = await open()
    await second.page.goto(address)
    await second.page.getByText('您在另一个页面打开了这份文稿').waitFor()
    await second.page.keyboard.press('n')
    await second.page.keyboard.press('a')
    await second.page.getByText('这份文稿现在不能改').waitFor()
    await takePicture(second.page, 'review-held')
    expect(await findBarriers(second.page)).toEqual([])

    await second.page.getByRole('button', { name: '接手' }).click()
    await second.page.getByRole('dialog').getByRole('button', { name: '接手' }).click()
    await second.page.getByRole('dialog').waitFor({ state: 'hidden' })
    await expect.poll(() => second.page.getByText('您在另一个页面打开了').count()).toBe(0)
    await second.page.keyboard.press('n')
    await second.page.keyboard.press('a')
    await expect.poll(() => second.page.getByRole('button', { name: '撤销' }).isEnabled()).toBe(true)

    await first.page.keyboard.press('n')
    await first.page.keyboard.press('a')
    await first.page.getByText('页面已换成最新内容').waitFor()
    await first.page.getByText('接手审核这份文稿', { exact: false }).waitFor()

    await second.page.goto(`${demonstration.url}/desk/documents`)
    await second.page.getByRole('heading', { name: '文稿入库', level: 1 }).waitFor()
    await first.page.goto(address)
    await first.page.getByRole('button', { name: '入库' }).first().waitFor()
    await first.context.close()
    await second.context.close()
  })
})

describe('many documents', () => {
  it('come in one ZIP, and those without doubts are accepted together', async () => {
    const { context, page, errors } = await open()
    const parts = [1, 2, 3].map(number => ({ name: `2021/第${number}期.txt`, content: clear(number) }))
    const zip = zipFile([...parts, { name: '2021/空.txt', content: '' }])
    await page
      .locator('input[type=file]')
      .setInputFiles([{ name: '旧简报.zip', mimeType: 'application/zip', buffer: zip }])
    await row(page, '旧简报.zip').getByText('已收到').waitFor({ timeout: 60_000 })
    const batch = page.getByRole('listitem').filter({ hasText: '旧简报.zip' }).filter({ hasText: '共 4 份' })
    await batch.getByText('已完成').waitFor({ timeout: 60_000 })
    await batch.getByText('1 份没有收下').click()
    await batch.getByText('空文件', { exact: false }).waitFor()
    await takePicture(page, 'batch')
    expect(await findBarriers(page)).toEqual([])

    await batch.getByRole('link', { name: '看这一批：旧简报.zip' }).click()
    await page.getByText('只看批次：旧简报.zip').waitFor()
    const table = page.getByRole('table', { name: '全部文稿' })
    await expect.poll(() => table.getByRole('link', { name: /^审核/ }).count()).toBe(3)
    await page.getByRole('checkbox', { name: '选中 第1期.txt' }).check()
    await page.getByRole('button', { name: '入库所选 1 份' }).click()
    await page.getByText('1 份已入库').first().waitFor()
    await page.getByRole('button', { name: '全部无存疑的入库' }).click()
    await page
      .getByRole('dialog', { name: '把 2 份无存疑的文稿全部入库？' })
      .getByRole('button', { name: '入库', exact: true })
      .click()
    await expect.poll(() => table.getByText('已入库').count()).toBe(3)

    const { id } = await findDocument(context, '第1期')
    await page.goto(`${demonstration.url}/desk/documents/${id}/review`)
    await page.getByText('这份文稿已经入库').waitFor()
    // What is done is not asked for again.
    expect(await page.getByText('没有存疑。').count()).toBe(2)
    expect(await page.getByText('可以入库').count()).toBe(0)
    expect(errors).toEqual([])
    await context.close()
  })
})

describe('a picture', () => {
  it('waits until somebody asks for its letters, then is reviewed beside its original', async () => {
    const { context, page, errors } = await open()
    const paper = await context.newPage()
    await paper.setViewportSize({ width: 1100, height: 620 })
    const lines = clear(7)
      .split('\n')
      .map(line => `<p>${line}</p>`)
    await paper.setContent(`<body style="font: 34px 'Noto Sans SC'; margin: 40px">${lines.join('')}</body>`)
    const scan = { name: '扫描件.png', mimeType: 'image/png', buffer: await paper.screenshot() }
    await paper.close()
    await page.locator('input[type=file]').setInputFiles([scan])
    await row(page, '扫描件.png').getByText('待识别文字').waitFor({ timeout: 60_000 })
    expect(await findBarriers(page)).toEqual([])
    await row(page, '扫描件.png').getByRole('button', { name: '识别文字：扫描件.png' }).click()
    await row(page, '扫描件.png').getByRole('progressbar', { name: '扫描件.png 的进度' }).waitFor()
    await takePicture(page, 'recognising')
    await row(page, '扫描件.png').getByText('识别完成').waitFor({ timeout: 120_000 })
    await row(page, '扫描件.png').getByRole('link', { name: '审核 扫描件.png' }).click()
    await structure(page).getByText('县科技馆').first().waitFor()
    await page.getByRole('button', { name: '原件', exact: true }).click()
    const picture = page.getByRole('img', { name: '原件：扫描件.png' })
    await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(1100)
    await takePicture(page, 'review-scan')
    expect(await findBarriers(page)).toEqual([])
    expect(errors).toEqual([])
    await context.close()
  })
})

describe('everybody', () => {
  it.each([
    ['desktop', desktop, 'light'],
    ['desktop-dark', desktop, 'dark'],
    ['phone', phone, 'light'],
    ['phone-dark', phone, 'dark'],
  ] as const)('meets no barrier in the review: %s', async (name, viewport, colorScheme) => {
    const { context, page, errors } = await open(viewport, {
      colorScheme,
      ...(viewport === phone ? { hasTouch: true, isMobile: true } : {}),
    })
    await upload(page, `大家-${name}.txt`, bulletin(50 + name.length))
    await row(page, `大家-${name}.txt`).getByRole('link', { name: /审核/ }).click()
    const bar = page.getByRole('toolbar', { name: '审核操作' })
    await bar.getByRole('button', { name: '下一处存疑' }).click()
    await page.getByText(/第 1 \/ \d+ 处/).waitFor()
    await takePicture(page, `review-${name}`)
    expect(await findBarriers(page)).toEqual([])
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    await bar.getByRole('button', { name: '认可' }).click()
    if (viewport === phone) {
      await page.getByRole('button', { name: '原文', exact: true }).click()
      await takePicture(page, `review-original-${name}`)
      expect(await overflow(page)).toBeLessThanOrEqual(0)
      await bar.getByRole('button', { name: '更多操作' }).click()
      await page.getByRole('dialog').getByRole('button', { name: '标题' }).waitFor()
      await takePicture(page, `review-more-${name}`)
      expect(await findBarriers(page)).toEqual([])
    }
    expect(errors).toEqual([])
    await context.close()
  })
})

describe('short names that were kept', () => {
  it('are listed with who kept them, and are forgotten on request', async () => {
    const { context, page, errors } = await open()
    await upload(page, '简称简报.txt', bulletin(45))
    await row(page, '简称简报.txt').getByRole('link', { name: /审核/ }).click()
    await page.getByRole('toolbar', { name: '审核操作' }).waitFor()
    await structure(page).locator('[data-kind="unit"]').filter({ hasText: '云台镇科协' }).first().click()
    await page.keyboard.press('u')
    const dialog = page.getByRole('dialog', { name: '改单位' })
    await dialog.getByRole('combobox', { name: '单位' }).fill('青溪县云台镇科学技术协会')
    await dialog.getByRole('checkbox', { name: /记住简称/ }).check()
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'hidden' })

    await page.goto(`${demonstration.url}/desk/archive-units`)
    await page.getByRole('link', { name: '记住的简称' }).click()
    const kept = page.getByRole('table', { name: '记住的简称' }).getByRole('row', { name: /云台镇科协/ })
    await kept.getByRole('link', { name: '青溪县云台镇科学技术协会' }).waitFor()
    await takePicture(page, 'learned-names')
    expect(await findBarriers(page)).toEqual([])
    await kept.getByRole('button', { name: '删去“云台镇科协”' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '删去' }).click()
    await page.getByText('已删去“云台镇科协”').waitFor()
    await expect.poll(() => kept.count()).toBe(0)
    await page.setViewportSize(phone)
    await expect.poll(() => overflow(page)).toBeLessThanOrEqual(0)
    await takePicture(page, 'learned-names-phone')
    expect(errors).toEqual([])
    await context.close()
  })
})
