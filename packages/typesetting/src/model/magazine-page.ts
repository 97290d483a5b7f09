import type { Bulletin } from '../contract.ts'
import { breakTitle } from '../title/break-title.ts'
import { printText } from './clean-text.ts'
import { type ComposeMagazineOptions, type ContentsEntry, composeMagazineBody } from './compose-magazine.ts'
import { composeImprint, type Imprint, sealLine } from './imprint.ts'
import type { MagazinePart } from './magazine.types.ts'
import { cutHeadline } from './magazine-headline.ts'
import { documentTitle, printDate, printIssue } from './masthead.ts'

export type Pick = { column: string | null; text: string }

export type MagazineCover = {
  /** The name in the lines the cover gives it; null when the issue says nothing of itself. */
  nameLines: string[] | null
  /** The name is the series' own, not 期刊 for want of one. */
  isNamed: boolean
  issue: string | null
  date: string | null
  publisher: string | null
  /** 要目: what the issue is known by. */
  picks: Pick[]
  image: { src: string; alt: string } | null
}

export type MagazinePage = {
  title: string
  author: string
  cover: MagazineCover
  /** What the running head says outside: series and issue. */
  runningHead: string
  entries: ContentsEntry[]
  /** A table of contents is printed: there is more than one thing to find. */
  contents: boolean
  parts: MagazinePart[]
  imprint: { facts: Imprint['rows']; lists: Imprint['rows']; seal: string | null } | null
}

const pickCount = 6
/** Longer texts are cut where they only point at something: cover, contents, running head. */
const pointerChars = 60

/** Turns a bulletin into what a magazine is made of. Everything in it is cleaned text. */
export function composeMagazine(bulletin: Bulletin, options: ComposeMagazineOptions): MagazinePage {
  const { parts, entries } = composeMagazineBody(bulletin, options)
  const cover = composeCover(bulletin, options)
  return {
    title: documentTitle(bulletin),
    author: cover.publisher ?? '',
    cover,
    runningHead: [seriesOf(bulletin), printIssue(bulletin)]
      .flatMap(text => (text ? [cut(text)] : []))
      .join('\u3000'),
    entries: entries.map(entry => ({
      ...entry,
      text: cut(entry.text),
      byline: entry.byline && entry.byline.length <= 24 ? entry.byline : null,
    })),
    contents: entries.filter(entry => entry.kind === 'article' || entry.alone).length > 1,
    parts,
    imprint: composeColophon(bulletin),
  }
}

/** Name of the series; 期刊 where the issue has a number, a publisher or a date but lost its name. */
function seriesOf(bulletin: Bulletin): string | null {
  const named = bulletin.series ? printText(bulletin.series) : ''
  if (named) return named.replace(/[ \u3000]+/gu, ' ')
  return printIssue(bulletin) || bulletin.publisher || bulletin.date ? '期刊' : null
}

function composeCover(bulletin: Bulletin, options: ComposeMagazineOptions): MagazineCover {
  const name = seriesOf(bulletin)
  const src =
    bulletin.cover && Object.hasOwn(options.imagePaths, bulletin.cover.image)
      ? options.imagePaths[bulletin.cover.image]!
      : null
  return {
    isNamed: Boolean(bulletin.series && printText(bulletin.series)),
    nameLines: name === null ? null : nameLines(cut(name), options.glue),
    issue: printIssue(bulletin),
    date: bulletin.date ? printDate(bulletin.date) : null,
    publisher: bulletin.publisher ? printText(bulletin.publisher) || null : null,
    picks: pickHeadlines(bulletin),
    image: src === null ? null : { src, alt: printText(bulletin.cover!.alt) || '封面图片' },
  }
}

/** Up to eight characters stand on one line, more on two or three balanced ones. */
function nameLines(name: string, glue: readonly string[]): string[] {
  const length = [...name].length
  if (length <= 8) return [name]
  return breakTitle(name, Math.ceil(length / (length <= 18 ? 2 : 3)) + 2, glue)
}

/** The first headline of every column, then the longest articles, in the order of the issue. */
export function pickHeadlines(bulletin: Bulletin): Pick[] {
  const all = bulletin.columns.flatMap((column, at) =>
    column.articles.flatMap((article, place) => {
      const text = cut(cutHeadline(printText(article.headline ?? ''), null).main)
      if (!text) return []
      const name = printText(column.name ?? '').replace(/^【(.*)】$/u, '$1')
      const length = article.blocks.reduce((sum, block) => sum + ('text' in block ? block.text.length : 0), 0)
      return [{ pick: { column: cut(name) || null, text }, first: place === 0, length, order: [at, place] }]
    }),
  )
  const best = all.toSorted((a, b) => Number(b.first) - Number(a.first) || b.length - a.length)
  const chosen = new Set(best.slice(0, pickCount))
  return all.filter(one => chosen.has(one)).map(one => one.pick)
}

/** 版权页: who made the issue and whom it goes to; null when nothing of it is known. */
function composeColophon(bulletin: Bulletin): MagazinePage['imprint'] {
  const text = (value: string | null | undefined) => (value ? printText(value) || null : null)
  const facts = [
    ['刊名', text(bulletin.series)],
    ['编印', text(bulletin.publisher)],
    ['期次', printIssue(bulletin)],
    ['出版日期', bulletin.date ? printDate(bulletin.date) : null],
    ['密级', text(bulletin.secrecy)],
    ['份号', text(bulletin.copyNo)],
    ['印数', bulletin.printRun ? `${bulletin.printRun}份` : null],
  ].flatMap(([label, value]) => (label && value ? [{ label, text: value }] : []))
  const lists = composeImprint(bulletin)?.rows ?? []
  const seal = sealLine(bulletin)
  return facts.length + lists.length === 0 && !seal ? null : { facts, lists, seal }
}

function cut(text: string): string {
  const characters = [...text]
  return characters.length <= pointerChars ? text : `${characters.slice(0, pointerChars - 1).join('')}…`
}
