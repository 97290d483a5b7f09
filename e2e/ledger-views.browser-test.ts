/** Board, matrix, timeline, calendar and statistics: cards go from column to column, figures open their lists. */
import type { BrowserContext, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { findBarriers } from './axe.ts'
import { openDemonstration } from './demonstration.ts'
import { takePicture } from './pictures.ts'
import { desktop, overflow, phone } from './visit.ts'

const demonstration = openDemonstration(17382)
const dayMs = 86_400_000
const day = (ahead: number): string => new Date(Date.now() + ahead * dayMs).toISOString().slice(0, 10)
const views = ['board', 'matrix', 'timeline', 'calendar', 'statistics'] as const

type Matter = {
  readonly kind: string
  readonly title: string
  readonly from: number
  readonly due: number
  readonly units: number
}

/** Matters at counties and cities, past the form. */
async function propose(
  context: BrowserContext,
  { kind, title, from, due, units: count }: Matter,
): Promise<void> {
  const { rows: ledgers } = await demonstration.get(context, '/api/ledgers')
  const ledger = ledgers.find(
    (each: { kind: string; actions: string[] }) => each.kind === kind && each.actions.includes('propose'),
  )
  const { rows: units } = await demonstration.get(context, `/api/units?kind=county&pageSize=${count}`)
  await demonstration.send(context, 'POST', '/api/ledger-matters', {
    ledgerId: ledger.id,
    units: { ids: units.map(({ id }: { id: string }) => id) },
    facts: {
      title,
      startDay: day(from),
      dueDay: day(due),
      ownerName: '周明',
      milestones: [{ name: '完成自查', day: day(Math.min(due, from + 20)) }],
    },
    submit: true,
  })
}

async function fill(context: BrowserContext): Promise<void> {
  await propose(context, {
    kind: 'rectification',
    title: '学习记录不全，补齐三月以来的学习台账',
    from: -40,
    due: -3,
    units: 9,
  })
  await propose(context, {
    kind: 'rectification',
    title: '科普阵地开放时间与公示不一致',
    from: -20,
    due: 2,
    units: 12,
  })
  await propose(context, {
    kind: 'rectification',
    title: '联系服务科技工作者名册未更新',
    from: -10,
    due: 25,
    units: 6,
  })
}

const column = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const count = async (page: Page, name: string): Promise<number> =>
  Number((await column(page, name).locator('header > a').first().innerText()).replace(/\D/g, ''))

test('a card is carried by keyboard into the next column, and its list says the same number', async () => {
  const { page, context, errors } = await demonstration.visitAs('gongzuozu')
  const title = '待提交审核的一件事'
  const { rows: ledgers } = await demonstration.get(context, '/api/ledgers')
  const ledger = ledgers.find(({ kind }: { kind: string }) => kind === 'rectification')
  const { rows: units } = await demonstration.get(context, '/api/units?kind=county&pageSize=1')
  await demonstration.send(context, 'POST', '/api/ledger-matters', {
    ledgerId: ledger.id,
    units: { ids: [units[0].id] },
    facts: { title, dueDay: day(20) },
  })
  await page.goto(`${demonstration.url}/desk/ledgers/board?q=${encodeURIComponent(title)}`)
  await expect.poll(() => count(page, '立项')).toBe(1)
  const handle = page.getByRole('button', { name: `拖动“${title}”` })
  await handle.focus()
  // Each key is pressed when the one before was heard, as somebody does who listens to what is said.
  const said = page.locator('[id^="DndLiveRegion"]')
  await page.keyboard.press('Space')
  await expect.poll(() => said.textContent()).toContain('立项')
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => said.textContent()).toContain('待审核')
  await page.keyboard.press('Space')
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: '提交审核', exact: true }).click()
  await expect.poll(() => count(page, '待审核')).toBe(1)
  await column(page, '待审核').locator('header > a').first().click()
  await expect
    .poll(() =>
      page
        .getByRole('link', { name: title })
        .or(page.getByRole('button', { name: title }))
        .count(),
    )
    .toBeGreaterThan(0)
  expect(errors).toEqual([])
})

test.each(['light', 'dark'] as const)(
  'every view is looked at in %s, on a desk and on a phone',
  async colorScheme => {
    for (const [size, viewport] of [
      ['desktop', desktop],
      ['phone', phone],
    ] as const) {
      const { page, context, errors } = await demonstration.visitAs('gongzuozu', '/', viewport, {
        colorScheme,
      })
      if (size === 'desktop' && colorScheme === 'light') await fill(context)
      for (const view of views) {
        await page.goto(`${demonstration.url}/desk/ledgers/${view}`)
        await page.getByRole('heading', { level: 1 }).waitFor()
        await expect.poll(() => page.locator('.ant-skeleton').count()).toBe(0)
        await takePicture(page, `ledger-${view}-${size}-${colorScheme}`)
        expect([view, await overflow(page)]).toEqual([view, 0])
        expect([view, await findBarriers(page)]).toEqual([view, []])
      }
      expect(errors).toEqual([])
    }
  },
)
