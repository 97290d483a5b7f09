import { expect, test } from 'vitest'
import { readDocument } from '../read-document.ts'
import { scanLines } from './line.ts'
import { countAboveMasthead } from './masthead-names.ts'

const above = (text: string) => countAboveMasthead(scanLines(text, 0, text.length))

test.each([
  ['果园生草不是\n“懒汉田”\n沃野\n第4期\n2022年7月25日\n', 2],
  ['冬天取暖，先开一条缝\n沃野 1\n沃野\n总第88期\n', 2],
  ['沃野\n第4期\n', 0],
  // Names over several lines, and the office above the name.
  ['青石县\n科苑\n第4期\n', 0],
  ['青石县科学技术协会\n科苑\n第4期\n', 0],
  ['文明城市创建活动\n工作简报\n第4期\n', 0],
  ['', 0],
])('lines above the masthead of %j', (text, lines) => {
  expect(above(text)).toBe(lines)
})

test('what stood above the masthead stays in the text', () => {
  const raw = '村村通了自来水以后\n沃野\n第4期\n2022年7月25日\n\n5月3日，青石县水利局检修水管，惠及300户。\n'
  const { series, issueNo, date, columns } = readDocument(raw)
  expect([series?.name, issueNo, date]).toEqual(['沃野', 4, '2022-07-25'])
  const texts = columns.flatMap(column =>
    column.articles.flatMap(article => [article.headline, ...article.paragraphs]),
  )
  expect(texts.join('')).toContain('村村通了自来水以后')
})
