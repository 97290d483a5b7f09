/** A series is opened, set up and numbered at the desk, and briefs are drafted for an issue of it. */
import { describe, expect, it } from 'vitest'
import { findBarriers } from './axe.ts'
import { openDemonstration } from './demonstration.ts'
import { takePicture } from './pictures.ts'
import { overflow, phone } from './visit.ts'

const demonstration = openDemonstration(17_740)

describe('series', () => {
  it('opens one from the template, orders its columns, reads a pasted list, and keeps what was saved', async () => {
    const { page, errors, context } = await demonstration.visitAs('demo', '/series')
    await page
      .getByRole('link', { name: /学习教育简报$/ })
      .first()
      .waitFor()
    await takePicture(page, 'series-list')
    expect(await findBarriers(page)).toEqual([])

    await page.getByRole('button', { name: '新设刊物' }).click()
    const drawer = page.getByRole('dialog')
    await drawer.getByLabel(/^刊名/).fill('青禾行动简报')
    await drawer.getByLabel(/^编发单位/).fill('青禾行动领导小组办公室')
    await drawer.getByLabel('已编到第几期').fill('7')
    await takePicture(page, 'series-new')
    await drawer.getByRole('button', { name: /^新\s?设$/ }).click()
    await page.getByRole('heading', { name: '青禾行动简报', level: 1 }).waitFor()
    await expect.poll(() => page.getByRole('region', { name: '编号' }).textContent()).toContain('第8期')

    const columns = page.getByRole('region', { name: '栏目' })
    const names = () =>
      columns.getByLabel('栏目名').evaluateAll(all => all.map(each => (each as HTMLInputElement).value))
    await expect.poll(names).toEqual(['要情快报', '经验交流', '学教动态', '学教短波'])
    await columns.getByRole('button', { name: '上移“学教短波”' }).click()
    await columns.getByRole('button', { name: '去掉“经验交流”' }).click()
    await expect.poll(names).toEqual(['要情快报', '学教短波', '学教动态'])

    const recipients = page.getByRole('region', { name: '发送范围' })
    await recipients.getByRole('button', { name: /^发.*加入$/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('按类别全选').click()
    await dialog.getByRole('button', { name: /^加入 1\d 个$/ }).click()
    await recipients.getByText(/^1\d 个：系统内 1\d/).waitFor()
    await recipients.getByRole('button', { name: /^送.*加入$/ }).click()
    await dialog.getByText('粘贴名单').click()
    await dialog.getByLabel(/^名单/).fill('洛阳市科协\n晴川联盟 qingchuan@example.org\n某某编辑部')
    await dialog.getByRole('button', { name: /^识\s?别$/ }).click()
    await dialog.getByText('认出 1 个单位、1 个邮箱，另有 1 个只印名称。').waitFor()
    await takePicture(page, 'series-paste')
    await dialog.getByRole('button', { name: '加入 3 个' }).click()

    // What was typed is not lost by a click on the menu.
    await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '刊物设置' }).click()
    await page.getByText('改动还没有保存').waitFor()
    await page.getByRole('button', { name: '留在这里' }).click()
    await page.getByRole('button', { name: /^保\s?存$/ }).click()
    await page.getByText('已保存').waitFor()
    await page.locator('[role="img"] svg').first().waitFor()
    await takePicture(page, 'series-page')
    await page.reload()
    await page.getByRole('heading', { name: '青禾行动简报', level: 1 }).waitFor()
    await expect.poll(names).toEqual(['要情快报', '学教短波', '学教动态'])
    await recipients.getByText('qingchuan@example.org').waitFor()
    expect(await findBarriers(page)).toEqual([])

    await page.getByRole('button', { name: '调整编号' }).click()
    await page.getByRole('dialog').getByLabel('下一期编为第').fill('21')
    await page.getByRole('dialog').getByLabel('原因').fill('与纸质版衔接')
    await page.getByRole('dialog').getByRole('button', { name: '调整编号' }).click()
    await expect.poll(() => page.getByRole('region', { name: '编号' }).textContent()).toContain('第21期')
    expect(errors).toEqual([])
    await context.close()
  })

  it('is read on a phone, without a pixel beside the window, by who may not change it', async () => {
    const { page, errors, context } = await demonstration.visitAs('qianfa', '/series', phone)
    await page
      .getByRole('link', { name: /学习教育简报$/ })
      .first()
      .click()
    await page.getByText('只有本单位的编辑能修改。').waitFor()
    await page.locator('[role="img"] svg').first().waitFor()
    expect(await page.getByRole('button', { name: /^保\s?存$/ }).count()).toBe(0)
    expect(await overflow(page)).toBe(0)
    await takePicture(page, 'series-phone')
    expect(await findBarriers(page)).toEqual([])
    expect(errors).toEqual([])
    await context.close()
  })
})
