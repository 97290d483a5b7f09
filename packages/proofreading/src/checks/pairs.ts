import type { Passage } from '../passages.ts'
import type { Check, Report } from './check.types.ts'

const closers: Record<string, string> = {
  '“': '”',
  '‘': '’',
  '（': '）',
  '《': '》',
  '【': '】',
  '〔': '〕',
  '「': '」',
  '〈': '〉',
  '(': ')',
  '[': ']',
}
const openers = new Map(Object.entries(closers).map(([open, close]) => [close, open]))
const twins: Record<string, string> = { '）': '（(', ')': '(（', ']': '[【〔', '】': '【[' }
/** Deeper nesting is no text that somebody wrote. */
const deepest = 50

type Open = { mark: string; at: number }

/** Quotation marks, brackets and title marks without a partner, within a paragraph. */
export const checkPairs: Check = ({ passages }, report) => {
  for (const [index, passage] of passages.entries()) {
    if (passage.cell) continue
    const next = passages[index + 1]
    const goesOn =
      next?.item === passage.item && next?.part === 'body' && next.text.trimStart().startsWith('“')
    pairs(passage, goesOn, report)
  }
}

function pairs(passage: Passage, goesOn: boolean, report: Report): void {
  const { text } = passage
  const open: Open[] = []
  const lastClosing = text.lastIndexOf('”')
  const quoteAfter = quotesAhead(text)
  for (let at = 0; at < text.length; at++) {
    const mark = text[at]!
    if (closers[mark]) {
      // “为民“: the second was meant to close.
      if (mark === '“' && open.at(-1)?.mark === '“' && lastClosing < at) {
        report('mark-unpaired', passage, at, at + 1, {}, { mend: '”' })
        open.pop()
      } else if (open.length < deepest) open.push({ mark, at })
    } else if (openers.has(mark)) close(passage, open, mark, at, { report, quoteAfter })
  }
  // A quotation of several paragraphs opens anew in each and closes in the last.
  const left = goesOn && open.at(-1)?.mark === '“' ? open.slice(0, -1) : open
  for (const { at } of left) report('mark-unpaired', passage, at, at + 1, {})
}

/** The next double quotation mark behind a place; places are asked for in their order, so the text is read once. */
function quotesAhead(text: string): (at: number) => string | undefined {
  const marks = /[“”]/g
  let next = -1
  return at => {
    while (next <= at) {
      marks.lastIndex = at + 1
      next = marks.exec(text)?.index ?? text.length
    }
    return text[next]
  }
}

type Tools = { report: Report; quoteAfter: (at: number) => string | undefined }

function close(
  passage: Passage,
  open: Open[],
  mark: string,
  at: number,
  { report, quoteAfter }: Tools,
): void {
  const partner = twins[mark] ?? openers.get(mark)!
  const found = open.findLastIndex(each => partner.includes(each.mark))
  if (found < 0) {
    // 1) and a) number a list; ’ may be an apostrophe.
    const before = passage.text.slice(Math.max(0, at - 3), at)
    if (
      (mark === ')' || mark === '）') &&
      /(?:^|[\s，；。：])[\dA-Za-z一二三四五六七八九十]{1,2}$/.test(at < 3 ? before : before)
    )
      return
    if (mark === '’' && /[A-Za-z]$/.test(before)) return
    // ”为民”: the first was meant to open.
    const opens = mark === '”' && open.length === 0 && quoteAfter(at) === '”'
    report('mark-unpaired', passage, at, at + 1, {}, opens ? { mend: '“' } : {})
    if (opens) open.push({ mark: '“', at })
    return
  }
  for (const { at: lost } of open.splice(found).slice(1)) report('mark-unpaired', passage, lost, lost + 1, {})
}
