/** An issued bulletin on its way: who got it, who has not read it, a figure that was wrong, an erratum. */
import { randomUUID } from 'node:crypto'
import type { APIRequestContext } from 'playwright-core'
import { afterEach, expect, test } from 'vitest'
import { findBarriers } from './axe.ts'
import { openDemonstration } from './demonstration.ts'
import { takePicture } from './pictures.ts'
import { overflow, phone, type Visit } from './visit.ts'

const demonstration = openDemonstration(7391)
const visits: Visit[] = []
const keep = (visit: Visit): Visit => {
  visits.push(visit)
  return visit
}
afterEach(async () => {
  for (const { context } of visits.splice(0)) await context.close()
})

type Call = <T>(method: 'get' | 'post' | 'put', path: string, data?: object) => Promise<T>
type Versioned = { id: string; version: number; state: string }
type Signed = { user: { posts: { unitId: string; unitName: string }[] } }
type Found = { id: string; figureCount: number; actions: string[] }
type Figures = { id: string; figures: { id: string; value: number; unit: string; measure: string }[] }
const callerOf =
  (request: APIRequestContext): Call =>
  async <T>(method: 'get' | 'post' | 'put', path: string, data?: object): Promise<T> => {
    const answer = await request[method](demonstration.url + path, {
      headers: { origin: demonstration.url },
      ...(data ? { data } : {}),
    })
    if (!answer.ok()) throw new Error(`${path}: ${await answer.text()}`)
    return (answer.status() === 204 ? null : await answer.json()) as T
  }

/** A bulletin of the province with a number of an adopted report in it, signed, issued and distributed. */
async function issueBulletin(): Promise<{ editionId: string; reportId: string; shown: string }> {
  const editor = keep(await demonstration.visitAs('demo'))
  const call = callerOf(editor.context.request)
  const reporter = keep(await demonstration.visitAs('xinxiyuan'))
  const session = await callerOf(reporter.context.request)<Signed>('get', '/api/session')
  const unit = session.user.posts[0]!
  const root = (await call<Signed>('get', '/api/session')).user.posts[0]!
  const { rows } = await call<{ rows: Found[] }>('get', '/api/reports?state=adopted&pageSize=100')
  const found = rows.find(row => row.figureCount > 0 && row.actions.includes('correct'))
  expect(found, 'the demonstration has an adopted report with figures').toBeTruthy()
  const report = await call<Figures>('get', `/api/reports/${found!.id}`)
  const figure = report.figures[0]!
  const settings = {
    ...{
      secrecy: null,
      copyNumbers: false,
      printRun: null,
      contents: false,
      linesPerPage: 22,
      charsPerLine: 28,
    },
    ...{ evenPages: true, standard: 'ua-1', red: 'screen', yearly: true, runningNumbers: false },
    ...{ public: 'on-issue', briefLimit: 120 },
  }
  const series = await call<Versioned>('post', '/api/series', {
    ...{ unitId: root.unitId, name: '青禾行动简报', layout: 'bulletin', publisher: '青禾行动办公室' },
    ...{ campaignId: null, settings, startAfter: { issueNo: 0, specialNo: 0, runningNo: 0 } },
    columns: [{ key: 'news', name: '学教动态', rule: 'articles', min: null, max: null }],
    distribution: [
      { to: '报', recipients: [{ name: '省委办公厅', unitId: null, email: null }] },
      { to: '送', recipients: [{ name: '省直机关工委', unitId: null, email: 'office@example.cn' }] },
      { to: '发', recipients: [{ name: unit.unitName, unitId: unit.unitId, email: null }] },
    ],
    chain: [{ key: 'sign', name: '签发', role: 'signatory', edits: false }],
  })
  const edition = await call<Versioned>('post', '/api/editions', { seriesId: series.id, special: false })
  const shown = `${figure.value}${figure.unit}`
  const sources = [{ reportId: report.id, figureId: figure.id }]
  const attrs = { id: randomUUID(), op: 'one', measure: figure.measure, sources, shown }
  const content = [
    { type: 'text', text: '各单位广泛参与，共' },
    { type: 'figure', attrs },
    { type: 'text', text: '，成效明显。' },
  ]
  const doc = { type: 'doc', content: [{ type: 'paragraph', content }] }
  const text = { kind: 'article', headline: '各地扎实开展活动', subtitle: '', contributor: '', doc }
  await call('post', `/api/editions/${edition.id}/items`, {
    ...{ columnKey: 'news', before: null, adoptionIds: [], apart: true, text },
  })
  const filled = await call<Versioned>('get', `/api/editions/${edition.id}`)
  const sent = await call<Versioned>('post', `/api/editions/${edition.id}/send`, { version: filled.version })
  const signatory = keep(await demonstration.visitAs('qianfa'))
  await callerOf(signatory.context.request)('post', `/api/editions/${edition.id}/sign`, {
    version: sent.version,
  })
  await expect
    .poll(async () => (await call<Versioned>('get', `/api/editions/${edition.id}`)).state, {
      timeout: 60_000,
      interval: 500,
    })
    .toBe('issued')
  return { editionId: edition.id, reportId: report.id, shown }
}

test('from distribution to erratum: read, acknowledged, reminded, corrected, and the issue stays as it was', async () => {
  const { editionId, reportId, shown } = await issueBulletin()
  const editor = keep(await demonstration.visitAs('demo', `/editions/${editionId}/distribution`))
  await editor.page.getByText('省直机关工委').waitFor()
  await takePicture(editor.page, 'distribution-1440')
  expect(await findBarriers(editor.page)).toEqual([])
  await editor.page.getByRole('button', { name: /^谁还没看/ }).click()
  await editor.page.waitForURL(/tab=unread/)

  // The unit reads it on a phone and acknowledges it.
  const reader = keep(await demonstration.visitAs('xinxiyuan', '/received', phone))
  await takePicture(reader.page, 'received-375')
  expect(await findBarriers(reader.page)).toEqual([])
  await reader.page.getByRole('link', { name: '青禾行动简报第1期' }).click()
  await reader.page.frameLocator('iframe').getByText('各地扎实开展活动').first().waitFor()
  await takePicture(reader.page, 'received-one-375')
  expect(await overflow(reader.page)).toBeLessThanOrEqual(0)
  await reader.page.getByRole('button', { name: '签收', exact: true }).click()
  await reader.page.getByText(/已于 .* 代.*签收/).waitFor()
  const file = await reader.context.request.get(
    `${demonstration.url}/api/deliveries/${reader.page.url().split('/').pop()}/file?format=pdf`,
  )
  const pdf = await file.body()
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')

  await editor.page.goto(`${demonstration.url}/desk/editions/${editionId}/distribution?tab=acknowledged`)
  await editor.page.getByText('1 人看过').or(editor.page.getByText('已签收').first()).first().waitFor()
  await editor.page.getByRole('button', { name: /^已签收 1/ }).waitFor()

  // A figure turns out to be wrong.
  await editor.page.goto(`${demonstration.url}/desk/reports/${reportId}`)
  await editor.page.getByRole('button', { name: '更正数据' }).click()
  const dialog = editor.page.getByRole('dialog')
  await dialog.getByRole('spinbutton').first().fill('987654')
  await dialog.getByLabel('更正原因').fill('核对签到表后更正')
  await takePicture(editor.page, 'correct-1440')
  await dialog.getByRole('button', { name: '更正数据' }).click()
  await editor.page.getByText(/更正数据（.*→.*）/).waitFor()

  await editor.page.goto(`${demonstration.url}/desk/changes`)
  await editor.page.getByText('学教动态').first().waitFor()
  await takePicture(editor.page, 'changes-1440')
  expect(await findBarriers(editor.page)).toEqual([])
  await editor.page.getByRole('link', { name: '草拟勘误' }).first().click()
  await editor.page.getByRole('button', { name: '保存草拟' }).click()
  await editor.page.getByText(`《各地扎实开展活动》一文中“${shown}”应为“987654`).first().waitFor()
  const address = new URL(editor.page.url()).pathname.replace('/desk', '')

  const signatory = keep(await demonstration.visitAs('qianfa', address, phone))
  await signatory.page.getByRole('button', { name: '审定' }).click()
  await takePicture(signatory.page, 'erratum-375')
  await signatory.page.getByRole('dialog').getByRole('button', { name: '审定' }).click()
  await signatory.page.getByText(/于 .* 审定/).waitFor()
  expect(await overflow(signatory.page)).toBeLessThanOrEqual(0)

  await editor.page.reload()
  await editor.page.getByRole('button', { name: '发布' }).click()
  await editor.page.getByRole('dialog').getByRole('button', { name: '发布' }).click()
  await editor.page.getByText(/发布，已通知 2 家收件人/).waitFor()
  await takePicture(editor.page, 'erratum-1440')
  expect(await findBarriers(editor.page)).toEqual([])

  // The public page and the recipient see it; the bytes are those that were issued.
  const visitor = keep(await demonstration.openWindow())
  await visitor.page.goto(`${demonstration.url}/issues/${editionId}`)
  await visitor.page.getByText('987654').first().waitFor()
  await reader.page.reload()
  await reader.page.getByRole('heading', { name: '勘误' }).waitFor()
  const again = await reader.context.request.get(file.url())
  expect((await again.body()).equals(pdf)).toBe(true)
  for (const { errors } of visits) expect(errors).toEqual([])
})
