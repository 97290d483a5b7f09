import { expect, it } from 'vitest'
import { viewLatest } from './issue-list.view.ts'

const issue = {
  id: '11111111-1111-4111-8111-111111111111',
  origin: 'imported' as const,
  series: '青禾市科协简报',
  issueNo: 3,
  special: false,
  runningNo: null,
  publisher: null,
  date: '2021-05-18',
  headlines: ['甲', '乙'],
  publishedAt: new Date('2021-05-18T00:00:00.000Z'),
}

it.each([
  [2, 0],
  [5, 3],
])('of %i articles it leads to the first two and says that %i more are inside', (articles, more) => {
  const first = [
    { id: 'a', title: '甲<b>' },
    { id: 'b', title: '乙' },
  ]
  const shown = viewLatest({ ...issue, articles }, first).markup
  expect(/另有 (\d+) 篇/.exec(shown)?.[1] ?? '0').toBe(String(more))
  expect(shown).toContain(`<a href="/issues/${issue.id}/articles/a">甲&lt;b&gt;</a>`)
})
