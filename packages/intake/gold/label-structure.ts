import type { GoldIssue, Quote, Segments } from './gold-file.ts'
import type { Range } from './label-facts.ts'
import type { LabelLine } from './label-lines.ts'
import { type LocatedText, occurrences, quoteOf, squeeze } from './located-text.ts'

/** A printed heading, contributor line or distribution line and the labels that follow it. */
export type Block = { label: LabelLine; range: Range; quote: Quote; labels: LabelLine[] }

const dresses: Record<string, [open: string, close: string][]> = {
  column: [
    ['【', '】'],
    ['〖', '〗'],
    ['◆', '◆'],
    ['※', '※'],
    ['', ''],
  ],
  headline: [
    ['', ''],
    ['#', ''],
    ['##', ''],
  ],
}
const mastheadVerbs = ['doctype', 'series', 'no', 'publisher', 'date', 'special']
const structural = new Set(['column', 'headline', 'article', 'briefs', 'contributor', 'to'])

/** Whole lines that a `noise` label names, as printed or as `/pattern/`, with its reason. */
export function findNoise(raw: string, labels: LabelLine[]): GoldIssue['noise'] {
  const noise: GoldIssue['noise'] = []
  for (const label of labels.filter(({ verb }) => verb === 'noise')) {
    const [quote = '', why = 'noise'] = label.rest.split(' ; ')
    const pattern = /^\/(.+)\/$/.exec(quote)
    const wanted = pattern ? new RegExp(`^${pattern[1]}$`, 'u') : null
    const before = noise.length
    for (const line of raw.matchAll(/[^\n]+/g)) {
      const text = squeeze(line[0])
      if (wanted ? !wanted.test(text) : text !== squeeze(quote)) continue
      const from = line.index + line[0].length - line[0].trimStart().length
      noise.push({ at: [[from, from + line[0].trim().length]], why })
    }
    if (noise.length === before) throw new Error(`line ${label.line}: no line reads ${quote}`)
  }
  return noise.sort((a, b) => a.at[0]![0] - b.at[0]![0])
}

/** Finds the structural lines one after another and gives each the labels that stand below it. */
export function findBlocks(located: LocatedText, labels: LabelLine[]): Block[] {
  const blocks: Block[] = []
  let cursor = 0
  for (const label of labels) {
    if (!structural.has(label.verb)) {
      blocks.at(-1)?.labels.push(label)
      continue
    }
    if (label.verb === 'briefs' || label.verb === 'article') {
      blocks.push({ label, range: { from: cursor, to: cursor }, quote: { q: '', at: [] }, labels: [] })
      continue
    }
    const { range, quote } = findLine(located, label, cursor)
    cursor = range.to
    blocks.push({ label, range, quote, labels: [] })
  }
  return blocks
}

function findLine(located: LocatedText, label: LabelLine, cursor: number): { range: Range; quote: Quote } {
  const name = squeeze(label.words.join(''))
  for (const [open, close] of dresses[label.verb] ?? [['', '']]) {
    const needle = open + name + close
    const from = occurrences(located, needle, cursor, located.text.length).find(
      at => located.lineStarts.has(at) && endsLine(located, at + needle.length),
    )
    if (from === undefined) continue
    const printed = quoteOf(located, from + open.length, from + open.length + name.length)
    // the scorer compares column names as they stand, and readers mend letter-spaced lines
    const quote = label.verb === 'column' ? { ...printed, q: name } : printed
    return { range: { from, to: from + needle.length }, quote }
  }
  throw new Error(
    `line ${label.line}: ${label.verb} ${name} is no line of the text after ${located.text.slice(cursor, cursor + 20)}`,
  )
}

const endsLine = (located: LocatedText, at: number) =>
  at === located.text.length || located.lineStarts.has(at)

/** The masthead fields; a field without a label is null, never guessed (RULES 2). */
export function readMasthead(
  located: LocatedText,
  labels: LabelLine[],
): Omit<GoldIssue, 'noise' | 'distribution'> {
  const labelOf = (verb: string) => labels.find(label => label.verb === verb)
  const quote = (label: LabelLine, needle: string): Quote => {
    const from = located.text.indexOf(squeeze(needle))
    if (from < 0) throw new Error(`line ${label.line}: ${needle} does not stand in the text`)
    return quoteOf(located, from, from + squeeze(needle).length)
  }
  const [docType, series, no, publisher, date, special] = mastheadVerbs.map(labelOf)
  const split = (label: LabelLine) => label.rest.split('=') as [string, string?]
  return {
    docType: docType?.words[0] ?? 'bulletin',
    series: series ? { ...quote(series, series.rest), name: squeeze(series.rest) } : null,
    issueNo: no ? { ...quote(no, no.words[0]!), value: Number(no.words[1]) } : null,
    publisher: publisher
      ? { ...quote(publisher, split(publisher)[0]), name: split(publisher)[1] ?? squeeze(publisher.rest) }
      : null,
    date: date ? { ...quote(date, date.words[0]!), value: date.words[1]! } : null,
    ...(special && { special: quote(special, special.rest) }),
  }
}

/** Distribution lines split at full-width commas only (RULES 2). */
export function readDistribution(located: LocatedText, blocks: Block[]): GoldIssue['distribution'] {
  const distribution: GoldIssue['distribution'] = {}
  for (const { label, range } of blocks.filter(block => block.label.verb === 'to')) {
    const text = located.text.slice(range.from, range.to)
    const colon = text.search(/[：:]/)
    if (colon < 0) throw new Error(`line ${label.line}: no colon`)
    const entries: Quote[] = []
    let from = range.from + colon + 1
    for (const part of text
      .slice(colon + 1)
      .replace(/。$/, '')
      .split('，')) {
      entries.push(quoteOf(located, from, from + part.length))
      from += part.length + 1
    }
    const at: Segments = quoteOf(located, range.from, range.to).at
    distribution[text.slice(0, colon)] = { at, entries }
  }
  return distribution
}
