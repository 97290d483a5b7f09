/** Inspection in a browser: a tour is planned, a stop is worked at on a phone without a line, what was found goes on. */
import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { Stop, Tour, TourPage } from '../features/inspection/contract/index.ts'
import { findBarriers } from './axe.ts'
import { openDemonstration } from './demonstration.ts'
import { takePicture } from './pictures.ts'
import { overflow, phone } from './visit.ts'

const demonstration = openDemonstration(7392)
const { visitAs, get, send } = demonstration

/** A tour of dudao's own that is under way, with one stop and two questions. */
async function openTour(context: Parameters<typeof get>[0], name: string): Promise<Tour> {
  const people = await get(context, '/api/tour-people?q=%E8%80%81%E7%9D%A3')
  const units = await get(context, '/api/units?q=%E6%A0%BE%E5%B7%9D')
  const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  const draft = {
    ...{
      id: randomUUID(),
      name,
      purpose: '看台账',
      campaignId: null,
      fromDay: day,
      toDay: day,
      announced: true,
    },
    team: [{ personId: people.rows[0].personId, leader: true }],
    checklist: [
      { id: randomUUID(), kind: 'yes-no', text: '有专人负责', options: [], measure: '', noIsFinding: true },
      {
        id: randomUUID(),
        kind: 'figure',
        text: '今年办讲座',
        options: [],
        measure: '场',
        noIsFinding: false,
      },
    ],
  }
  const { id } = await send(context, 'POST', '/api/tours', draft)
  const stops = [{ unitId: units.rows[0].id, day }]
  const { version } = await send(context, 'POST', `/api/tours/${id}/stops`, { stops })
  return send(context, 'POST', `/api/tours/${id}/open`, { version })
}

const status = (page: Page) => page.getByRole('main').getByRole('status').first()

test('a stop is worked at without a line, outlives the page, and is on the server once', async () => {
  const { context, page, errors } = await visitAs('dudao', '/tours', phone, { hasTouch: true })
  const tour = await openTour(context, '断线也能填的督导')
  const stopId = tour.stopList[0]!.id
  const stopNow = (): Promise<Stop> => get(context, `/api/stops/${stopId}`)
  await page.goto(`${demonstration.url}/desk/stops/${stopId}`)
  await page.getByRole('heading', { name: '有专人负责' }).waitFor()
  // The shell is kept in the background: its worker says when.
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const names = (await caches.keys()).filter(name => name.startsWith('jianbao-shell-'))
        return names.length === 1 && (await (await caches.open(names[0]!)).match('/desk/')) !== undefined
      }),
    )
    .toBe(true)
  await context.setOffline(true)
  await page.getByRole('main').getByText('否', { exact: true }).click()
  await page.getByRole('button', { name: '下一题' }).click()
  await page.getByRole('spinbutton').fill('12')
  await expect.poll(() => status(page).textContent()).toContain('没有网络')
  await page
    .getByRole('button', { name: /^问题/ })
    .or(page.getByRole('tab', { name: /^问题/ }))
    .first()
    .click()
  await page.getByRole('button', { name: '记一个问题' }).click()
  await page.getByRole('textbox', { name: '问题' }).fill('展板内容两年没有换')
  await page.getByRole('textbox', { name: '建议措施' }).fill('七月底前更换')
  await expect.poll(() => status(page).textContent()).toContain('已保存在手机')
  await takePicture(page, 'stop-offline-375')
  // Asked past the window: the server has nothing of it yet.
  expect(await stopNow()).toMatchObject({ state: 'planned', answers: [], findings: [] })

  await page.reload()
  await page.getByRole('heading', { name: '展板内容两年没有换' }).waitFor()
  await expect.poll(() => status(page).textContent()).toContain('没有网络')
  await context.setOffline(false)
  await expect.poll(() => status(page).textContent(), { timeout: 20_000 }).toMatch(/已上传|已全部上传/)
  const { answers, findings } = await stopNow()
  expect(answers.map(({ value }) => value).sort()).toEqual([12, 'no'])
  expect(findings.map(({ problem }) => problem).sort()).toEqual(['展板内容两年没有换', '有专人负责：否'])

  await page.reload()
  await page.getByRole('heading', { name: '展板内容两年没有换' }).waitFor()
  await page.getByRole('button', { name: '检查结束' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '检查结束' }).click()
  await expect.poll(async () => (await stopNow()).state).toBe('done')
  const again = await stopNow()
  expect([again.answers.length, again.findings.length]).toEqual([2, 2])
  expect(await overflow(page)).toBeLessThanOrEqual(0)
  // Without a line the browser itself says that it could not reach the server.
  expect(errors.filter(words => !/ERR_INTERNET_DISCONNECTED|Failed to load resource/.test(words))).toEqual([])
  await context.close()
}, 120_000)

test('what another device changed is told, and chosen', async () => {
  const { context, page } = await visitAs('dudao', '/tours', phone, { hasTouch: true })
  const tour = await openTour(context, '两部手机的督导')
  const stopId = tour.stopList[0]!.id
  const [question] = tour.checklist
  await page.goto(`${demonstration.url}/desk/stops/${stopId}`)
  await page.getByRole('heading', { name: '有专人负责' }).waitFor()
  await context.setOffline(true)
  await page.getByRole('main').getByText('否', { exact: true }).click()
  await expect.poll(() => status(page).textContent()).toContain('没有网络')
  const other = await visitAs('dudao', '/tours', phone)
  await send(other.context, 'PUT', `/api/stops/${stopId}/answers/${question!.id}`, {
    ...{ base: 0, device: randomUUID(), value: 'yes' },
  })
  await context.setOffline(false)
  await page.getByRole('button', { name: '用我的' }).click()
  await expect
    .poll(async () => ((await get(other.context, `/api/stops/${stopId}`)) as Stop).answers[0]?.value)
    .toBe('no')
  await other.context.close()
  await context.close()
}, 120_000)

test('a tour is planned on a desk, its stop is opened, its finding becomes an item and the unit sees the visit', async () => {
  const { context, page, errors } = await visitAs('gongzuozu', '/tours/new')
  await page.getByRole('textbox', { name: '名称' }).fill('下半年科普工作巡回指导')
  await page.getByLabel('开始日期').fill('2026-12-01')
  await page.getByLabel('结束日期').fill('2026-12-05')
  await page.getByRole('combobox', { name: '添加督导人员' }).fill('老督')
  await page.getByText('督导老督（').click()
  await page.getByRole('button', { name: '添加检查题' }).click()
  await page.getByRole('textbox', { name: '题目' }).fill('台账按月更新')
  await takePicture(page, 'tour-form-1440')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByRole('button', { name: '安排站点' }).click()
  await page.getByRole('dialog').getByRole('searchbox').fill('洛阳市')
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^洛阳市/ })
    .first()
    .click()
  await page.getByRole('dialog').getByRole('button', { name: '安排这 1 站' }).click()
  await page
    .getByRole('link', { name: /洛阳市/ })
    .first()
    .waitFor()
  await page.getByRole('button', { name: '下发' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '下发' }).click()
  await page.getByRole('button', { name: '结束巡回指导' }).waitFor()
  expect(await findBarriers(page)).toEqual([])
  expect(errors).toEqual([])

  const lead = await visitAs('fuzeren', '/visits')
  await lead.page.getByRole('link', { name: '下半年科普工作巡回指导' }).click()
  await lead.page.getByText('还没有确认的问题').waitFor()
  await lead.context.close()

  const { rows }: TourPage = await get(context, '/api/tours?state=done')
  await page.goto(`${demonstration.url}/desk/tours/${rows[0]!.id}`)
  await page.getByRole('heading', { name: '检查题回答情况' }).waitFor()
  await takePicture(page, 'tour-1440')
  expect(await findBarriers(page)).toEqual([])
  await page.getByRole('button', { name: /^否 1/ }).first().click()
  await page.getByRole('dialog').getByRole('link').first().waitFor()
  await page.goto(`${demonstration.url}/desk/findings?tour=${rows[0]!.id}`)
  await page.getByRole('checkbox', { name: /选择本页/ }).check()
  await page.getByRole('button', { name: '生成整改事项' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: '整改台账' }).waitFor()
  await takePicture(page, 'raise-1440')
  await dialog.getByRole('button', { name: '生成整改事项' }).click()
  await page
    .getByRole('link', { name: /^整改：/ })
    .first()
    .waitFor()
  expect(await page.getByRole('link', { name: /^整改：/ }).count()).toBe(2)
  await takePicture(page, 'findings-1440')
  await page
    .getByRole('link', { name: /^整改：/ })
    .first()
    .click()
  await page.getByRole('link', { name: '督导发现的问题' }).click()
  await page
    .getByRole('link', { name: /^整改：/ })
    .first()
    .waitFor()
  expect(await page.getByRole('link', { name: /^整改：/ }).count()).toBe(1)
  await context.close()
}, 180_000)

test.each(['light', 'dark'] as const)(
  'its pages have no fault on a phone, %s',
  async colorScheme => {
    const { context, page } = await visitAs('dudao', '/tours', phone, { colorScheme, hasTouch: true })
    const { rows }: TourPage = await get(context, '/api/tours?state=done')
    const tour: Tour = await get(context, `/api/tours/${rows[0]!.id}`)
    const open = (await get(context, '/api/tours?state=open')) as TourPage
    const own = open.rows.find(({ name }) => name.startsWith('科普服务进乡村'))
    const live: Tour = await get(context, `/api/tours/${own!.id}`)
    const places = {
      tours: '/tours',
      tour: `/tours/${tour.id}`,
      'tour-edit': `/tours/${live.id}/edit`,
      stop: `/stops/${live.stopList[0]!.id}`,
      'stop-findings': `/stops/${tour.stopList[0]!.id}?tab=findings`,
      'stop-talks': `/stops/${live.stopList[0]!.id}?tab=talks`,
      'stop-photos': `/stops/${live.stopList[0]!.id}?tab=photos`,
      findings: '/findings',
    }
    for (const [name, path] of Object.entries(places)) {
      await page.goto(`${demonstration.url}/desk${path}`)
      await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor()
      await expect.poll(() => page.locator('[class*=skeleton]').count()).toBe(0)
      await page.waitForLoadState('networkidle')
      await takePicture(page, `${name}-375-${colorScheme}`)
      expect([name, await findBarriers(page), await overflow(page)]).toEqual([name, [], 0])
    }
    await context.close()
  },
  180_000,
)
