/** One correction of a person applied to what was read. Nothing is changed in place; what is not touched is shared. */
import type { UnitRegister } from '@jianbao/intake'
import type { IntakeDocument, IntakeWarning, Span } from '@jianbao/intake/contract'
import type { ReviewEdit } from '../../contract/index.ts'
import { articleAt, type Edited, gone, refuse, spliceArticles, withoutEmptied } from './article.rules.ts'
import { type Correction, correctFacts } from './correction.rules.ts'
import { findDoubts } from './doubts.rules.ts'
import {
  dropHeadline,
  joinArticles,
  makeHeadline,
  moveArticle,
  setContributor,
  setHeadline,
  setKind,
  splitArticle,
} from './edit-article.rules.ts'
import { makeColumn, renameColumn, setIssue } from './edit-column.rules.ts'
import { correctionOf, type FactCorrection, type FactEdit } from './edit-fact.rules.ts'
import {
  joinParagraphs,
  makeContributor,
  makeNoise,
  moveParagraph,
  restoreNoise,
  splitParagraph,
} from './edit-paragraph.rules.ts'
import { refreshFacts, withoutAnswered } from './refresh-facts.rules.ts'

/** All that an edit changes and an undo brings back. */
export type ReviewState = {
  readonly readings: readonly IntakeDocument[]
  /** Ids of doubts a person looked at and found right. */
  readonly settled: readonly string[]
  /** Corrections of facts by their place in the raw text, in order: facts that are read anew keep them. */
  readonly corrections: readonly Correction[]
}

export type AppliedEdit = {
  readonly state: ReviewState
  readonly before: string
  readonly after: string
  readonly learned: FactCorrection['learned'] | null
}

type TextEdit = Exclude<ReviewEdit, FactEdit | { act: 'settle' | 'settle-all' }>

/** Throws `review-place-gone` when the edit names what is not there, `not-now` with a sentence when it makes no sense. */
export function applyEdit(
  state: ReviewState,
  edit: ReviewEdit,
  given: { raw: string; register: UnitRegister },
): AppliedEdit {
  if (edit.act === 'settle' || edit.act === 'settle-all') return settle(state, edit)
  const reading = state.readings[edit.reading]
  if (!reading) throw gone()
  return 'event' in edit
    ? applyToFacts(state, reading, edit, given.raw)
    : applyToText(state, reading, edit, given)
}

function applyToText(
  state: ReviewState,
  reading: IntakeDocument,
  edit: TextEdit,
  { raw, register }: { raw: string; register: UnitRegister },
): AppliedEdit {
  const { reading: edited, before, after, decided = [] } = editText(reading, edit, raw)
  const whole = withoutDecided(withoutEmptied(reading, edited, raw), decided)
  const corrections = state.corrections.filter(correction => correction.reading === edit.reading)
  const fresh = refreshFacts(reading, whole, {
    raw,
    register,
    corrections,
    // 市 and 5月3日 mean what the masthead says.
    all:
      edit.act === 'set-issue' && [edit.date, edit.publisher, edit.series].some(field => field !== undefined),
  })
  const readings = state.readings.with(edit.reading, fresh)
  return { state: { ...state, readings }, before, after, learned: null }
}

function editText(reading: IntakeDocument, edit: TextEdit, raw: string): Edited {
  switch (edit.act) {
    case 'set-issue':
      return setIssue(reading, edit)
    case 'join-paragraphs':
      return joinParagraphs(reading, edit, raw)
    case 'split-paragraph':
      return splitParagraph(reading, edit, raw)
    case 'make-headline':
      return makeHeadline(reading, edit, raw)
    case 'drop-headline':
      return dropHeadline(reading, edit, raw)
    case 'set-headline':
      return setHeadline(reading, edit, raw)
    case 'join-articles':
      return joinArticles(reading, edit, raw)
    case 'split-article':
      return splitArticle(reading, edit, raw)
    case 'move-article':
      return moveArticle(reading, edit)
    case 'move-paragraph':
      return moveParagraph(reading, edit, raw)
    case 'rename-column':
      return renameColumn(reading, edit, raw)
    case 'make-column':
      return makeColumn(reading, edit, raw)
    case 'set-kind':
      return setKind(reading, edit)
    case 'make-contributor':
      return makeContributor(reading, edit, raw)
    case 'set-contributor':
      return setContributor(reading, edit, raw)
    case 'make-noise':
      return makeNoise(reading, edit, raw)
    case 'restore-noise':
      return restoreNoise(reading, edit, raw)
  }
}

function applyToFacts(state: ReviewState, reading: IntakeDocument, edit: FactEdit, raw: string): AppliedEdit {
  const article = articleAt(reading, edit)
  const { correction, before, after, learned } = correctionOf(article, edit)
  const corrected = correctFacts(article, correction, raw)
  const put = withoutAnswered(spliceArticles(reading, edit, 1, corrected), corrected)
  return {
    state: {
      ...state,
      readings: state.readings.with(edit.reading, put),
      corrections: [...state.corrections, correction],
    },
    before,
    after,
    learned: learned ?? null,
  }
}

function settle(
  state: ReviewState,
  edit: Extract<ReviewEdit, { act: 'settle' | 'settle-all' }>,
): AppliedEdit {
  const open = findDoubts(state.readings, new Set(state.settled)).filter(doubt => !doubt.settled)
  const found = open.filter(doubt =>
    edit.act === 'settle' ? doubt.id === edit.doubt : edit.code === null || doubt.code === edit.code,
  )
  if (!found.length && edit.act === 'settle') throw refuse('这处存疑已经处理过了。')
  if (!found.length) return { state, before: '', after: '', learned: null }
  const settled = [...state.settled, ...found.map(doubt => doubt.id)]
  const before = found.length === 1 ? found[0]!.message : `${found.length} 处存疑`
  return { state: { ...state, settled }, before, after: '核对无误', learned: null }
}

/** Doubts about where a text begins and what it is: answered when a person decided at that place. */
const structureCodes: ReadonlySet<string> = new Set([
  'join-uncertain',
  'column-uncertain',
  'kind-uncertain',
] satisfies IntakeWarning['code'][])

function withoutDecided(reading: IntakeDocument, decided: readonly Span[]): IntakeDocument {
  const headless = new Set(
    reading.columns.flatMap(column =>
      column.articles.flatMap(article =>
        article.headline === null ? (article.paragraphSpans[0]?.[0]?.[0] ?? []) : [],
      ),
    ),
  )
  const named = reading.columns.some(column => column.name !== null)
  const stands = ({ code, span }: IntakeWarning): boolean => {
    if (code === 'no-headline') return headless.has(span[0])
    if (code === 'no-column') return !named
    return !structureCodes.has(code) || !decided.some(([from, to]) => span[0] <= to && from <= span[1])
  }
  const warnings = reading.warnings.filter(stands)
  return warnings.length < reading.warnings.length ? { ...reading, warnings } : reading
}
