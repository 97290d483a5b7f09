/** Players on phones: from the door to the result, with keys, in large type, in the dark and without script. */
import { expect, test } from 'vitest'
import { findBarriers } from './axe.ts'
import { answerAll, handIn, next, openPlay, scored, standsAt } from './contest-player.ts'
import { takePicture } from './pictures.ts'
import { desktop, overflow, phone } from './visit.ts'

const play = openPlay(17720)
const small = { width: 320, height: 568 }

test.each([
  ['phone', phone, {}],
  ['small-large-type', small, { large: true }],
  ['small-twice', small, { twice: true }],
  ['phone-dark', phone, { colorScheme: 'dark' }],
  ['desktop', desktop, {}],
] as const)('from the door to the result, in reach of everybody: %s', async (name, viewport, more) => {
  const contest = await play.openContest({
    practice: true,
    units: 'required',
    attempts: { perDay: 2, inAll: null },
    groups: [
      { key: 'public', name: '公众组' },
      { key: 'school', name: '学生组' },
    ],
    privacy: { notice: '只收集昵称和单位，用来统计参与人数。', minimumAge: 14, keepDays: 90 },
  })
  const { context, page, errors } = await play.openWindow(viewport, more)
  if ('large' in more) await context.addCookies([{ name: 'type', value: 'large', url: play.url }])
  if ('twice' in more)
    // As browsers do whose letters are set to twice their size.
    page.on('domcontentloaded', () => page.addStyleTag({ content: 'html { font-size: 225% !important }' }))
  const look = async (place: string) => {
    await takePicture(page, `player-${name}-${place}`)
    expect([place, await overflow(page), await findBarriers(page)]).toEqual([place, 0, []])
  }

  await page.goto(`${play.url}/play/${contest.slug}`)
  await page.getByRole('button', { name: '开始答题' }).click()
  await page.getByText('请先选一选您的年龄').waitFor()
  await look('landing')
  await page.getByText('未满 14 周岁，监护人已经看过并同意我参加').click()
  await page.getByLabel(/我已看过并同意/).check()
  await page.getByRole('button', { name: '开始答题' }).click()
  await page.getByRole('heading', { name: '填写参赛信息' }).waitFor()
  await page.getByLabel(/昵称/).fill(play.nickname())
  await page.getByRole('button', { name: '开始', exact: true }).click()
  await page.getByText('请选择您的单位。').waitFor()
  await page.getByLabel('输入名称里的几个字查找').fill('云岭')
  await page.getByRole('button', { name: /云岭市科协/ }).click()
  await page.getByRole('button', { name: '溪口县科协' }).click()
  await page.getByRole('radio', { name: '学生组' }).check()
  await look('who')
  await page.getByRole('button', { name: '开始', exact: true }).click()

  await standsAt(page, 1)
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
  await look('question')
  for (const option of await page.locator('.option, .way button').all())
    expect((await option.boundingBox())!.height).toBeGreaterThanOrEqual(48)
  await next(page)
  await page.getByRole('radio').first().check()
  await next(page)
  await page.getByRole('group', { name: '多选题，把对的都选上' }).waitFor()
  await page.getByRole('checkbox').first().check()
  await look('multiple')
  await next(page)
  await page.getByLabel('第 1 空').fill('太阳')
  await page.getByLabel('第 2 空').fill('地球')
  await look('fill-in')
  await page.getByRole('button', { name: '检查并交卷' }).click()
  await page.getByRole('heading', { name: '还有 1 题没有答' }).waitFor()
  await look('check')
  await page.getByRole('button', { name: '第 1 题，没有答' }).click()
  await standsAt(page, 1)
  await page.getByRole('radio', { name: '对', exact: true }).check()
  for (let at = 0; at < 3; at++) await next(page)
  await handIn(page)

  await scored(page)
  await page.getByText('正确答案：太阳；地球').waitFor()
  await page.getByText('已答 1 次，今天还可以答 1 次。').first().waitFor()
  await page.getByText('请截图保存。').waitFor()
  await look('result')
  expect(await play.counted(contest)).toBe(1)
  await page.getByRole('button', { name: '返回首页' }).click()
  await page.getByText(/选手\d+号 · 溪口县科协 · 学生组/).waitFor()
  await look('home')
  expect(errors).toEqual([])
  await context.close()
})

test('keys alone are enough', async () => {
  const contest = await play.openContest()
  const { context, page } = await play.openWindow(desktop)
  await page.goto(`${play.url}/play/${contest.slug}`)
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  await page.getByLabel(/我已看过并同意/).focus()
  await press('Space', 'Tab', 'Tab', 'Enter')
  await page.getByRole('heading', { name: '填写参赛信息' }).waitFor()
  await press('Tab')
  await page.keyboard.type(play.nickname())
  await press('Enter')
  await standsAt(page, 1)
  await press('2', 'Enter')
  await standsAt(page, 2)
  await press('1', 'ArrowLeft')
  await standsAt(page, 1)
  expect(await page.getByRole('radio').nth(1).isChecked()).toBe(true)
  await press('ArrowRight', 'ArrowRight')
  await standsAt(page, 3)
  await press('1', '3', '1', '2')
  expect(await page.locator('.option.chosen .letter').allInnerTexts()).toEqual(['B', 'C'])
  await press('Enter', 'Tab')
  await page.keyboard.type('太阳')
  await press('Enter')
  await page.getByRole('heading', { name: '4 题都答好了' }).waitFor()
  await context.close()
})

test('what cannot be begun is said in a sentence', async () => {
  const past = new Date(Date.now() - 3_600_000).toISOString()
  const future = new Date(Date.now() + 3_600_000).toISOString()
  const long = new Date(Date.now() - 86_400_000).toISOString()
  const { context, page } = await play.openWindow(phone)
  const early = await play.openContest({ opensAt: future })
  await page.goto(`${play.url}/play/${early.slug}`)
  await page.getByText(/现在不是答题时间，\d+月\d+日 \d+:\d\d开始。/).waitFor()
  const over = await play.openContest({ opensAt: long, closesAt: past })
  await page.goto(`${play.url}/play/${over.slug}`)
  await page.getByText('竞赛已经结束，谢谢您的参与。').waitFor()
  const once = await play.openContest({ attempts: { perDay: null, inAll: 1 } })
  await play.begin(page, once)
  await answerAll(page)
  await handIn(page)
  await scored(page)
  expect(await page.getByRole('button', { name: '再答一次' }).count()).toBe(0)
  await page.getByRole('button', { name: '返回首页' }).click()
  await page.getByText('您的答题次数已经用完').waitFor()
  await context.close()
})

test('without script the page still says what the contest is', async () => {
  const contest = await play.openContest()
  const { context, page } = await play.openWindow(phone, { javaScriptEnabled: false })
  await page.goto(`${play.url}/play/${contest.slug}`)
  await page.getByRole('heading', { name: '云岭省全民科学素质网络竞赛' }).waitFor()
  await page.locator('noscript p').waitFor()
  expect(await page.locator('noscript p').textContent()).toContain('脚本')
  await context.close()
})

test('everything the page loads weighs less than 60 KB, and comes from here alone', async () => {
  const contest = await play.openContest()
  const { context, page } = await play.openWindow(phone)
  const sizes: Promise<number>[] = []
  const hosts = new Set<string>()
  page.on('response', response => {
    hosts.add(new URL(response.url()).host)
    sizes.push(
      response
        .request()
        .sizes()
        .then(({ responseBodySize }) => responseBodySize),
    )
  })
  await page.goto(`${play.url}/play/${contest.slug}`)
  await page.getByRole('button', { name: '开始答题' }).waitFor()
  await page.waitForLoadState('networkidle')
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  expect([...hosts]).toEqual([new URL(play.url).host])
  expect(bytes).toBeGreaterThan(5000)
  expect(bytes).toBeLessThan(40 * 1024)
  await context.close()
})
