/** What can be told from the things themselves, before they stand on a page. */
import type { ConformityFault, Place } from '../contract.ts'
import { cutTitle } from '../title/title-words.ts'
import type { Judged } from './judged.ts'

export type PlacedFault = { at: Place | null; fault: ConformityFault }

/** A headline of more lines is no longer read at a glance. */
const mostTitleLines = 4
/** 五号, below which a table of an office is not to go. */
const leastSizePt = 10.5

export function modelFaults(judged: readonly Judged[], glue: readonly string[]): PlacedFault[] {
  return judged.flatMap((one, index): PlacedFault[] => {
    const faults =
      one.kind === 'table'
        ? tableFaults(one.table)
        : one.kind === 'heading'
          ? headingFaults(one, judged[index + 1], glue)
          : []
    return faults.map(fault => ({ at: one.at, fault }))
  })
}

function tableFaults({
  columns,
  sizePt,
  broken,
}: Extract<Judged, { kind: 'table' }>['table']): ConformityFault[] {
  const faults: ConformityFault[] = []
  if (broken !== null) faults.push({ rule: 'table-wide', details: { columns: columns.length, word: broken } })
  if (sizePt < leastSizePt) faults.push({ rule: 'table-small', details: { columns: columns.length, sizePt } })
  return faults
}

type Heading = Extract<Judged, { kind: 'heading' }>

function headingFaults(
  heading: Heading,
  next: Judged | undefined,
  glue: readonly string[],
): ConformityFault[] {
  const { text, lines, rank } = heading
  const faults: ConformityFault[] = []
  if (!next || (next.kind === 'heading' && next.rank <= rank))
    faults.push({ rule: 'nothing-below', details: { text } })
  if (lines.length > mostTitleLines)
    faults.push({ rule: 'title-long', details: { text, lines: lines.length } })
  const word = cutWord(text, lines, glue)
  if (word !== null) faults.push({ rule: 'title-cut', details: { text, word } })
  return faults
}

/** The first word or name that goes over the end of a line. */
function cutWord(text: string, lines: readonly string[], glue: readonly string[]): string | null {
  const bare = (line: string) => line.replace(/[\s\u3000]/gu, '')
  const ends = new Set<number>()
  let end = 0
  for (const line of lines) {
    end += bare(line).length
    ends.add(end)
  }
  let at = 0
  for (const piece of cutTitle(text, glue)) {
    const word = bare(piece.text)
    for (let inside = at + 1; inside < at + word.length; inside++) if (ends.has(inside)) return piece.text
    at += word.length
  }
  return null
}
