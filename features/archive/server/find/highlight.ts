/** Marks in the text as printed for words of the normalised text. */
import type { Marked } from '../../contract/index.ts'
import { normaliseWithOffsets } from './normalise-text.ts'

type Range = [number, number]
const passageLength = 60
const mostPassages = 3
/** The sign a brief is printed with; it is no part of what the brief says. */
const bullet = /^[\s●○■□◆◇▲△★☆※·•*]+/u
const digit = /[\d.,０-９]/u

/** The ranges of `text` where one of the forms stands, in order, overlapping ones joined. */
export function findMarks(text: string, forms: readonly string[]): Range[] {
  if (!forms.length || !text) return []
  const normal = normaliseWithOffsets(text)
  const found: Range[] = []
  for (const form of forms)
    for (let at = normal.text.indexOf(form); at >= 0; at = normal.text.indexOf(form, at + 1))
      found.push([normal.from[at]!, normal.to[at + form.length - 1]!])
  found.sort((a, b) => a[0] - b[0] || a[1] - b[1])
  const joined: Range[] = []
  for (const range of found) {
    const last = joined.at(-1)
    if (last && range[0] <= last[1]) last[1] = Math.max(last[1], range[1])
    else joined.push(range)
  }
  return joined
}

/** Up to three passages of about sixty characters around the marks; without any, how the text begins. */
export function findPassages(paragraphs: readonly string[], forms: readonly string[]): Marked[] {
  const passages: Marked[] = []
  for (const text of paragraphs) {
    let done = 0
    for (const mark of findMarks(text, forms)) {
      if (passages.length >= mostPassages) return passages
      if (mark[0] < done) continue
      const room = Math.max(0, passageLength - (mark[1] - mark[0]))
      const from = wholePiece(text, Math.max(done, mark[0] - Math.floor(room / 3)), done)
      const to = wholePiece(text, Math.min(text.length, Math.max(mark[1], from + passageLength)), mark[1])
      done = to
      const part = text.slice(from, to)
      const marks = findMarks(text, forms)
        .filter(range => range[0] >= from && range[1] <= to)
        .map(([start, end]): Range => [start - from, end - from])
      passages.push({ text: part, marks })
    }
  }
  const first = paragraphs.find(text => text.trim())
  if (!passages.length && first) passages.push({ text: beginning(first), marks: [] })
  return passages
}

/** How a text begins, without the bullet it is printed with. */
export function beginning(text: string): string {
  const bare = text.replace(bullet, '')
  return bare.slice(0, wholePiece(bare, Math.min(bare.length, passageLength), 0))
}

/** `at`, or further back, never before `floor`, when a number or a character of two code units would be cut. */
function wholePiece(text: string, at: number, floor: number): number {
  const inNumber = (here: number) => digit.test(text[here] ?? '') && digit.test(text[here - 1] ?? '')
  let start = at
  while (start > floor && inNumber(start)) start -= 1
  if (inNumber(start)) start = at
  const code = text.charCodeAt(start)
  return start > 0 && start < text.length && code >= 0xdc00 && code <= 0xdfff ? start - 1 : start
}
