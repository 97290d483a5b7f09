import { expect, it } from 'vitest'
import { publicationDoubts } from './publication-doubts.ts'

const sound = {
  series: '工作简报',
  issueNo: 3,
  runningNo: null,
  special: false,
  date: '2021-05-06',
  sameIssue: 0,
}

it('asks nothing about a sound issue', () => {
  expect(publicationDoubts(sound, 0)).toEqual([])
})

it('names everything that is missing, doubled or doubtful', () => {
  const bare = { series: null, issueNo: null, runningNo: null, special: false, date: null, sameIssue: 2 }
  expect(publicationDoubts(bare, 5)).toEqual([
    { about: 'doubtSeries' },
    { about: 'doubtNumber' },
    { about: 'doubtDate' },
    { about: 'doubtSame', count: 2 },
    { about: 'doubtWarnings', count: 5 },
  ])
})

it('takes a running number or a special issue for a number', () => {
  expect(publicationDoubts({ ...sound, issueNo: null, runningNo: 63 }, 0)).toEqual([])
  expect(publicationDoubts({ ...sound, issueNo: null, special: true }, 0)).toEqual([])
})
