import { cellGap } from '../layout/page-lines.ts'
import type { PrintedLine } from '../layout/printed-page.types.ts'
import { mendRecognised } from './mend-recognised.ts'

type Box = { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number }
type Word = { readonly text: string; readonly bbox: Box; readonly confidence: number }
type Line = {
  readonly words: readonly Word[]
  readonly bbox: Box
  readonly confidence: number
  readonly rowAttributes: { readonly rowHeight: number }
}
/** What we use of the blocks that tesseract gives. */
export type Blocks = readonly { readonly paragraphs: readonly { readonly lines: readonly Line[] }[] }[]

/** The row is higher than the type in it, by the leading that fonts bring. */
const typeOfRow = 0.86
const leastConfidence = 40
const widestGap = 1.4

/** Recognised lines as printed ones, in pixels of the picture. */
export function recognisedLines(blocks: Blocks): PrintedLine[] {
  return blocks
    .flatMap(block => block.paragraphs.flatMap(({ lines }) => lines))
    .map(line => ({ confidence: line.confidence, line: toLine(line) }))
    .filter(({ confidence, line }) => isText(line.text, confidence))
    .map(({ line }) => line)
}

// Right lines can come with no confidence at all; specks and rules that are read as letters are seldom all Chinese.
function isText(text: string, confidence: number): boolean {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  return (
    text !== '' &&
    (confidence >= leastConfidence ||
      han >= 3 ||
      (han === 2 && /^\p{Script=Han}\s?\p{Script=Han}$/u.test(text)))
  )
}

function toLine(line: Line): PrintedLine {
  const size = Math.max(4, line.rowAttributes.rowHeight * typeOfRow)
  let text = ''
  let end = line.bbox.x0
  for (const { text: word, bbox } of line.words) {
    if (text !== '') text += bbox.x0 - end > size * widestGap ? cellGap : ' '
    text += word
    end = Math.max(end, bbox.x1)
  }
  return {
    text: text.split(cellGap).map(mendRecognised).filter(Boolean).join(cellGap),
    x: line.bbox.x0,
    end: line.bbox.x1,
    y: line.bbox.y1,
    size: size,
    font: '',
    artifact: false,
    heading: false,
  }
}
