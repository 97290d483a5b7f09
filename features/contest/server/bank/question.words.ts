/** A question as a bank keeps it: one line each, and by what it is told from others. */
import { createHash } from 'node:crypto'
import { answerText, type QuestionDraft } from '../../contract/index.ts'

/** One line without what cannot be seen or turns the line round; blanks of all kinds are one. */
export const cleanLine = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .trim()

/** Options without the letters offices write before them, when all have theirs. */
export function stripLetters(options: readonly string[]): string[] {
  const own = (option: string, at: number): string | null =>
    option
      .match(
        new RegExp(
          `^[${String.fromCharCode(65 + at)}${String.fromCharCode(0xff21 + at)}][.．、:：]\\s*(\\S.*)$`,
        ),
      )
      ?.at(1) ?? null
  const bare = options.map(own)
  if (!options.length || bare.some(option => option === null)) return [...options]
  return stripLetters(bare as string[])
}

const truth = '[√✓✔×✗✘对错]|正确|错误'
const given = new RegExp(
  `[（(]\\s*([A-HＡ-Ｈ](?:[、,，\\s]*[A-HＡ-Ｈ])*|${truth})\\s*[）)](?=[。.？?！!：:]?$)`,
)

/** The brackets at the end of a stem that tell what is right already: offices print them so. */
export function answerInStem(stem: string): { answer: string; stem: string } | null {
  const found = given.exec(stem)
  return found
    ? {
        answer: found[1]!,
        stem: `${stem.slice(0, found.index)}（ ）${stem.slice(found.index + found[0].length)}`,
      }
    : null
}

const right: Readonly<Record<string, string>> = {
  '√': '对',
  '✓': '对',
  '✔': '对',
  正确: '对',
  '×': '错',
  '✗': '错',
  '✘': '错',
  错误: '错',
}

/** As it is kept: whatever writes or reads it, the same question is the same words. */
export function cleanQuestion(draft: QuestionDraft): QuestionDraft {
  const { type, answer } = draft
  const clean: QuestionDraft = {
    ...draft,
    stem: cleanLine(draft.stem),
    options: stripLetters(draft.options.map(cleanLine)),
    answer:
      type === 'fill-in'
        ? answer.map(blank =>
            Array.isArray(blank) ? [...new Set(blank.map(cleanLine).filter(Boolean))] : [],
          )
        : [...new Set(answer.filter(place => typeof place === 'number'))].sort((a, b) => a - b),
    category: cleanLine(draft.category),
    explanation: cleanLine(draft.explanation),
    source: cleanLine(draft.source),
  }
  if (type === 'fill-in') return clean
  const told = answerInStem(clean.stem)
  const letters = told?.answer.normalize('NFKC').replace(/[、,\s]/g, '') ?? ''
  return told && (right[letters] ?? letters) === answerText(clean) ? { ...clean, stem: told.stem } : clean
}

/** Letters and figures alone; signs between figures count (1-1 is not 11). */
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<=\d)[-./*:](?=\d)|%|(\p{P}|\s|\p{C})/gu, (sign, idle) => (idle === undefined ? sign : ''))

type Told = Pick<QuestionDraft, 'type' | 'stem' | 'options'>

/** Equal for two questions means they ask the same, whatever order their options are in. */
export function fingerprintOf({ type, stem, options }: Told): string {
  const words = [
    type === 'fill-in' ? 'fill-in' : '',
    bare(stem) || stem,
    ...options.map(each => bare(each) || each).sort(),
  ]
  return createHash('sha256').update(words.join('\n')).digest('hex')
}

/** Characters and pairs of neighbours of stem and options, rising: how near two questions are is told by what they share. */
export function pairsOf({ type, stem, options }: Told): number[] {
  const found = new Set<number>()
  for (const part of [stem, ...(type === 'true-false' ? [] : options)]) {
    const text = bare(part)
    for (let at = 0; at < text.length; at++) {
      found.add(text.charCodeAt(at))
      if (at + 1 < text.length) found.add((text.charCodeAt(at) << 16) | text.charCodeAt(at + 1))
    }
  }
  return [...found].sort((a, b) => a - b)
}
