/** Corrections of facts: what they change, what they answer, and that they outlast a rereading. */
import { defaultRegister, readDocuments } from '@jianbao/intake'
import type { DocumentArticle, EventFact } from '@jianbao/intake/contract'
import { describe, expect, test } from 'vitest'
import type { ReviewEdit } from '../../contract/index.ts'
import { type AppliedEdit, applyEdit, type ReviewState } from './apply-edit.rules.ts'
import { countOpenDoubts } from './doubts.rules.ts'
import { stateOf } from './readings.fixture.ts'

const raw = `青禾市科协专项工作简报
第5期
青禾市科协办公室  2021年5月12日

【学教动态】
青禾市科协举办科普讲座
5月10日，青禾市科协联合市农学会在市科技馆举办科普讲座，120人参加。随后召开座谈会，30人参加。
5月11日，青禾市气象学会开展义诊活动，东岭村村委会给予协助，服务群众60人。
`
const register = defaultRegister()
const given = { raw, register }
const start = stateOf(readDocuments(raw))
const at = { reading: 0, column: 0, article: 0 }
const first = { ...at, event: 0 }

const apply = (edit: ReviewEdit, state: ReviewState = start): AppliedEdit => applyEdit(state, edit, given)
const articleOf = ({ readings }: ReviewState): DocumentArticle => readings[0]!.columns[0]!.articles[0]!
const eventOf = (state: ReviewState, event = 0): EventFact => articleOf(state).events[event]!
const names = (event: EventFact) => event.units.map(unit => unit.name)
const refusal = (edit: ReviewEdit): string => {
  try {
    apply(edit)
  } catch (error) {
    return (error as { text(): string }).text()
  }
  return ''
}

const society = names(eventOf(start)).findIndex(name => name.includes('农学会'))
const setSociety = {
  act: 'set-unit',
  ...first,
  unit: society,
  name: '青禾市作物学会',
  remember: false,
} as const

describe('units', () => {
  test('get another name, are sure then, and tell what was there', () => {
    const { state, before, after } = apply({ ...setSociety, role: 'participate' })
    expect(eventOf(state).units[society]).toMatchObject({
      name: '青禾市作物学会',
      surface: '市农学会',
      role: 'participate',
      confidence: 1,
    })
    expect([before, after]).toEqual([names(eventOf(start))[society], '青禾市作物学会'])
  })

  test('are added where they are printed in the sentence, and dropped again', () => {
    const added = apply({ act: 'add-unit', ...first, name: '市科技馆', role: 'support' }).state
    const unit = eventOf(added).units.at(-1)!
    expect(unit).toMatchObject({ name: '市科技馆', surface: '市科技馆', role: 'support' })
    expect(unit.spans.map(([from, to]) => raw.slice(from, to))).toEqual(['市科技馆'])
    const last = eventOf(added).units.length - 1
    const dropped = apply({ act: 'drop-unit', ...first, unit: last }, added).state
    expect(articleOf(dropped)).toEqual(articleOf(start))
    const elsewhere = apply({ act: 'add-unit', ...first, name: '白塔县科协', role: 'support' }).state
    expect(eventOf(elsewhere).units.at(-1)).toMatchObject({ surface: '', spans: [] })
  })

  test('the same printed words mean the same in every event of the article', () => {
    const state = structuredClone(start) as ReviewState
    const [event] = articleOf(state).events
    articleOf(state).events.push({ ...structuredClone(event!), act: '另一件' })
    const other = articleOf(state).events.length - 1
    expect(names(eventOf(apply(setSociety, state).state, other))[society]).toBe('青禾市作物学会')
  })

  test('a name to remember is told without its blanks; what stands for others elsewhere is not taken', () => {
    expect(refusal({ ...setSociety, remember: true })).toContain('“市农学会”在别的文稿里会指别的单位')
    const bare = structuredClone(start) as ReviewState
    eventOf(bare).units[society]!.surface = '科协'
    expect(() => apply({ ...setSociety, remember: true }, bare)).toThrow('太短')
    const unit = names(eventOf(start)).indexOf('青禾市科协')
    const { learned } = apply({ act: 'set-unit', ...first, unit, name: '青禾市科学技术协会', remember: true })
    expect(learned).toEqual({ surface: '青禾市科协', name: '青禾市科学技术协会' })
  })
})

describe('dates, figures, types', () => {
  test('a date is set, added and dropped', () => {
    const set = apply({ act: 'set-date', ...first, date: 0, start: '2021-05-09', end: '2021-05-10' }).state
    expect(eventOf(set).dates[0]).toMatchObject({ kind: 'range', start: '2021-05-09', confidence: 1 })
    const added = apply({ act: 'add-date', ...first, start: '2021-05-11', end: '2021-05-11' }, set).state
    expect(eventOf(added).dates.at(-1)).toMatchObject({ kind: 'day', surface: '', spans: [] })
    const date = eventOf(added).dates.length - 1
    expect(articleOf(apply({ act: 'drop-date', ...first, date }, added).state)).toEqual(articleOf(set))
    expect(refusal({ act: 'add-date', ...first, start: '2021-05-11', end: '2021-05-10' })).toContain(
      '起始日期',
    )
  })

  test('a figure is set and dropped', () => {
    const figure = { value: 130, unit: '人次', measure: 'persontimes' } as const
    const set = apply({ act: 'set-figure', ...first, figure: 0, ...figure }).state
    expect(eventOf(set).figures[0]).toMatchObject({ ...figure, surface: '120人', confidence: 1 })
    const dropped = apply({ act: 'drop-figure', ...first, figure: 0 }).state
    expect(eventOf(dropped).figures).toEqual(eventOf(start).figures.slice(1))
  })

  test('an event gets another type or goes, told in Chinese', () => {
    const set = apply({ act: 'set-type', ...first, type: 'award' })
    expect(eventOf(set.state).type).toBe('award')
    expect(set.after).toBe('表彰聘任')
    const { events } = articleOf(apply({ act: 'drop-event', ...first }).state)
    expect(events).toEqual(articleOf(start).events.slice(1))
  })
})

test('corrections outlast a rereading of their article, also a dropped event, and one that moved away', () => {
  const edits: ReviewEdit[] = [
    setSociety,
    { act: 'set-type', ...first, type: 'award' },
    { act: 'add-unit', ...first, name: '市科技馆', role: 'support' },
    { act: 'set-figure', ...first, figure: 0, value: 121, unit: '人', measure: 'people' },
    { act: 'drop-event', ...at, event: articleOf(start).events.length - 1 },
  ]
  const corrected = edits.reduce((state, edit) => apply(edit, state).state, start)
  const split = apply({ act: 'split-article', ...at, paragraph: 1 }, corrected).state
  expect(articleOf(split).events).toEqual(articleOf(corrected).events)
  expect(split.readings[0]!.columns[0]!.articles[1]!.events).toEqual([])
  const gone = apply({ act: 'make-noise', ...at, paragraph: 0 }, corrected).state
  expect(articleOf(gone).events).toEqual([])
  const noise = gone.readings[0]!.noise.length - 1
  const to = { toColumn: 0, toArticle: 0, toPosition: 0 }
  const back = apply({ act: 'restore-noise', reading: 0, noise, ...to }, gone).state
  expect(articleOf(back).events).toEqual(articleOf(corrected).events)
})

test('a corrected value is no doubt any more, also after a rereading', () => {
  const state = structuredClone(start) as ReviewState
  const unit = eventOf(state).units[society]!
  unit.confidence = 0.4
  const span: [number, number] = [unit.spans[0]![0], unit.spans.at(-1)![1]]
  state.readings[0]!.warnings.push({ code: 'unit-uncertain', message: '请核对', span })
  const doubts = countOpenDoubts(state.readings)
  const corrected = apply(setSociety, state).state
  expect(countOpenDoubts(corrected.readings)).toBe(doubts - 1)
  expect(corrected.readings[0]!.warnings.some(warning => warning.code === 'unit-uncertain')).toBe(false)
  const reread = apply({ act: 'set-headline', ...at, headline: '科普讲座' }, corrected).state
  expect(names(eventOf(reread))).toContain('青禾市作物学会')
  expect(countOpenDoubts(reread.readings)).toBe(doubts - 1)
})

test('doubts are settled one by one, by kind, and all that are left', () => {
  const state = structuredClone(start) as ReviewState
  for (const [code, place] of [
    ['join-uncertain', 70],
    ['join-uncertain', 80],
    ['kind-uncertain', 90],
  ] as const)
    state.readings[0]!.warnings.push({ code, message: '请核对', span: [place, place + 1] })
  const settled = (to: ReviewState) => countOpenDoubts(to.readings, new Set(to.settled))
  const open = settled(state)
  expect(settled(apply({ act: 'settle', doubt: '0:join-uncertain:70-71' }, state).state)).toBe(open - 1)
  expect(settled(apply({ act: 'settle-all', code: 'join-uncertain' }, state).state)).toBe(open - 2)
  expect(settled(apply({ act: 'settle-all', code: null }, state).state)).toBe(0)
})

test('of two events that begin alike and say the same, the one that was meant is corrected', () => {
  const state = structuredClone(start) as ReviewState
  articleOf(state).events.push(structuredClone(eventOf(state)))
  const twin = articleOf(state).events.length - 1
  const set = apply({ act: 'set-type', ...at, event: twin, type: 'award' }, state).state
  expect(articleOf(set).events.map(event => event.type === 'award')).toEqual(
    articleOf(set).events.map((_, event) => event === twin),
  )
})
