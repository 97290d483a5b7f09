/** 入场码 from the desk to a player: made for units, downloaded once, used on a phone, the rest taken back. */
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import ExcelJs from 'exceljs'
import { expect, test } from 'vitest'
import { findBarriers } from './axe.ts'
import { openDemonstration } from './demonstration.ts'
import { takePicture } from './pictures.ts'
import { desktop, overflow, phone } from './visit.ts'

const demonstration = openDemonstration(17790)
type Visited = Awaited<ReturnType<typeof demonstration.visitAs>>

/** A contest like the one that is on, but joined by codes, still being set up. */
async function addContest({ context }: Visited): Promise<string> {
  const { rows } = await demonstration.get(context, '/api/contests')
  const model = await demonstration.get(
    context,
    `/api/contests/${rows.find((row: { state: string }) => row.state === 'open').id}`,
  )
  const id = randomUUID()
  const identity = { kind: 'code', provider: null }
  const privacy = { ...model.rules.privacy, minimumAge: 14 }
  await demonstration.send(context, 'POST', '/api/contests', {
    ...{
      id,
      unitId: model.unitId,
      title: '凭码参赛的竞赛',
      slug: `by-codes-${id.slice(0, 8)}`,
      about: '',
      bankIds: [],
    },
    rules: { ...model.rules, identity, privacy },
  })
  return id
}

test('codes are made for a unit, come as a sheet once, are counted, and unused ones taken back', async () => {
  const visit = await demonstration.visitAs('gongzuozu', '/contests')
  const { page, errors } = visit
  const id = await addContest(visit)
  await page.goto(`${demonstration.url}/desk/contests/${id}`)
  await page.getByRole('link', { name: '入场码' }).click()
  await page.getByRole('heading', { level: 1, name: '入场码' }).waitFor()
  await page.getByText('还没有发入场码').waitFor()
  await page.getByRole('button', { name: '生成并下载' }).click()
  await page.getByText('请选择单位。').waitFor()
  expect(await findBarriers(page)).toEqual([])
  await takePicture(page, 'entry-codes-empty')

  await page.getByRole('searchbox').fill('洛阳市科协')
  await page
    .getByRole('button', { name: /^洛阳市科/ })
    .first()
    .click()
  await page.getByRole('radio', { name: '发给它的每个直属单位' }).check()
  await page.getByRole('spinbutton').fill('3')
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: '生成并下载' }).click()
  const file = await coming
  expect(file.suggestedFilename()).toMatch(/^凭码参赛的竞赛入场码.*\.xlsx$/)
  const book = new ExcelJs.Workbook()
  await book.xlsx.load((await readFile(await file.path())) as unknown as ArrayBuffer)
  const sheet = book.worksheets[0]!
  const made = sheet.rowCount - 1
  expect(made % 3).toBe(0)
  expect(String(sheet.getCell('C2').value)).toMatch(/^[2-9A-Y]{5}-[2-9A-Y]{5}$/)
  await page.getByText(`已发 ${made} 个，已用 0 个`).waitFor()
  expect(await findBarriers(page)).toEqual([])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  await takePicture(page, 'entry-codes')

  const small = await demonstration.visitAs('gongzuozu', `/contests/${id}/entry-codes`, phone, {
    colorScheme: 'dark',
  })
  await small.page.getByText(`已发 ${made} 个，已用 0 个`).waitFor()
  expect(await findBarriers(small.page)).toEqual([])
  expect(await overflow(small.page)).toBeLessThanOrEqual(0)
  await takePicture(small.page, 'entry-codes-phone')

  await page
    .getByRole('button', { name: /作废未用的码$/ })
    .first()
    .click()
  await page.getByRole('dialog').getByRole('button', { name: '作废', exact: true }).click()
  await page.getByText(`已发 ${made - 3} 个，已用 0 个`).waitFor()
  expect([...errors, ...small.errors]).toEqual([])
  expect(page.viewportSize()).toEqual(desktop)
})
