import { Problem } from '@jianbao/errors'
import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'
import { type Block, type Bulletin, type BulletinArticle, layoutOf } from '../contract.ts'
import { firstFault } from './first-fault.ts'

const text = Type.Union([Type.String(), Type.Null()])
const number = Type.Union([Type.Integer({ minimum: 1 }), Type.Null()])

/** What typesetting takes from an intake document, `jianbao-document/1`; spans, events and warnings are not its business. */
const DocumentSubset = Type.Object({
  schema: Type.Literal('jianbao-document/1'),
  docType: Type.Optional(Type.String()),
  series: Type.Union([Type.Object({ name: Type.String() }), Type.Null()]),
  issueNo: number,
  special: Type.Optional(Type.Boolean()),
  runningNo: Type.Optional(number),
  printRun: Type.Optional(number),
  publisher: text,
  date: text,
  distribution: Type.Array(Type.Object({ to: Type.String(), entries: Type.Array(Type.String()) })),
  columns: Type.Array(
    Type.Object({
      name: text,
      articles: Type.Array(
        Type.Object({
          kind: Type.Enum(['article', 'briefs', 'essay', 'speech']),
          headline: text,
          contributor: text,
          paragraphs: Type.Array(Type.String()),
        }),
      ),
    }),
  ),
})
type DocumentSubset = Static<typeof DocumentSubset>

/** Signs that begin a brief in the wild; extractors turn the printed ● into several of them. */
const bullet = /^\s*[●•◆■▪◎○⚫★☆*·][\s\u3000]*/u
const headingSigns: readonly [sign: RegExp, level: 1 | 2 | 3][] = [
  [/^[一二三四五六七八九十]{1,3}、/u, 1],
  [/^[（(][一二三四五六七八九十]{1,3}[）)]/u, 2],
  [/^\d{1,2}[.．、](?!\d)/u, 3],
]
/** A heading stands on one line; longer, or closed by a full stop, it is a paragraph that begins like one. */
const headingChars = 26

/**
 * The bulletin an intake document describes.
 * A magazine or a page of a newspaper gets the layout `magazine`, everything else `bulletin`.
 * Bullets become `item` blocks without their sign; short paragraphs that begin 一、（一）or 1. become headings.
 * @param document `jianbao-document/1`, as `jianbao intake --json` writes it; unknown fields are ignored
 * @throws Problem `bad-request` naming the place and the reason
 */
export function bulletinFromDocument(document: unknown): Bulletin {
  if (!Value.Check(DocumentSubset, document))
    throw new Problem('bad-request', { reason: firstFault(DocumentSubset, document) })
  return {
    schema: 'jianbao-bulletin/1',
    layout: layoutOf(document.docType),
    series: document.series?.name ?? null,
    issueNo: document.issueNo,
    special: document.special ?? false,
    runningNo: document.runningNo ?? null,
    printRun: document.printRun ?? null,
    publisher: document.publisher,
    date: document.date,
    columns: document.columns.map(column => ({
      name: column.name,
      articles: column.articles.map(articleOf),
    })),
    distribution: document.distribution.map(({ to, entries }) => ({ to, entries: [...entries] })),
  }
}

function articleOf(article: DocumentSubset['columns'][number]['articles'][number]): BulletinArticle {
  const { kind, headline, contributor } = article
  return { kind, headline, contributor, blocks: article.paragraphs.map(blockOf) }
}

/** What a paragraph of a manuscript is, by the sign it begins with. */
export function blockOf(paragraph: string): Block {
  const sign = bullet.exec(paragraph)
  if (sign) return { type: 'item', text: paragraph.slice(sign[0].length) }
  const heading = headingSigns.find(([pattern]) => pattern.test(paragraph.trim()))
  if (heading && [...paragraph.trim()].length <= headingChars && !/[。！？；：，]$/u.test(paragraph.trim()))
    return { type: 'heading', level: heading[1], text: paragraph.trim() }
  return { type: 'paragraph', text: paragraph }
}
