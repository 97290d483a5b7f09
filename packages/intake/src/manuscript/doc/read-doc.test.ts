import { expect, test } from 'vitest'
import { readDocument } from '../../read-document.ts'
import { readManuscript } from '../read-manuscript.ts'
import { writeDoc } from './write-doc.fixture.ts'

test('a Word 97 document is read as its paragraphs', async () => {
  const lines = [
    '青石县科协简报',
    '第3期',
    '青石县科协办公室　2023年5月9日',
    '【工作动态】',
    '青石县科协举办科普讲座',
    '5月6日，青石县科协在城关镇举办科普讲座，320余名村民到场听讲，发放“图册”450份。',
  ]
  const { text, kind } = await readManuscript(writeDoc(`${lines.join('\n')}\n`), { file: '简报.doc' })
  expect(kind).toBe('doc')
  expect(text.trim().split('\n')).toEqual(lines)
  const { series, issueNo, columns } = readDocument(text)
  expect([series?.name, issueNo, columns[0]?.articles[0]?.headline]).toEqual([
    '青石县科协简报',
    3,
    '青石县科协举办科普讲座',
  ])
})
