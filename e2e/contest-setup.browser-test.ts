/** 竞赛的设置: from a template to an open contest, as the office does it. */
import { describe, expect, test } from 'vitest'
import { findBarriers } from './axe.ts'
import { openDemonstration } from './demonstration.ts'
import { takePicture } from './pictures.ts'
import { choose, overflow, phone } from './visit.ts'

const demonstration = openDemonstration(17_710)
const { visitAs, get } = demonstration
const title = '社区科普知识竞赛'

describe('a contest', () => {
  test('is made from a template, says what its rules mean, is rehearsed, opened and ended', async () => {
    const { page, context, errors } = await visitAs('gongzuozu', '/contests')
    await page.getByRole('link', { name: '新建竞赛' }).click()
    await page.getByRole('button', { name: '用这个模板：每日一答 20 题' }).click()
    await page.getByLabel('竞赛名称').fill(title)
    // What was typed outlives the window.
    await page.reload()
    await page.getByText(`“${title}”还在这台设备上`).waitFor()
    await page.getByRole('button', { name: '接着填' }).click()
    expect(await page.getByLabel('竞赛名称').inputValue()).toBe(title)

    await page.getByRole('button', { name: /^2\s*题目/ }).click()
    const bank = page.getByLabel(/^题库/)
    if (!(await page.getByText(/所选题库共有已审题目/).isVisible()))
      await choose(page, bank, '科学素质演示题库').catch(() => undefined)
    await page.getByText(/所选题库共有已审题目 \d+ 道/).waitFor()
    const first = page.getByRole('group', { name: '第 1 部分' })
    await first.getByLabel('题数').fill('150')
    await page
      .getByText(/要抽 150 题，题库里只有 \d+ 题符合/)
      .first()
      .waitFor()
    await first.getByLabel('题数').fill('3')
    await page.getByText('设置齐全，可以演练、开放。').waitFor()
    await page.getByText('每次 16 题（判断 3、单选 7、多选 6），每题 30 秒。').waitFor()
    await page.getByRole('button', { name: '保存竞赛' }).click()
    await page.getByRole('button', { name: '开放竞赛' }).waitFor()

    await page.getByRole('button', { name: '看样卷' }).click()
    await expect.poll(() => page.locator('.ant-drawer ol > li p').count()).toBeGreaterThan(15)
    await takePicture(page, 'contest-preview')
    await page.getByRole('button', { name: '关闭', exact: true }).last().click()

    await page.getByRole('button', { name: '演练', exact: true }).click()
    await page.getByLabel('模拟选手人数').fill('40')
    await page.getByRole('button', { name: '开始演练' }).click()
    await page.getByText(/演练完成：40 人/).waitFor({ timeout: 60_000 })
    await page.getByText('没有出错，没有被拒绝的操作。').waitFor()
    await takePicture(page, 'contest-rehearsal')
    await page.getByRole('button', { name: '结束演练' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '结束演练' }).click()
    await page.getByRole('button', { name: '开放竞赛' }).click()
    await page
      .getByRole('dialog')
      .getByText(/将冻结 \d+ 道已审题目/)
      .waitFor()
    await page.getByRole('dialog').getByRole('button', { name: '开放竞赛' }).click()
    await page.getByRole('heading', { name: '参赛网址' }).waitFor()
    await page.getByText(/还没到开始时间/).waitFor()
    const { rows } = await get(context, `/api/contests?q=${encodeURIComponent(title)}`)
    expect(rows).toMatchObject([{ state: 'open', people: 0, attempts: 0 }])

    await page.getByRole('button', { name: '查看题目、撤下问题题目' }).click()
    await page.getByRole('button', { name: '撤下这题' }).first().click()
    const withdrawing = page.getByRole('dialog').last()
    await withdrawing.getByLabel(/^原因/).fill('选项有误')
    await withdrawing.getByRole('button', { name: '撤下这题' }).click()
    await page
      .getByText(/撤下：选项有误/)
      .first()
      .waitFor()
    await page.keyboard.press('Escape')
    await page.getByText(/其中撤下 1 题/).waitFor()

    await page.getByRole('button', { name: '提前结束' }).click()
    const closing = page.getByRole('dialog').last()
    await closing.getByText(/今天共有 0 人参加/).waitFor()
    await closing.getByLabel(/^原因/).fill('场地检修')
    await closing.getByRole('button', { name: '提前结束' }).click()
    await page.getByRole('button', { name: '公示结果' }).waitFor()
    await page.getByText('结束：场地检修').waitFor()
    expect(errors).toEqual([])
    await context.close()
  }, 180_000)

  test.each(['light', 'dark'] as const)(
    'has no barrier and no width beyond a phone, %s',
    async colorScheme => {
      const { page, context, errors } = await visitAs('gongzuozu', '/contests', phone, { colorScheme })
      await page.getByText('全民科学素质网络知识竞赛').first().waitFor()
      expect(await findBarriers(page)).toEqual([])
      expect(await overflow(page)).toBe(0)
      await takePicture(page, `contest-list-${colorScheme}`)
      await page.getByRole('link', { name: '全国科普日知识挑战赛' }).click()
      await page.getByRole('heading', { name: '规则是这样的' }).waitFor()
      for (const step of ['题目', '时间与次数', '抽奖与证书']) {
        await page.getByRole('button', { name: new RegExp(`^\\d\\s*${step}`) }).click()
        await page.getByRole('heading', { name: step, level: 2, exact: true }).waitFor()
        expect(await findBarriers(page)).toEqual([])
        expect(await overflow(page)).toBe(0)
      }
      expect(errors).toEqual([])
      await context.close()
    },
    120_000,
  )

  test('shows its numbers to those who only read, and offers them nothing to do', async () => {
    const { page, context, errors } = await visitAs('xinxiyuan', '/contests')
    const row = page.getByRole('row', { name: /全民科学素质网络知识竞赛/ })
    await row.getByText('本单位参加，数字只含本单位和下级').waitFor()
    const { rows } = await get(context, '/api/contests?state=open')
    expect(rows).toMatchObject([{ whole: false, actions: [] }])
    const people = rows[0].people.toLocaleString('zh-CN')
    await row.getByRole('link', { name: people, exact: true }).first().click()
    await page.getByText(`共 ${people} 人`).waitFor()
    await page.goBack()
    await page.getByRole('link', { name: '全民科学素质网络知识竞赛' }).click()
    await page.getByText(/只含您所在单位及下级的数据/).waitFor()
    await page.goBack()
    await page.getByRole('heading', { name: '知识竞赛' }).waitFor()
    expect(await page.getByRole('link', { name: '新建竞赛' }).count()).toBe(0)
    expect(errors).toEqual([])
    await context.close()
  }, 60_000)
})
