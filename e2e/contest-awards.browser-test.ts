/** What comes of a contest: played and closed, published, lines proved, certificates fetched and checked, prizes drawn. */
import { createHash, randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { BrowserContext, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type {
  ContestPage,
  ContestRecord,
  ContestRules,
  Paper,
  Standing,
} from '../features/contest/contract/index.ts'
import { verifyResults } from '../features/contest/server/award/result/verify-results.ts'
import { findBarriers } from './axe.ts'
import { openDemonstration } from './demonstration.ts'
import { takePicture } from './pictures.ts'
import { desktop, overflow, phone } from './visit.ts'

const demonstration = openDemonstration(17740)

const rest = async (page: Page, name: string) => {
  expect([name, await findBarriers(page)]).toEqual([name, []])
  expect([name, (await overflow(page)) <= 0]).toEqual([name, true])
  await takePicture(page, `awards-${name}`)
}
const get = <T>(context: BrowserContext, path: string) => demonstration.get(context, path) as Promise<T>
const post = <T>(context: BrowserContext, path: string, data: object) =>
  demonstration.send(context, 'POST', path, data) as Promise<T>

const awards: Pick<ContestRules, 'certificates' | 'lottery' | 'ranking' | 'units' | 'teamSize' | 'groups'> = {
  certificates: [
    { key: 'first', name: '一等奖', by: 'rank', bound: 1 },
    { key: 'eager', name: '科普之星', by: 'attempts', bound: 1 },
  ],
  lottery: { by: 'attempts', least: 1, drawsADay: 2 },
  ranking: { people: 100, units: 'people', shown: true },
  ...{ units: 'none', teamSize: null, groups: [] },
}

/** A contest like the one that is on, opened by who coordinates. */
async function openOne(context: BrowserContext, slug: string): Promise<ContestRecord> {
  const { rows } = await get<ContestPage>(context, '/api/contests')
  const model = await get<ContestRecord>(
    context,
    `/api/contests/${rows.find(row => row.slug === 'suzhi')!.id}`,
  )
  const draft = await post<ContestRecord>(context, '/api/contests', {
    ...{ id: randomUUID(), unitId: model.unitId, title: '科学素质快问快答', slug, about: '' },
    // Results wait for papers that may still come: short ones.
    rules: { ...model.rules, ...awards, time: { per: 'paper', seconds: 10 }, graceSeconds: 0 },
    bankIds: model.banks.map(({ id }) => id),
  })
  return post<ContestRecord>(context, `/api/contests/${draft.id}/open`, { version: draft.version })
}

/** Joins and hands in one paper, as a phone does; the 参赛码. */
async function playOne(context: BrowserContext, slug: string, nickname: string): Promise<string> {
  const details = { nickname, consent: true, guardian: false }
  const wish = { kind: 'nickname', wishKey: randomUUID().replaceAll('-', ''), details }
  const { ticket, code } = await post<Standing>(context, `/play/${slug}/join`, wish)
  const paper = await post<Paper>(context, `/play/${slug}/paper`, { ticket })
  await post(context, `/play/${slug}/hand-in`, { token: paper.token, answers: paper.questions.map(() => []) })
  return code
}

test('from the close to a certificate that holds, a line that is proved and a prize that was drawn', async () => {
  const desk = await demonstration.visitAs('gongzuozu', '/', desktop)
  const slug = `kuaida-${Date.now()}`
  const contest = await openOne(desk.context, slug)
  const codes: string[] = []
  for (const name of ['李晓宁', '王小明', '赵一鸣']) codes.push(await playOne(desk.context, slug, name))
  const asked = `/api/contests/${contest.id}`
  const closing = await get<ContestRecord>(desk.context, asked)
  await post(desk.context, `${asked}/close`, { version: closing.version, reason: '到时间了' })
  // What was handed in is counted by a fold that runs about once a second.
  await expect
    .poll(async () => (await get<ContestRecord>(desk.context, asked)).attempts, { timeout: 20_000 })
    .toBe(3)
  const closed = await get<ContestRecord>(desk.context, asked)
  const lastPaper = Date.parse(closed.closedAt!) + 10_000
  await expect.poll(() => Date.now(), { timeout: 20_000 }).toBeGreaterThan(lastPaper)
  await post(desk.context, `${asked}/publish`, { version: closed.version })

  const player = await demonstration.openWindow(phone)
  const { page } = player
  const site = `${demonstration.url}/contests/${slug}`
  await page.goto(`${site}/results`)
  await page.getByText('共 3 人').waitFor()
  await rest(page, 'results-phone')
  const root = (await page.getByRole('definition').first().textContent())!
  const waiting = page.waitForEvent('download')
  await page.getByRole('link', { name: '下载名单（核验用）' }).click()
  const list = await readFile((await (await waiting).path())!)

  await page.goto(`${site}/check?code=${codes[1]!.toLowerCase()}`)
  await page.getByRole('button', { name: '查询' }).click()
  await page.getByRole('heading', { level: 1, name: '我的成绩' }).waitFor()
  await page.getByText('逐步核验到名单的根').click()
  await rest(page, 'own-line-phone')
  const receipt = /核验凭据\s*([0-9a-f]{32})/.exec((await page.locator('main').textContent()) ?? '')![1]!
  const proved = verifyResults(list, { root, code: codes[1]!, receipt })
  expect([proved?.faults, proved?.lines]).toEqual([[], 3])

  await page.goto(`${site}/certificate`)
  await page.getByLabel('参赛码').fill('22222-22222')
  await page.getByRole('button', { name: '查看我的证书' }).click()
  await page.getByRole('alert').getByText('没有找到这个参赛码').waitFor()
  await rest(page, 'wrong-code-phone')
  await page.getByLabel('参赛码').fill(codes[1]!)
  await page.getByRole('button', { name: '查看我的证书' }).click()
  await page.getByRole('heading', { level: 2, name: '科普之星' }).waitFor()
  await rest(page, 'own-certificates-phone')
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: '下载“科普之星”（PDF）' }).click()
  const pdf = await readFile((await (await coming).path())!)
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')

  await desk.page.goto(`${demonstration.url}/desk/contests/${contest.id}/awards?kind=eager`)
  const number = desk.page.getByRole('table', { name: '已领取“科普之星”的选手' }).getByRole('link')
  const shown = (await number.textContent())!
  await rest(desk.page, 'certificates')
  await page.goto(`${demonstration.url}/contests/check/${shown}`)
  await page.getByText('查到了，这份证书是真的。').waitFor()
  expect(await page.locator('main').textContent()).not.toContain('王小明')
  await rest(page, 'check-phone')

  await desk.page.getByRole('button', { name: /^公示/ }).click()
  await desk.page.getByText(root).waitFor()
  await rest(desk.page, 'results')
  const key = desk.page.waitForEvent('download')
  await desk.page.getByRole('button', { name: '取出抽题密钥' }).click()
  await desk.page.getByRole('dialog').getByRole('button', { name: '取出', exact: true }).click()
  const file = JSON.parse(await readFile((await (await key).path())!, 'utf8'))
  const digest = createHash('sha256').update(Buffer.from(file.key, 'hex')).digest('hex')
  expect(digest).toBe(file.commitment)
  await desk.page.getByText(file.commitment).waitFor()

  await desk.page.getByRole('button', { name: /^抽奖/ }).click()
  await desk.page.getByText('符合条件 3 人').waitFor()
  await desk.page.getByLabel('名称').fill('收官抽奖')
  await desk.page.getByRole('button', { name: '承诺', exact: true }).click()
  await desk.page.getByRole('dialog').getByRole('button', { name: '承诺', exact: true }).click()
  await desk.page.getByText('已承诺，待抽取').waitFor()
  await rest(desk.page, 'lottery-committed')
  await desk.page.getByLabel('现场数字或词语').fill('3 5 1')
  await desk.page.getByRole('button', { name: '抽取', exact: true }).click()
  await desk.page.getByRole('dialog').getByRole('button', { name: '抽取', exact: true }).click()
  const winners = desk.page.getByRole('table', { name: '中奖名单' })
  await winners.waitFor()
  await rest(desk.page, 'lottery-drawn')
  const won = (await winners.locator('code').textContent())!
  await page.goto(`${site}/draws/1`)
  await page.getByText(won).waitFor()
  await rest(page, 'draw-phone')
  const told: string[] = []
  for (const code of codes) {
    await page.goto(`${site}/check?code=${code}`)
    await page.getByRole('button', { name: '查询' }).click()
    await page.getByRole('heading', { level: 1, name: '我的成绩' }).waitFor()
    if (await page.getByText('您中奖了。').isVisible()) told.push(code)
  }
  expect(told).toHaveLength(1)
  // The wrong code alone was refused.
  expect(player.errors).toEqual([expect.stringContaining('status of 422')])
  expect(desk.errors).toEqual([])
  await player.context.close()
  await desk.context.close()
})

test.each([
  ['phone-dark', phone],
  ['desktop-dark', desktop],
] as const)('the published contest of the demonstration in the dark: %s', async (name, viewport) => {
  const { page, context, errors } = await demonstration.openWindow(viewport, { colorScheme: 'dark' })
  for (const path of ['results', 'check', 'certificate', 'draws']) {
    await page.goto(`${demonstration.url}/contests/fangzai/${path}`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await rest(page, `${path}-${name}`)
  }
  expect(errors).toEqual([])
  await context.close()
})
