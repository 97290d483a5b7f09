/** A question as an office wrote it, read with tolerance: 判断题/判断/是非, √×, ABD, A,B,D, ＡＢＤ. */
import {
  type BankFault,
  type Difficulty,
  mostBlanks,
  mostOptions,
  mostWordings,
  type QuestionDraft,
  type QuestionType,
  questionFaults,
  trueFalseOptions,
} from '../../contract/index.ts'
import { answerInStem, cleanLine, cleanQuestion, stripLetters } from './question.words.ts'
import { readAnswer } from './raw-answer.ts'

/** The words of a row or of a paragraph; an empty text means that nothing is there. */
export type RawQuestion = {
  /** Row of its sheet, or the how-manieth question of its document. */
  readonly place: number
  /** What a clerk finds it by: 第 3 行, 单选题第 3 题. */
  readonly label: string
  readonly type: string
  readonly stem: string
  /** By place; an empty one in between is a gap. */
  readonly options: readonly string[]
  readonly answer: string
  readonly category: string
  readonly difficulty: string
  readonly explanation: string
  readonly source: string
  /** What was wrong with it before it was read: cells that could not be taken. */
  readonly faults?: readonly BankFault[]
}

export type ReadQuestion = {
  readonly place: number
  readonly label: string
  readonly draft: QuestionDraft | null
  readonly faults: readonly BankFault[]
}

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s题()[\]【】]/g, '')
    .toLowerCase()

const typeWords: Readonly<Record<QuestionType, readonly string[]>> = {
  'true-false': ['判断', '是非', '对错', '判断正误', '判断对错', 'true-false'],
  single: ['单选', '单项选择', '单项', '单选择', 'single'],
  multiple: ['多选', '多项选择', '多项', '多选择', '不定项选择', '不定项', 'multiple'],
  'fill-in': ['填空', '填写', 'fill-in'],
}
const difficultyWords: Readonly<Record<Difficulty, readonly string[]>> = {
  easy: ['易', '容易', '简单', '较易', '低', '1', 'easy'],
  medium: ['中', '中等', '一般', '适中', '普通', '2', 'medium', ''],
  hard: ['难', '困难', '较难', '高', '3', 'hard'],
}
const named = <K extends string>(words: Readonly<Record<K, readonly string[]>>, text: string): K | null =>
  (Object.keys(words) as K[]).find(each => words[each].includes(plain(text))) ?? null

/** The type a word stands for; `choice` where it leaves open how many are right. */
export const typeNamed = (text: string): QuestionType | 'choice' | null =>
  plain(text) === '选择' ? 'choice' : named(typeWords, text)

/** Reads one question; a draft only where nothing is wrong. */
export function readRawQuestion(raw: RawQuestion): ReadQuestion {
  const faults: BankFault[] = [...(raw.faults ?? [])]
  const say = (code: BankFault['code'], details: BankFault['details'] = {}): void =>
    void faults.push({ code, place: raw.place, details })
  const done = (draft: QuestionDraft | null): ReadQuestion => ({
    place: raw.place,
    label: raw.label,
    draft: faults.length ? null : draft,
    faults,
  })
  // What a cell says is not known: nothing more can be said of it.
  if (faults.length) return done(null)
  const told = raw.answer.trim() ? null : answerInStem(cleanLine(raw.stem))
  const [stem, written] = [told?.stem ?? cleanLine(raw.stem), told?.answer ?? raw.answer.trim()]
  const options = optionsOf(raw.options, say)
  const type = typeOf(raw.type, written, say)
  const difficulty = named(difficultyWords, raw.difficulty)
  if (!difficulty) say('difficulty-unknown', { value: raw.difficulty.slice(0, 20) })
  if (!stem) say('stem-missing')
  if (!written) say('answer-missing')
  if (!type || !written || !stem || !difficulty) return done(null)
  const reading = readAnswer(type, written, { stem, options })
  if ('code' in reading) {
    say(reading.code, reading.details)
    return done(null)
  }
  const draft = cleanQuestion({
    type,
    stem,
    options: type === 'true-false' ? [...trueFalseOptions] : options,
    answer: reading.answer,
    category: raw.category,
    difficulty,
    explanation: raw.explanation,
    source: raw.source,
  })
  tellSizes(draft, say)
  for (const fault of questionFaults(draft)) say(fault)
  return done(draft)
}

type Say = (code: BankFault['code'], details?: BankFault['details']) => void

function typeOf(words: string, answer: string, say: Say): QuestionType | null {
  const type = typeNamed(words)
  if (!words.trim()) say('type-missing')
  else if (!type) say('type-unknown', { value: words.slice(0, 20) })
  if (type !== 'choice') return type
  return new Set(answer.normalize('NFKC').toUpperCase().match(/[A-H]/g)).size > 1 ? 'multiple' : 'single'
}

function optionsOf(options: readonly string[], say: Say): string[] {
  const lines = options.map(cleanLine)
  while (lines.length && !lines.at(-1)) lines.pop()
  const gap = lines.indexOf('')
  if (gap >= 0) say('option-gap', { letter: String.fromCharCode(65 + gap) })
  if (lines.length > mostOptions) say('options-many', { count: lines.length, most: mostOptions })
  return stripLetters(lines)
}

const mostCharacters = { stem: 1000, option: 300, category: 40, explanation: 2000, source: 200, wording: 60 }
const partWords = {
  stem: '题干',
  option: '选项',
  category: '类别',
  explanation: '解析',
  source: '出处',
  wording: '答案',
}

function tellSizes(draft: QuestionDraft, say: Say): void {
  const check = (part: keyof typeof partWords, text: string): void => {
    const most = mostCharacters[part]
    if (text.length > most) say('too-long', { part: partWords[part], count: text.length, most })
  }
  for (const part of ['stem', 'category', 'explanation', 'source'] as const) check(part, draft[part])
  for (const option of draft.options) check('option', option)
  if (draft.type !== 'fill-in') return
  if (draft.answer.length > mostBlanks) say('blanks-many', { count: draft.answer.length, most: mostBlanks })
  for (const wordings of draft.answer) {
    if (!Array.isArray(wordings)) continue
    if (wordings.length > mostWordings) say('wordings-many', { count: wordings.length, most: mostWordings })
    for (const wording of wordings) check('wording', wording)
  }
}
