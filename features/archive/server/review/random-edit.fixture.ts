/** Any edit of any kind: mostly of a place that is there, sometimes of one that is not. */
import { activityTypes, articleKinds, figureMeasures, unitRoles } from '@jianbao/intake/contract'
import fc from 'fast-check'
import type { ReviewAct, ReviewEdit } from '../../contract/index.ts'
import type { ReviewState } from './apply-edit.rules.ts'
import { findDoubts } from './doubts.rules.ts'

const acts: readonly ReviewAct[] = [
  'set-issue',
  'join-paragraphs',
  'split-paragraph',
  'make-headline',
  'drop-headline',
  'set-headline',
  'join-articles',
  'split-article',
  'move-article',
  'move-paragraph',
  'rename-column',
  'make-column',
  'set-kind',
  'make-contributor',
  'set-contributor',
  'make-noise',
  'restore-noise',
  'set-unit',
  'add-unit',
  'drop-unit',
  'set-date',
  'add-date',
  'drop-date',
  'set-figure',
  'drop-figure',
  'set-type',
  'drop-event',
  'settle',
  'settle-all',
]
const days = ['2021-03-05', '2021-03-06', '2019-12-31'] as const

export type EditSeed = {
  readonly act: ReviewAct
  readonly picks: readonly number[]
  readonly words: string | null
}

/** `typed` begins every text a person typed. */
export const editSeeds = (typed: string): fc.Arbitrary<EditSeed> =>
  fc.record({
    act: fc.constantFrom(...acts),
    picks: fc.array(fc.nat(9999), { minLength: 12, maxLength: 12 }),
    words: fc.option(
      fc.constantFrom('甲', '乙乙', '科协\u0000', '\ud800半', '县\n总工会').map(more => typed + more),
      { freq: 3 },
    ),
  })

export function editFrom({ act, picks, words }: EditSeed, state: ReviewState): ReviewEdit {
  let next = 0
  const pick = (count: number): number => {
    const number = picks[next++ % picks.length]!
    return number % 20 === 0 ? number : count > 0 ? number % count : 0
  }
  const one = <T>(list: readonly T[]): T => list[(picks[next++ % picks.length] ?? 0) % list.length]!
  const reading = state.readings.length === 1 ? 0 : pick(state.readings.length)
  const of = state.readings[reading]
  const column = pick(of?.columns.length ?? 0)
  const articles = of?.columns[column]?.articles ?? []
  const article = pick(articles.length)
  const it = articles[article]
  const paragraph = pick(it?.paragraphs.length ?? 0)
  const event = pick(it?.events.length ?? 0)
  const facts = it?.events[event]
  const toColumn = pick(of?.columns.length ?? 0)
  const targets = of?.columns[toColumn]?.articles ?? []
  const toArticle = pick(targets.length)
  const toPosition = pick((targets[toArticle]?.paragraphs.length ?? 0) + 1)
  const doubts = findDoubts(state.readings)
  const [start, end] = [one(days), one(days)]
  const fields: Record<string, unknown> = {
    ...{ act, reading, column, article, paragraph, event, toColumn, toArticle, toPosition },
    offset: pick(it?.paragraphs[paragraph]?.length ?? 0),
    joinBefore: pick(2) === 1,
    ...{
      headline: words,
      contributor: words,
      name: act === 'rename-column' ? words : (words ?? '科协'),
      newColumn: words,
    },
    ...{ intoColumn: toColumn, intoArticle: toArticle },
    kind: one(articleKinds),
    noise: pick(of?.noise.length ?? 0),
    unit: act === 'set-figure' ? '人' : pick(facts?.units.length ?? 0),
    date: act === 'set-issue' ? start : pick(facts?.dates.length ?? 0),
    figure: pick(facts?.figures.length ?? 0),
    ...{ start, end, value: pick(500), measure: one(figureMeasures), role: one(unitRoles) },
    ...{ type: one(activityTypes), remember: false, publisher: words, special: true },
    ...{ doubt: doubts.length ? one(doubts).id : 'none', code: null },
  }
  const names = fieldsOf[act]
  return Object.fromEntries(['act', ...names].map(name => [name, fields[name]])) as ReviewEdit
}

const column = ['reading', 'column']
const article = [...column, 'article']
const paragraph = [...article, 'paragraph']
const event = [...article, 'event']
const to = ['toColumn', 'toArticle', 'toPosition']
const fieldsOf: Record<ReviewAct, readonly string[]> = {
  'set-issue': ['reading', 'date', 'publisher', 'special'],
  'join-paragraphs': paragraph,
  'split-paragraph': [...paragraph, 'offset'],
  'make-headline': paragraph,
  'drop-headline': [...article, 'joinBefore'],
  'set-headline': [...article, 'headline'],
  'join-articles': [...article, 'intoColumn', 'intoArticle'],
  'split-article': paragraph,
  'move-article': [...article, 'toColumn', 'newColumn'],
  'move-paragraph': [...paragraph, ...to],
  'rename-column': [...column, 'name'],
  'make-column': paragraph,
  'set-kind': [...article, 'kind'],
  'make-contributor': paragraph,
  'set-contributor': [...article, 'contributor'],
  'make-noise': paragraph,
  'restore-noise': ['reading', 'noise', ...to],
  'set-unit': [...event, 'unit', 'name', 'remember'],
  'add-unit': [...event, 'name', 'role'],
  'drop-unit': [...event, 'unit'],
  'set-date': [...event, 'date', 'start', 'end'],
  'add-date': [...event, 'start', 'end'],
  'drop-date': [...event, 'date'],
  'set-figure': [...event, 'figure', 'value', 'unit', 'measure'],
  'drop-figure': [...event, 'figure'],
  'set-type': [...event, 'type'],
  'drop-event': event,
  settle: ['doubt'],
  'settle-all': ['code'],
}
