import { expect, it } from 'vitest'
import { issueNumber } from './issue-number.ts'

it('numbers an issue as its paper does, and one without number not at all', () => {
  expect(issueNumber({ special: false, issueNo: 18 })).toBe('第18期')
  expect(issueNumber({ special: true, issueNo: 2 })).toBe('增刊第2期')
  expect(issueNumber({ special: true, issueNo: null })).toBe('')
})
