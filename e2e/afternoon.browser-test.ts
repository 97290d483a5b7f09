/** Step by step with a DOCX, a PDF and a magazine: import, review, search, download. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readDocument } from '@jianbao/intake'
import { bulletinFromDocument, openTypesetter, typesetDocx } from '@jianbao/typesetting'
import type { Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import { findBarriers } from './axe.ts'
import { openDemonstration } from './demonstration.ts'
import { takePicture } from './pictures.ts'

const root = join(import.meta.dirname, '..')
const gold = join(root, 'packages/intake/gold')

type Manuscript = { readonly name: string; readonly bytes: Buffer; readonly opening: string }

const demonstration = openDemonstration(17_300)
let manuscripts: Manuscript[]

beforeAll(async () => {
  manuscripts = [await wordFile(), await pdfFile(), magazineFile()]
})

const invented = (name: string) => readDocument(readFileSync(join(gold, name), 'utf8'))
const firstHeadline = (reading: ReturnType<typeof readDocument>) =>
  reading.columns.flatMap(column => column.articles.flatMap(article => article.headline ?? []))[0]!

async function wordFile(): Promise<Manuscript> {
  const reading = invented('13-hospital-group.txt')
  const bytes = Buffer.from(await typesetDocx(bulletinFromDocument(reading)))
  return { name: '医院简报.docx', bytes, opening: firstHeadline(reading) }
}

async function pdfFile(): Promise<Manuscript> {
  const reading = invented('12-district-schools.txt')
  const typesetter = openTypesetter()
  try {
    const { pdf } = await typesetter.typesetPdf(bulletinFromDocument(reading), {})
    return { name: '学校简报.pdf', bytes: Buffer.from(pdf), opening: firstHeadline(reading) }
  } finally {
    await typesetter.close()
  }
}

/** The shared magazine, an invented one where it is absent. */
function magazineFile(): Manuscript {
  const seeds = join(root, '../shared/seeds')
  const seed = existsSync(seeds) ? readdirSync(seeds).find(name => name.startsWith('004')) : undefined
  if (!seed) console.log('the shared magazine is not there: the journey takes an invented one')
  const folder = seed ? seeds : join(gold, 'magazines')
  const file = seed ?? readdirSync(folder).find(name => name.endsWith('.txt') && name.startsWith('m1'))!
  const bytes = readFileSync(join(folder, file))
  return { name: '期刊.txt', bytes, opening: firstHeadline(readDocument(bytes.toString('utf8'))) }
}

const row = (page: Page, file: string) =>
  page.getByRole('region', { name: '本次上传' }).getByRole('listitem').filter({ hasText: file })

it('takes a DOCX, a PDF and a magazine from the folder to the archive and back to paper', async () => {
  const { context, page, errors } = await demonstration.visitDesk('/documents')
  page.setDefaultTimeout(20_000)

  // Import: all three at once.
  await page
    .locator('input[type=file]')
    .setInputFiles(
      manuscripts.map(({ name, bytes }) => ({ name, mimeType: 'application/octet-stream', buffer: bytes })),
    )
  for (const { name } of manuscripts) await row(page, name).getByText('识别完成').waitFor({ timeout: 90_000 })
  await takePicture(page, 'afternoon-received')

  for (const { name, opening } of manuscripts) {
    const answer = await context.request.get(
      `${demonstration.url}/api/documents?q=${encodeURIComponent(name)}`,
    )
    const { id, issueIds } = (await answer.json()).rows[0]
    expect([name, issueIds]).toEqual([name, []])

    // Review: what is doubtful is looked at, then the document is accepted.
    await page.goto(`${demonstration.url}/desk/documents/${id}/review`)
    await page.getByRole('toolbar', { name: '审核操作' }).waitFor()
    await page.getByLabel('识别出的结构').getByText(opening.slice(0, 8)).first().waitFor()
    const doubts = page.getByRole('heading', { name: /存疑（还有/ })
    const left = async () => Number((await doubts.textContent())?.match(/\d+/)?.[0])
    const before = (await doubts.count()) > 0 ? await left() : 0
    if (before > 0) {
      await page.keyboard.press('n')
      await page.keyboard.press('a')
      await expect.poll(left).toBe(before - 1)
    }
    await takePicture(page, `afternoon-review-${name}`)
    expect([name, await findBarriers(page)]).toEqual([name, []])
    await page.keyboard.press('Control+Enter')
    if (before > 1) await page.getByRole('button', { name: '仍要入库' }).click()
    await page.getByText(`“${name}”已入库`).waitFor({ timeout: 30_000 })

    // Search: its first headline, as it is.
    await page.goto(`${demonstration.url}/desk/search?q=${encodeURIComponent(`“${opening}”`)}`)
    const hit = page.getByRole('list', { name: '检索结果' }).getByRole('listitem').first()
    await hit.locator('mark').first().waitFor()
    await hit.getByRole('link').first().click()
    await page.waitForURL(/\/articles\//)
    await page.locator('mark').first().waitFor()
    expect([name, await findBarriers(page)]).toEqual([name, []])

    // Download: the issue it stands in, typeset.
    const accepted = (await (
      await context.request.get(`${demonstration.url}/api/documents/${id}/summary`)
    ).json()) as {
      issueIds: string[]
    }
    await page.goto(`${demonstration.url}/desk/issues/${accepted.issueIds[0]}`)
    for (const [button, magic] of [
      ['PDF', '%PDF'],
      ['Word（DOCX）', 'PK'],
    ] as const) {
      const coming = page.waitForEvent('download', { timeout: 90_000 })
      await page.getByRole('button', { name: button, exact: true }).click()
      const bytes = readFileSync(await (await coming).path())
      expect(bytes.subarray(0, magic.length).toString()).toBe(magic)
      expect(bytes.length).toBeGreaterThan(5000)
    }
    await takePicture(page, `afternoon-issue-${name}`)
  }
  expect(errors).toEqual([])
  await context.close()
})
