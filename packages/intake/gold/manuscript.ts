import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { printMagazine } from '../fixtures/print-magazine.ts'
import type {
  Magazine,
  MagazineArticle,
  MagazineLayout,
  MagazinePlan,
} from '../fixtures/print-magazine.types.ts'
import type { GoldArticle, GoldFile } from './gold-file.ts'
import { readEvents } from './label-facts.ts'
import { readLabelLines } from './label-lines.ts'
import { locateText, segmentsOf, squeeze } from './located-text.ts'
import { listTakenArticles, tracedLine } from './taken-articles.ts'

const repository = join(import.meta.dirname, '../../..')

export type Manuscript = { magazine: Magazine; layout: MagazineLayout; plan: MagazinePlan }

const layoutOf = (given: Map<string, string>): MagazineLayout => ({
  frames: Number(given.get('frames') ?? 2),
  measure: Number(given.get('measure') ?? 26),
  rows: Number(given.get('rows') ?? 36),
  leading: given.get('leading') === '0' ? 0 : 1,
  indent: given.get('indent') === 'kept' ? '　　' : '',
  pageSign: (given.get('page') ?? 'blank') as MagazineLayout['pageSign'],
  sections: (given.get('sections') ?? 'inline') as MagazineLayout['sections'],
  furniture: (given.get('furniture') ?? 'bottom') as MagazineLayout['furniture'],
})

function planOf(given: Map<string, string>): MagazinePlan {
  const often = (name: string) => Number(given.get(name) ?? 0)
  return {
    seed: often('seed'),
    jump: often('jump'),
    headline: often('headline'),
    column: often('column'),
    contributor: often('contributor'),
    frame: often('frame'),
    spaced: often('spaced'),
    caption: often('caption'),
    glue: often('glue'),
    contents: given.get('contents') === 'yes',
  }
}

/** Prints a manuscript: the raw text and its gold, as they are committed beside it. */
export function buildMagazine(file: string, source: string): { raw: string; gold: GoldFile } {
  const { magazine, layout, plan } = readManuscript(source)
  const { raw, gold } = printMagazine(magazine, layout, plan)
  const { schema, ...rest } = gold
  const sha256 = createHash('sha256').update(raw).digest('hex')
  return { raw, gold: { schema, file, sha256, ...rest } }
}

/**
 * Reads a manuscript: the masthead, the plan of the press, articles taken from labelled documents and new ones
 * (verbs in magazines/README.md). Out: what `printMagazine` takes.
 * Errors: an unknown verb, a label whose quote does not stand in its article, each named by its line.
 */
export function readManuscript(source: string): Manuscript {
  const given = new Map<string, string>()
  const pinyin = new Map<string, string>()
  const articles: MagazineArticle[] = []
  const captions: string[] = []
  let column: string | null = null
  let draft: Draft | null = null
  const finish = () => {
    if (draft) articles.push(readDraft(draft))
    draft = null
  }
  for (const [index, line] of source.split('\n').entries()) {
    const [verb = '', ...words] = line.trim().split(' ')
    const rest = words.join(' ')
    if (!verb || verb === '//') continue
    if (draft && draftVerbs.has(verb)) {
      draft.lines.push([verb, rest, index + 1])
      continue
    }
    finish()
    if (verb === 'press') for (const word of words) given.set(...(word.split('=') as [string, string]))
    else if (['doctype', 'series', 'no', 'date'].includes(verb)) given.set(verb, rest)
    else if (verb === 'caption') captions.push(rest)
    else if (verb === 'column') {
      const [name = '', sound = ''] = rest.split(' | ')
      column = name === '-' ? null : name
      if (sound) pinyin.set(name, sound)
    } else if (verb === 'take') articles.push(...takeArticles(words, column))
    else if (verb === 'article')
      draft = { column, kind: (words[0] ?? 'article') as GoldArticle['kind'], lines: [] }
    else throw new Error(`line ${index + 1}: ${verb} is no verb of a manuscript`)
  }
  finish()
  const magazine: Magazine = {
    docType: (given.get('doctype') ?? 'magazine') as Magazine['docType'],
    series: given.get('series') ?? '',
    issueNo: valued(given.get('no'), Number),
    date: valued(given.get('date'), String),
    articles,
    captions,
    pinyin,
  }
  return { magazine, layout: layoutOf(given), plan: planOf(given) }
}

type Draft = {
  column: string | null
  kind: GoldArticle['kind']
  lines: [verb: string, rest: string, line: number][]
}
const draftVerbs = new Set(['headline', 'byline', 'text', 'contributor', '>'])

function valued<T>(
  given: string | undefined,
  read: (word: string) => T,
): { printed: string; value: T } | null {
  if (!given) return null
  const cut = given.lastIndexOf(' ')
  return { printed: given.slice(0, cut), value: read(given.slice(cut + 1)) }
}

/** `take STEM NUMBER…`: articles of a labelled document, counted from 1; all of them without numbers. */
function takeArticles([stem = '', ...numbers]: string[], column: string | null): MagazineArticle[] {
  const raw = readFileSync(join(repository, `${stem}.txt`), 'utf8')
  const gold: GoldFile = JSON.parse(readFileSync(join(repository, `${stem}.gold.json`), 'utf8'))
  const all = listTakenArticles(raw, gold, column)
  return numbers.length ? numbers.map(number => all[Number(number) - 1]!) : all
}

/** A new article: its text is its own manuscript, its labels are those of the labels files. */
function readDraft({ column, kind, lines }: Draft): MagazineArticle {
  const textOf = (verb: string) => lines.filter(([one]) => one === verb).map(([, rest]) => rest)
  const [headline = null] = textOf('headline')
  const [contributor = null] = textOf('contributor')
  const paragraphs = textOf('text')
  const raw = [headline, ...paragraphs, contributor].filter(line => line !== null).join('\n')
  const located = locateText(raw, [])
  const from = squeeze(headline ?? '').length
  const body = { from, to: from + squeeze(paragraphs.join('')).length }
  const first = lines.find(([verb]) => verb === '>')?.[2] ?? 0
  const labels = readLabelLines(textOf('>').join('\n')).map(label => ({
    ...label,
    line: label.line + first - 1,
  }))
  const scope = { own: body, article: body, ...(headline && { headline: { from: 0, to: from } }) }
  const lineStart = (index: number) => raw.split('\n').slice(0, index).join('\n').length + (index > 0 ? 1 : 0)
  const traced = (text: string, index: number) =>
    tracedLine(raw, lineStart(index), lineStart(index) + text.length)
  const skip = headline === null ? 0 : 1
  return {
    column,
    byline: textOf('byline')[0] ?? null,
    headline: headline === null ? null : traced(headline, 0),
    paragraphs: paragraphs.map((text, i) => traced(text, i + skip)),
    contributor: contributor === null ? null : traced(contributor, paragraphs.length + skip),
    labels: {
      id: 'a1',
      kind,
      headline: null,
      body: { at: segmentsOf(located, body.from, body.to), paragraphs: paragraphs.length },
      contributor: null,
      events: readEvents(located, scope, labels, 'a1', null),
    },
  }
}
