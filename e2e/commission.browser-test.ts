/** A piece is asked for at the desk, seen by its unit, moved and cancelled. */
import { expect, it } from 'vitest'
import { findBarriers } from './axe.ts'
import { openDemonstration } from './demonstration.ts'
import { takePicture } from './pictures.ts'
import { overflow, phone } from './visit.ts'

const demonstration = openDemonstration(17_680)
const title = '防汛科普的好做法'

it('a desk asks a unit, which sees it and goes to the form; the desk moves the day and cancels', async () => {
  const desk = await demonstration.visitAs('demo', '/commissions')
  await desk.page.getByRole('button', { name: '发起约稿' }).click()
  const dialog = desk.page.getByRole('dialog', { name: '发起约稿' })
  await dialog.getByRole('button', { name: '发出约稿' }).click()
  await dialog.getByText('请写题目').waitFor()
  await dialog.getByRole('searchbox').fill('孟津区科协')
  await dialog
    .getByRole('button', { name: /^孟津区科协/ })
    .first()
    .click()
  await dialog.getByLabel('题目').fill(title)
  await dialog.getByLabel('要求').fill('800 字以内，附照片 2 张。')
  await dialog.getByLabel('交稿日期').fill('2199-12-30')
  await takePicture(desk.page, 'commission-ask')
  expect(await findBarriers(desk.page)).toEqual([])
  await dialog.getByRole('button', { name: '发出约稿' }).click()
  await desk.page.getByRole('row', { name: new RegExp(title) }).waitFor()
  await takePicture(desk.page, 'commissions')
  expect(await findBarriers(desk.page)).toEqual([])

  for (const colorScheme of ['light', 'dark']) {
    const unit = await demonstration.visitAs('xinxiyuan', '/commissions?state=open', phone, { colorScheme })
    const card = unit.page.getByRole('listitem').filter({ hasText: title })
    await card.waitFor()
    await takePicture(unit.page, `commissions-phone-${colorScheme}`)
    expect([await overflow(unit.page), await findBarriers(unit.page)]).toEqual([0, []])
    expect(await unit.page.getByRole('button', { name: '发起约稿' }).count()).toBe(0)
    const form = await card.getByRole('link', { name: '去写稿' }).getAttribute('href')
    expect(form).toMatch(/\/reports\/new\?commission=/)
    await unit.context.close()
  }

  const row = desk.page.getByRole('row', { name: new RegExp(title) })
  await row.getByRole('button', { name: '改期' }).click()
  const move = desk.page.getByRole('dialog', { name: '改交稿日期' })
  await move.getByLabel('交稿日期').fill('2199-12-31')
  await move.getByRole('button', { name: '改期' }).click()
  await row.getByText('2199-12-31').waitFor()
  await row.getByRole('button', { name: '取消约稿' }).click()
  const cancel = desk.page.getByRole('dialog', { name: '取消约稿' })
  await cancel.getByRole('button', { name: '取消约稿' }).click()
  await cancel.getByText('请写明取消原因').waitFor()
  await cancel.getByLabel('取消原因').fill('选题已经撤下')
  await cancel.getByRole('button', { name: '取消约稿' }).click()
  await row.getByText('已取消').waitFor()
  await row.getByText('选题已经撤下').waitFor()
  expect(desk.errors).toEqual([])
  await desk.context.close()
})
