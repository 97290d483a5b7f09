/** What an office wrote as the right answer. */
import { type BankFault, blanksOf, type QuestionType, type RightAnswer } from '../../contract/index.ts'
import { cleanLine } from './question.words.ts'

type AnswerReading = { readonly answer: RightAnswer } | Pick<BankFault, 'code' | 'details'>

const right = ['对', '正确', '是', '√', '✓', '✔', 't', 'true', 'y', 'yes', '1']
const wrong = ['错', '错误', '否', '不对', '不正确', '×', '✗', '✘', 'x', 'f', 'false', 'n', 'no', '0']

function truthOf(words: string): 0 | 1 | null {
  const plain = words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s()。.]/g, '')
  return right.includes(plain) ? 0 : wrong.includes(plain) ? 1 : null
}

/** Reads the answer of a question of this type; what cannot be taken for one comes back as a fault. */
export function readAnswer(
  type: QuestionType,
  written: string,
  { stem, options }: { readonly stem: string; readonly options: readonly string[] },
): AnswerReading {
  if (type === 'true-false') return readTruth(written, options)
  if (type === 'fill-in') return { answer: readBlanks(written, blanksOf(stem)) }
  const letters = lettersOf(written)
  // Blood groups are options called AB: of a single choice such a word is meant, of several its letters.
  if (letters && (type === 'multiple' || letters.length === 1)) return { answer: letters }
  const same = options.indexOf(cleanLine(written))
  if (same >= 0) return { answer: [same] }
  return letters ? { answer: letters } : unclear(written, '请写选项的字母，如 B 或 ABD')
}

/** Rising places of letters, however they are parted: B, A,B,D, ＡＢＤ, A、C和D. */
function lettersOf(written: string): number[] | null {
  const letters = written
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s,、;.，；。/和及与()[\]]/g, '')
  if (!/^[A-H]+$/.test(letters)) return null
  return [...new Set(letters)].map(letter => letter.charCodeAt(0) - 65).sort((a, b) => a - b)
}

/** Options of a true-false question may stand the other way round: A．错误 B．正确. */
function readTruth(written: string, options: readonly string[]): AnswerReading {
  const meant = options.map(truthOf)
  if (options.length && (options.length !== 2 || meant.includes(null) || meant[0] === meant[1]))
    return { code: 'true-false-options', details: {} }
  const letter = /^[(（]?\s*([ABＡＢ])\s*[)）]?$/i.exec(written)?.[1]?.normalize('NFKC').toUpperCase()
  if (letter) return { answer: [meant[letter === 'A' ? 0 : 1] ?? (letter === 'A' ? 0 : 1)] }
  const truth = truthOf(written)
  return truth === null ? unclear(written, '请写“对”或“错”') : { answer: [truth] }
}

/** Blanks stand with | between them, wordings of one with ；. Of several blanks some write ； or 、 between the blanks. */
function readBlanks(written: string, blanks: number): string[][] {
  const parts = (text: string, sign: RegExp): string[] => text.split(sign).map(cleanLine).filter(Boolean)
  if (blanks > 1 && !/[|｜]/.test(written))
    for (const sign of [/[;；\n]/, /[、]/, /\s{2,}/]) {
      const each = parts(written, sign)
      if (each.length === blanks) return each.map(words => [words])
    }
  return parts(written, /[|｜\n]/).map(blank => parts(blank, /[;；]/))
}

const unclear = (written: string, hint: string): AnswerReading => ({
  code: 'answer-unclear',
  details: { value: written.slice(0, 40), hint },
})
