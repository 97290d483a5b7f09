import { expect, test } from 'vitest'
import { misplaced, unaccounted } from '../conservation.check.ts'
import type { Span } from '../contract.ts'
import type { LineHint, LineRole } from '../manuscript/line-hint.ts'
import { readDocument } from '../read-document.ts'

/** Lines each with its role ('' for none); lines that share a role and stand under one another with '+' are one thing. */
function manuscript(...lines: [role: LineRole | '' | '+', text: string][]) {
  const hints: LineHint[] = []
  let text = ''
  for (const [role, line] of lines) {
    const span: Span = [text.length, text.length + line.length]
    if (role === '+') hints.push({ ...hints.pop()!, span: [hints.at(-1)?.span[0] ?? 0, span[1]] })
    else if (role) hints.push({ span, role })
    text += `${line}\n`
  }
  return { text, hints }
}

test('the layout wins over what the words suggest', () => {
  const { text, hints } = manuscript(
    ['series', '青石县科协'],
    ['', '第3期'],
    ['', '青石县科协办公室　2023年5月9日'],
    ['column', '田间地头'],
    ['headline', '一、科普大集为乡亲们送去了什么'],
    ['paragraph', '全县科普志愿者在集市上忙了一天'],
    ['paragraph', '发放图册450份'],
    ['noise', '青石县科协简报　科普'],
    ['heading', '怎么办'],
    ['paragraph', '再办三场。'],
    ['contributor', '城关镇科协'],
  )
  const document = readDocument(text, { hints })
  expect(document.columns).toMatchObject([
    {
      name: '田间地头',
      articles: [
        {
          headline: '一、科普大集为乡亲们送去了什么',
          contributor: '城关镇科协',
          paragraphs: ['全县科普志愿者在集市上忙了一天', '发放图册450份', '怎么办', '再办三场。'],
        },
      ],
    },
  ])
  expect(document.noise.map(noise => noise.reason)).toEqual(['running-head'])
  expect(unaccounted(text, document)).toEqual([])
  expect(misplaced(text, document)).toEqual([])
})

test('lines of one thing are joined, also over what stands between them', () => {
  const text = '青石县科协举办大集\n集市上人来人往。\n— 2 —\n志愿者忙了一天。\n'
  const span: Span = [text.indexOf('集市'), text.length - 1]
  const [column] = readDocument(text, { hints: [{ span, role: 'block' }] }).columns
  expect(column!.articles[0]!.paragraphs).toEqual(['集市上人来人往。志愿者忙了一天。'])
})
