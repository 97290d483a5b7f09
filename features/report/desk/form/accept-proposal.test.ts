import { expect, test } from 'vitest'
import type { ReportProposal } from '../../contract/index.ts'
import { accept, acceptAll, dismiss, dismissRemarks, pendingKeys, takeReading } from './accept-proposal.ts'
import { draftMarks, markAt } from './draft-marks.ts'
import { emptyDraft } from './merge-drafts.ts'

const body = '8月13日，河谷市科协在人民公园组织志愿者66人，发放资料500份。'
const mark = (words: string) => ({
  spans: [{ in: 'body' as const, from: body.indexOf(words), to: body.indexOf(words) + words.length }],
  confidence: 0.9,
})
const figure = (surface: string, measure: string | null, value: number, unit: string) => ({
  ...{ measure, value, unit, surface, of: null, qualifier: 'exact' as const },
  ...mark(surface),
})
const reading: ReportProposal = {
  title: { text: '河谷市科协组织志愿者活动', printed: false, spans: null, confidence: 0.6 },
  body,
  days: {
    ...{ start: '2026-08-13', end: '2026-08-13', surface: '8月13日', assumed: 'year' },
    ...{ about: false, planned: false },
    ...mark('8月13日'),
  },
  place: { text: '人民公园', ...mark('人民公园') },
  units: [
    {
      unitId: null,
      name: '河谷市科协',
      surface: '河谷市科协',
      role: 'host',
      own: true,
      ...mark('河谷市科协'),
    },
    {
      unitId: null,
      name: '清源学会',
      surface: '清源学会',
      role: 'co-host',
      own: false,
      spans: null,
      confidence: 1,
    },
  ],
  type: null,
  figures: [figure('66人', 'people', 66, '人'), figure('500份', null, 500, '份')],
  leftOut: [{ reason: 'contributor', text: '（供稿）' }],
  warnings: [],
}
const fresh = () => takeReading(emptyDraft('u'), reading)
let count = 0
const newId = () => `id${count++}`

test('nothing counts until somebody says yes; the own unit is no partner', () => {
  const draft = fresh()
  expect(draft).toMatchObject({ title: '', startDay: null, figures: [], partners: [], body })
  expect(pendingKeys(draft)).toEqual(['title', 'days', 'place', 'figure:0', 'figure:1', 'unit:0'])
})

test('all at once: a figure that nobody knows what it counts stays', () => {
  const draft = acceptAll(fresh(), newId)
  expect(draft).toMatchObject({
    ...{ title: '河谷市科协组织志愿者活动', startDay: '2026-08-13', endDay: null, place: '人民公园' },
    figures: [{ value: 66, measure: 'people', surface: '66人' }],
    partners: [{ name: '清源学会', role: 'co-host' }],
  })
  expect(pendingKeys(draft)).toEqual(['figure:0'])
  const settled = dismissRemarks(dismiss(draft, 'figure:0'))
  expect(settled.proposal).toBeNull()
})

test('a second reading leaves what somebody filled in', () => {
  const again = takeReading(
    { ...accept(fresh(), 'figure:0', newId), title: '自己写的标题', place: '别处' },
    reading,
  )
  expect(again).toMatchObject({ title: '自己写的标题', place: '别处' })
  expect(pendingKeys(again)).toEqual(['days', 'figure:0', 'unit:0'])
  expect(again.proposal?.figures.map(({ surface }) => surface)).toEqual(['500份'])
})

test('words are marked while proposed, once accepted, and after the text was edited', () => {
  const words = (draft: Parameters<typeof draftMarks>[0]) =>
    draftMarks(draft).map(({ id, spans, pending }) => [id, draft.body.slice(...spans[0]!), pending])
  expect(words(fresh())).toEqual([
    ['days', '8月13日', true],
    ['place', '人民公园', true],
    ['figure?0', '66人', true],
    ['figure?1', '500份', true],
  ])
  const taken = acceptAll(fresh(), newId)
  const moved = { ...taken, body: `前面加了一段。\n${body}` }
  expect(words(moved).map(([, text]) => text)).toEqual(['500份', '8月13日', '人民公园', '66人'])
  const marks = draftMarks(moved)
  expect(markAt(marks, moved.body.indexOf('66') + 1)?.id).toBe(`figure:${taken.figures[0]!.id}`)
  expect(markAt(marks, 2)).toBeNull()
})
