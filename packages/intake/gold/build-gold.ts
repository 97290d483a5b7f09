import { createHash } from 'node:crypto'
import type { GoldArticle, GoldFile, GoldItem, Quote } from './gold-file.ts'
import { type Range, readEvents, type Scope } from './label-facts.ts'
import { type LabelLine, readLabelLines } from './label-lines.ts'
import { type Block, findBlocks, findNoise, readDistribution, readMasthead } from './label-structure.ts'
import { type LocatedText, locateText, occurrences, segmentsOf, squeeze } from './located-text.ts'

/**
 * Builds the gold of one document from its labels.
 * In: the file's name, its raw text and the labels source. Out: the gold with every quote located.
 * Errors: a quote that does not stand where it should, named by its label line.
 */
export function buildGold(file: string, raw: string, source: string): GoldFile {
  const labels = readLabelLines(source)
  const noise = findNoise(raw, labels)
  const located = locateText(
    raw,
    noise.flatMap(({ at }) => at),
  )
  const first = labels.findIndex(({ verb }) => ['column', 'headline', 'article', 'briefs'].includes(verb))
  const masthead = readMasthead(located, labels.slice(0, first))
  const blocks = findBlocks(
    located,
    labels.slice(first).filter(({ verb }) => verb !== 'noise'),
  )
  const articles = readArticles(located, blocks, masthead.date?.value ?? null)
  const issue = { ...masthead, noise, distribution: readDistribution(located, blocks) }
  const base = {
    schema: 'bulletin-gold/1' as const,
    file,
    sha256: createHash('sha256').update(raw).digest('hex'),
    coords: 'UTF-16 code units, half-open, into the raw file decoded as UTF-8, no newline translation',
    labelled: 'complete',
    issue,
  }
  return articles.every(({ column }) => column)
    ? { ...base, columns: groupByColumn(articles) }
    : { ...base, articles }
}

function groupByColumn(articles: GoldArticle[]): NonNullable<GoldFile['columns']> {
  const columns: NonNullable<GoldFile['columns']> = []
  for (const { column, ...article } of articles) {
    if (columns.at(-1)?.name !== column) columns.push({ name: column!, articles: [] })
    columns.at(-1)!.articles.push(article)
  }
  return columns
}

function readArticles(located: LocatedText, blocks: Block[], issueDate: string | null): GoldArticle[] {
  const articles: GoldArticle[] = []
  let column: Quote | null = null
  blocks.forEach((block, index) => {
    const { verb } = block.label
    if (verb === 'column') column = block.quote
    if (verb === 'contributor') articles.at(-1)!.contributor = block.quote
    if (!['headline', 'article', 'briefs'].includes(verb)) return
    const body = { from: block.range.to, to: blocks[index + 1]?.range.from ?? located.text.length }
    articles.push(readArticle(located, block, body, column, `a${articles.length + 1}`, issueDate))
  })
  return articles
}

function readArticle(
  located: LocatedText,
  block: Block,
  body: Range,
  column: Quote | null,
  id: string,
  issueDate: string | null,
): GoldArticle {
  const isBriefs = block.label.verb === 'briefs' || block.labels.some(({ verb }) => verb === 'item')
  const headline = block.label.verb === 'headline' ? block.range : undefined
  const paragraphs = Number(block.label.options.get('paragraphs')) || countLines(located, body)
  const kind = (block.label.options.get('kind') ?? (isBriefs ? 'briefs' : 'article')) as GoldArticle['kind']
  const lead = readLead(located, block, body)
  const scope: Scope = { own: body, article: body, ...(headline && { headline }), ...(lead && { lead }) }
  const plain = block.labels.filter(({ verb }) => verb !== 'lead')
  return {
    id,
    kind,
    column,
    headline: headline ? block.quote : null,
    ...(lead && { lead: { at: segmentsOf(located, lead.from, lead.to) } }),
    body: { at: segmentsOf(located, body.from, body.to), paragraphs },
    contributor: null,
    ...(isBriefs
      ? { items: readItems(located, plain, scope, id, issueDate) }
      : { events: readEvents(located, scope, plain, id, issueDate) }),
  }
}

function countLines(located: LocatedText, body: Range): number {
  return [...located.lineStarts].filter(at => at >= body.from && at < body.to).length
}

/** The lead runs from its quote to the first item. */
function readLead(located: LocatedText, block: Block, body: Range): Range | undefined {
  const label = block.labels.find(({ verb }) => verb === 'lead')
  if (!label) return undefined
  const from = findStart(located, label, squeeze(label.rest), body.from, body)
  const item = block.labels.find(({ verb }) => verb === 'item')
  return { from, to: item ? findStart(located, item, squeeze(item.words.join('')), from, body) : body.to }
}

function findStart(
  located: LocatedText,
  label: LabelLine,
  needle: string,
  from: number,
  body: Range,
): number {
  const start = occurrences(located, needle, from, body.to)[0]
  if (start === undefined) throw new Error(`line ${label.line}: ${needle} does not stand in the article`)
  return start
}

/** Items: `item BULLET first words`; an item ends where the bullet of the next one stands. */
function readItems(
  located: LocatedText,
  labels: LabelLine[],
  scope: Scope,
  id: string,
  issueDate: string | null,
): GoldItem[] {
  const heads: { label: LabelLine; bullet: string; from: number; labels: LabelLine[] }[] = []
  let cursor = scope.article.from
  for (const label of labels) {
    if (label.verb !== 'item') {
      heads.at(-1)?.labels.push(label)
      continue
    }
    const [mark = '-', ...words] = label.words
    const bullet = mark === '-' ? '' : mark
    const from = findStart(located, label, squeeze(bullet + words.join('')), cursor, scope.article)
    heads.push({ label, bullet, from, labels: [] })
    cursor = from + 1
  }
  return heads.map(({ bullet, from, labels: own }, index) => {
    const range = { from: from + squeeze(bullet).length, to: heads[index + 1]?.from ?? scope.article.to }
    const itemId = `${id}i${index + 1}`
    return {
      id: itemId,
      bullet,
      at: segmentsOf(located, range.from, range.to),
      events: readEvents(located, { ...scope, own: range }, own, itemId, issueDate),
    }
  })
}
