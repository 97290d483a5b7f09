import { expect, it } from 'vitest'
import { type ArticleDoc, docText, figuresOf } from '../../contract/index.ts'
import { docOfEdited } from './edited-brief.ts'

const figure = (id: string, shown: string) => ({
  type: 'figure' as const,
  attrs: { id, op: 'one' as const, measure: 'people', sources: [{ reportId: id, figureId: id }], shown },
})
const draft: ArticleDoc = {
  type: 'doc',
  content: [
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: '甲市科协举办讲座，' },
        figure('a', '20人'),
        { type: 'text', text: '参加，发放资料' },
        figure('b', '300份'),
        { type: 'text', text: '。' },
      ],
    },
  ],
}

it('is the same document when nothing was changed', () => {
  expect(docOfEdited(docText(draft), draft)).toEqual({ doc: draft, lost: [] })
})

it('keeps the sources of numbers whose words around were changed, and lets go of those that were changed', () => {
  const { doc, lost } = docOfEdited('甲市科协讲课，\n到场120人，其中学生20人，发了310份。', draft)
  expect(docText(doc)).toBe('甲市科协讲课，到场120人，其中学生20人，发了310份。')
  expect(figuresOf(doc).map(({ id }) => id)).toEqual(['a'])
  expect(doc.content[0]).toMatchObject({
    content: [{ text: '甲市科协讲课，到场120人，其中学生' }, { type: 'figure' }, {}],
  })
  expect(lost.map(({ id }) => id)).toEqual(['b'])
})
