/** The doubts of what was read: warnings of the reader and values it was not sure of, each with the place it speaks of. */
import type { IntakeDocument, Span } from '@jianbao/intake/contract'
import type { Doubt } from '../../contract/index.ts'
import { placesOf } from './places.rules.ts'

/** Below this a value is a doubt; the reader warns of the same values. */
export const doubtful = 0.6

/** How sure a warning leaves one, where no value says so itself. */
const sureness: Readonly<Record<string, number>> = {
  'no-date': 0.2,
  'no-issue-number': 0.2,
  'no-publisher': 0.3,
  'no-headline': 0.3,
  'another-document': 0.3,
  'list-count-differs': 0.35,
  'encoding-repaired': 0.4,
  'no-column': 0.4,
  'column-uncertain': 0.45,
  'year-assumed': 0.5,
  'kind-uncertain': 0.5,
  'control-characters': 0.55,
}

const valueWords = { unit: '单位', date: '时间', place: '地点', figure: '数据' } as const
const fieldWords: Readonly<Record<string, string>> = {
  series: '刊名',
  issueNo: '期号',
  special: '增刊',
  runningNo: '总期号',
  publisher: '编发单位',
  date: '印发日期',
  printRun: '印数',
  secrecy: '密级',
}

/** Least sure first; ids are made of raw offsets, so that they stay while the place stands. */
export function findDoubts(
  readings: readonly IntakeDocument[],
  settled: ReadonlySet<string> = new Set(),
): Doubt[] {
  return readings
    .flatMap((reading, at) => doubtsOf(reading, at, settled))
    .sort(
      (a, b) =>
        a.confidence - b.confidence ||
        a.reading - b.reading ||
        a.span[0] - b.span[0] ||
        (a.id < b.id ? -1 : 1),
    )
}

/** Doubts nobody has settled yet. */
export function countOpenDoubts(
  readings: readonly IntakeDocument[],
  settled: ReadonlySet<string> = new Set(),
): number {
  return findDoubts(readings, settled).filter(doubt => !doubt.settled).length
}

export function doubtId(reading: number, code: string, [from, to]: Span): string {
  return `${reading}:${code}:${from}-${to}`
}

function doubtsOf(reading: IntakeDocument, at: number, settled: ReadonlySet<string>): Doubt[] {
  const found = new Map<string, Doubt>()
  const places = placesOf(reading)
  const add = (code: string, span: Span, more: Pick<Doubt, 'message' | 'confidence' | 'mark'>): void => {
    const id = doubtId(at, code, span)
    const known = found.get(id)
    if (known) known.confidence = Math.min(known.confidence, more.confidence)
    else found.set(id, { id, code, span, ...more, reading: at, settled: settled.has(id) })
  }
  const warned = new Map(reading.warnings.map(({ code, message, span }) => [`${code} ${span}`, message]))
  for (const { kind, id, spans, surface, confidence } of places.values) {
    const span = around(spans)
    if (confidence >= doubtful || !span) continue
    const code = `${kind}-uncertain`
    const words = kind === 'masthead' ? (fieldWords[surface] ?? surface) : `${valueWords[kind]}“${surface}”`
    const message = warned.get(`${code} ${span}`) ?? `${words}不能确定，请核对`
    add(code, span, { message, confidence, mark: id })
  }
  for (const { code, message, span } of reading.warnings)
    add(code, span, { message, confidence: sureness[code] ?? 0.5, mark: places.at(span[0]) })
  return [...found.values()]
}

/** From the first to the last letter of several spans, as the reader's warnings have it. */
export function around(spans: readonly Span[]): Span | null {
  const first = spans[0]
  const last = spans.at(-1)
  return first && last ? [first[0], Math.max(first[0], last[1])] : null
}
