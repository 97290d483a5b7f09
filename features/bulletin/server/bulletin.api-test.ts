import { acceptUpload, bulletinText, openTestApp, type TestApp } from '@jianbao/testkit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Issue, IssuePage, IssueSummary } from '../contract/index.ts'

let app: TestApp
const ids: string[] = []

beforeAll(async () => {
  app = await openTestApp()
  for (const [number, date] of [
    [1, '2021年3月8日'],
    [2, '2021年4月9日'],
    [3, '2022年5月10日'],
  ] as const) {
    const text = bulletinText({ number, date, headline: `青禾市科协办好第${number}件实事` })
    ids.push(await record(text, `${number}.txt`))
  }
})
afterAll(() => app.close())

/** Imports and accepts a bulletin; the id of the issue that was read from it. */
async function record(content: string, fileName = 'a.txt'): Promise<string> {
  return (await acceptUpload(app, content, fileName)).issueIds[0]!
}

const list = async (query: string): Promise<IssuePage> =>
  (await (await app.as('editor')).get(`/api/issues${query}`)).json()
const numbers = (page: IssuePage): (number | null)[] => page.rows.map(row => row.issueNo)

describe('the list of issues', () => {
  test('newest first, oldest first, by number', async () => {
    expect(numbers(await list(''))).toEqual([3, 2, 1])
    expect(numbers(await list('?order=oldest'))).toEqual([1, 2, 3])
    expect(numbers(await list('?order=number'))).toEqual([1, 2, 3])
  })

  test('pages join to the whole, with a total', async () => {
    const pages = [
      await list('?pageSize=2&page=1'),
      await list('?pageSize=2&page=2'),
      await list('?pageSize=2&page=3'),
    ]
    expect(pages.map(page => page.total)).toEqual([3, 3, 3])
    expect(pages.flatMap(numbers)).toEqual([3, 2, 1])
  })

  test('filters by words, year, series and state, and names what can be chosen', async () => {
    expect(numbers(await list(`?q=${encodeURIComponent('第2件')}`))).toEqual([2])
    expect(numbers(await list('?year=2022'))).toEqual([3])
    expect((await list(`?series=${encodeURIComponent('别处的简报')}`)).total).toBe(0)
    expect((await list('?published=true')).total).toBe(0)
    expect(await list('')).toMatchObject({ seriesNames: ['青禾市科协专项工作简报'], years: [2022, 2021] })
  })
})

describe('one issue', () => {
  test('has its columns and articles as they were read', async () => {
    const issue: Issue = (await (await app.as('editor')).get(`/api/issues/${ids[0]}`)).json()
    expect(issue).toMatchObject({ issueNo: 1, date: '2021-03-08', origin: 'imported', published: false })
    expect(issue.columns[0]?.name).toBe('学教动态')
    expect(issue.columns[0]?.articles[0]).toMatchObject({ headline: '青禾市科协办好第1件实事' })
  })

  test('tells how many others are the same number of the same series and year', async () => {
    const keeper = await app.as('editor')
    const same = async (id: string): Promise<number> =>
      (await keeper.get(`/api/issues/${id}`)).json<Issue>().sameIssue
    const again = { series: '青禾市科协周报', number: 1, date: '2021年3月8日' }
    const first = await record(bulletinText(again))
    expect(await same(first)).toBe(0)
    const second = await record(
      bulletinText({ ...again, date: '2021年9月1日', headline: '青禾市科协办年会' }),
    )
    for (const other of [{ number: 2 }, { date: '2022年3月8日' }, { series: '青禾市科协月报' }])
      await record(bulletinText({ ...again, ...other }))
    expect([await same(first), await same(second)]).toEqual([1, 1])
    const unnumbered = bulletinText({ series: '青禾市科协要情' }).replace(/第3期\n/, '')
    const [one, two] = [await record(unnumbered), await record(`${unnumbered}\n`)]
    expect([await same(one), await same(two)]).toEqual([0, 0])
  })

  test('of briefs alone is known and found by how the first two begin', async () => {
    const briefs = [
      '● 6月3日，青禾市农学会到新集镇指导麦收。培训农民60人。',
      '● 6月4日，青禾市气象学会走进第二小学讲防雷知识。',
      '● 6月5日，青禾市医学会在文化广场义诊。',
    ].join('\n')
    const text = bulletinText({ number: 31, date: '2021年6月9日' }).split('【')[0]
    const id = await record(`${text}【学教短波】\n${briefs}\n`)
    const issue: Issue = (await (await app.as('editor')).get(`/api/issues/${id}`)).json()
    expect(issue.headlines).toEqual([
      '6月3日，青禾市农学会到新集镇指导麦收',
      '6月4日，青禾市气象学会走进第二小学讲防雷知识',
    ])
    expect(numbers(await list(`?q=${encodeURIComponent('指导麦收')}`))).toEqual([31])
  })

  test('is set in the layout a person chose, also after its document is accepted again', async () => {
    const keeper = await app.as('editor')
    const id = await record(bulletinText({ number: 41 }), 'layout.txt')
    const layout = async (): Promise<unknown> => (await keeper.get(`/api/issues/${id}`)).json<Issue>().layout
    expect(await layout()).toBe('bulletin')
    const chosen = await keeper.post(`/api/issues/${id}/layout`, { layout: 'magazine' })
    expect(chosen.json()).toMatchObject({ id, layout: 'magazine', issueNo: 41 })
    const { documentId } = (await keeper.get(`/api/issues/${id}`)).json<Issue>()
    await keeper.post(`/api/documents/${documentId}/review/reopen`)
    await keeper.post(`/api/documents/${documentId}/review/accept`, { version: 0 })
    expect(await layout()).toBe('magazine')
    const page = await keeper.get(`/api/issues/${id}/html`)
    expect(page.body).toContain('jianbao-magazine')
    const pdf = await keeper.get(`/api/issues/${id}/file?format=pdf`)
    expect([pdf.statusCode, pdf.rawPayload.subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
    const refused = await keeper.post(`/api/issues/${id}/layout`, { layout: 'poster' })
    expect([refused.statusCode, refused.json().code]).toEqual([400, 'bad-request'])
  })

  test('keeps the addresses of its articles when its document is accepted again', async () => {
    const keeper = await app.as('editor')
    const briefs = '● 6月3日，青禾市农学会到新集镇指导麦收。\n● 6月4日，青禾市气象学会讲防雷知识。'
    const id = await record(`${bulletinText({ number: 42 })}【学教短波】\n${briefs}\n`, 'again.txt')
    const read = async (): Promise<Issue> => (await keeper.get(`/api/issues/${id}`)).json()
    const articles = (issue: Issue) =>
      issue.columns.flatMap(column => column.articles.map(article => [article.id, article.headline]))
    const before = await read()
    expect(articles(before)).toHaveLength(2)
    await keeper.post(`/api/documents/${before.documentId}/review/reopen`)
    await keeper.post(`/api/documents/${before.documentId}/review/accept`, { version: 0 })
    expect(articles(await read())).toEqual(articles(before))
  })

  test('is published, stays published, is withdrawn', async () => {
    const keeper = await app.as('editor')
    const act = async (verb: string): Promise<IssueSummary> =>
      (await keeper.post(`/api/issues/${ids[1]}/${verb}`)).json()
    expect(await act('publish')).toMatchObject({ published: true, may: ['withdraw', 'layout', 'download'] })
    expect(await act('publish')).toMatchObject({ published: true })
    expect((await list('?published=true')).total).toBe(1)
    expect(await act('withdraw')).toMatchObject({ published: false, may: ['publish', 'layout', 'download'] })
  })

  test('is shown as a page without script', async () => {
    const answer = await (await app.as('editor')).get(`/api/issues/${ids[0]}/html`)
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(answer.body).toContain('青禾市科协在市科技馆举办科普讲座')
    expect(answer.body).not.toContain('<script')
  })

  test.each([
    ['pdf', 'application/pdf', '%PDF-'],
    ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'PK'],
    ['html', 'text/html; charset=utf-8', '<!DOCTYPE html>'],
    ['txt', 'text/plain; charset=utf-8', '青禾市科协'],
  ])('is downloaded as %s', async (format, mediaType, start) => {
    const answer = await (await app.as('editor')).get(`/api/issues/${ids[0]}/file?format=${format}`)
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['content-type']).toBe(mediaType)
    expect(answer.rawPayload.subarray(0, 40).toString()).toContain(start)
    const name = encodeURIComponent(`青禾市科协专项工作简报第1期.${format}`)
    expect(answer.headers['content-disposition']).toContain(`filename*=UTF-8''${name}`)
  })

  test('a PDF asked for twice is made once', async () => {
    const keeper = await app.as('editor')
    const [first, second] = [
      await keeper.get(`/api/issues/${ids[2]}/file?format=pdf`),
      await keeper.get(`/api/issues/${ids[2]}/file?format=pdf`),
    ]
    expect(second.rawPayload.equals(first.rawPayload)).toBe(true)
  })

  test.each(['?format=exe', '', '?format=pdf&standard=x', '?format=pdf&more=1'])(
    'download%s is refused',
    async query => {
      const answer = await (await app.as('editor')).get(`/api/issues/${ids[0]}/file${query}`)
      expect([answer.statusCode, answer.json().code]).toEqual([400, 'bad-request'])
    },
  )

  test.each(['nothing', '../../etc/passwd', '00000000-0000-4000-8000-000000000000'])(
    '%s is missing',
    async id => {
      const answer = await (await app.as('editor')).get(`/api/issues/${encodeURIComponent(id)}`)
      expect([answer.statusCode, answer.json().code]).toEqual([404, 'not-found'])
    },
  )
})
