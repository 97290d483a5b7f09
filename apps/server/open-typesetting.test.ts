import type { Bulletin } from '@jianbao/typesetting/contract'
import { afterAll, expect, it } from 'vitest'
import { openTypesetting } from './open-typesetting.ts'

const typesetting = openTypesetting({ version: 'test', fontFolder: '/nowhere', timeoutMs: 60_000 })
afterAll(() => typesetting.close())

const issue = (paragraphs: number): Bulletin => ({
  schema: 'jianbao-bulletin/1',
  series: '青山省科协学习教育简报',
  issueNo: 7,
  publisher: '学习教育领导小组办公室',
  date: '2023-05-09',
  columns: [
    {
      name: '要情快报',
      articles: [
        {
          kind: 'article',
          headline: '科普进万家',
          contributor: null,
          blocks: Array.from({ length: paragraphs }, (_, at) => ({
            type: 'paragraph',
            text: `第${at}段。青山市科协组织科普志愿者走进社区，发放资料2000余份。`,
          })),
        },
      ],
    },
  ],
  distribution: [],
})

it('shows pages while a long PDF is being set', { timeout: 60_000 }, async () => {
  await Promise.all([typesetting.preview(issue(1)), typesetting.setPdf(issue(1))])
  const order: string[] = []
  const long = typesetting.setPdf(issue(2000)).then(result => {
    order.push('pdf')
    return result
  })
  const { pages } = await typesetting.preview(issue(3), { supersede: 'window-1' })
  order.push('preview')
  expect(pages[0]!.svg).toContain('<svg')
  const { pdf, conformity } = await long
  expect(order).toEqual(['preview', 'pdf'])
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  expect(conformity.measured).toMatchObject({ linesPerPage: 22, charsPerLine: 28 })
})

it('gives the PDF of a download without judging it', async () => {
  const pdf = await typesetting.pdf(issue(2), { standard: 'a-2a', red: 'screen' })
  expect(Buffer.from(pdf).toString('latin1')).toContain('pdfaid:part')
})
