import { expect, it } from 'vitest'
import { openingOf } from './issue-title.ts'

const article = { id: '', kind: 'article' as const, headline: null, contributor: null }
const columns = (...paragraphs: string[]) => [{ name: null, articles: [{ ...article, paragraphs }] }]
const bare = { series: null, issueNo: null, headlines: [], columns: [] }

it('calls an issue without series and number by its headline, else by its opening words', () => {
  expect(openingOf({ ...bare, headlines: ['甲县开展科普活动'] })).toBe('甲县开展科普活动')
  expect(openingOf({ ...bare, columns: columns('乙县召开会议。') })).toBe('乙县召开会议。')
  expect(openingOf({ ...bare, columns: columns('长'.repeat(40)) })).toBe(`${'长'.repeat(24)}…`)
  expect(openingOf(bare)).toBeNull()
})

it('leaves an issue alone that has a series or a number', () => {
  expect(openingOf({ ...bare, series: '工作简报', columns: columns('乙县召开会议。') })).toBeNull()
  expect(openingOf({ ...bare, issueNo: 3 })).toBeNull()
})
