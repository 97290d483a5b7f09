/** Edits of whole articles: headline, kind, contributor, where one ends and the next begins, and where it stands. */
import type { DocumentArticle, IntakeDocument } from '@jianbao/intake/contract'
import type { ReviewEdit } from '../../contract/index.ts'
import {
  articleAt,
  asPrinted,
  clip,
  columnAt,
  contributorOf,
  type Edited,
  gone,
  newArticle,
  type Piece,
  pieceAt,
  piecesOf,
  refuse,
  setAside,
  spliceArticles,
  withColumn,
  withContributor,
  withPieces,
} from './article.rules.ts'
import { kindNames } from './told-names.rules.ts'

type Edit<A extends ReviewEdit['act']> = Extract<ReviewEdit, { act: A }>

export function makeHeadline(reading: IntakeDocument, edit: Edit<'make-headline'>, raw: string): Edited {
  const article = articleAt(reading, edit)
  const { text, spans } = pieceAt(article, edit.paragraph)
  const [left, right] = part(article, edit.paragraph, raw)
  const headed = withPieces(right, piecesOf(right).slice(1), raw)
  const kind = article.kind === 'briefs' ? 'article' : article.kind
  return {
    reading: spliceArticles(reading, edit, 1, left, {
      ...headed,
      kind,
      headline: text,
      headlineSpans: spans,
    }),
    before: `¶ ${clip(text)}`,
    after: `《${clip(text)}》`,
    decided: spans,
  }
}

export function dropHeadline(reading: IntakeDocument, edit: Edit<'drop-headline'>, raw: string): Edited {
  const article = articleAt(reading, edit)
  const { headline, headlineSpans } = article
  if (headline === null) throw refuse('这篇没有标题。')
  const first = asPrinted(raw, headline, headlineSpans)
  const plain = withPieces(article, [...(first ? [first] : []), ...piecesOf(article)], raw)
  const headless = { ...plain, headline: null, headlineSpans: [] }
  const words = { before: `《${clip(headline)}》`, after: `¶ ${clip(headline)}`, decided: headlineSpans }
  if (!edit.joinBefore) return { reading: spliceArticles(reading, edit, 1, headless), ...words }
  const before = { column: edit.column, article: edit.article - 1 }
  if (before.article < 0) throw refuse('这个栏目里前面没有文章可以并入。')
  const joined = append(articleAt(reading, before), headless, raw)
  return { reading: spliceArticles(reading, before, 2, joined), ...words }
}

export function setHeadline(
  reading: IntakeDocument,
  edit: Edit<'set-headline'> & { headline: string | null },
  raw: string,
): Edited {
  const article = articleAt(reading, edit)
  const dropped = edit.headline === null ? asPrinted(raw, article.headline, article.headlineSpans) : null
  const headlineSpans = edit.headline === null ? [] : article.headlineSpans
  const put = { ...article, headline: edit.headline, headlineSpans }
  return {
    reading: setAside(spliceArticles(reading, edit, 1, put), [dropped]),
    before: clip(article.headline ?? ''),
    after: clip(edit.headline ?? ''),
    decided: article.headlineSpans,
  }
}

export function splitArticle(reading: IntakeDocument, edit: Edit<'split-article'>, raw: string): Edited {
  const article = articleAt(reading, edit)
  const { text, spans } = pieceAt(article, edit.paragraph)
  if (edit.paragraph === 0) throw refuse('第一段之前没有可以拆开的内容。')
  const start = spans[0]?.[0]
  return {
    reading: spliceArticles(reading, edit, 1, ...part(article, edit.paragraph, raw)),
    before: `¶ ${clip(text)}`,
    after: `┃ ${clip(text)}`,
    decided: start === undefined ? [] : [[start, start]],
  }
}

export function joinArticles(reading: IntakeDocument, edit: Edit<'join-articles'>, raw: string): Edited {
  const article = articleAt(reading, edit)
  const into = { column: edit.intoColumn, article: edit.intoArticle }
  const target = articleAt(reading, into)
  if (target === article) throw refuse('一篇文章不能并入它自己。')
  if (article.headline !== null) throw refuse('这篇有标题，请先取消标题再并入。')
  const joined = spliceArticles(reading, into, 1, append(target, article, raw))
  const start = article.spans[0]?.[0]
  return {
    reading: spliceArticles(joined, edit, 1),
    before: `┃ ${clip(article.paragraphs[0] ?? '')}`,
    after: `→ ${clip(target.headline ?? target.paragraphs[0] ?? '')}`,
    decided: start === undefined ? [] : [[start, start]],
  }
}

export function moveArticle(
  reading: IntakeDocument,
  edit: Edit<'move-article'> & { newColumn?: string | null },
): Edited {
  const article = articleAt(reading, edit)
  const from = columnAt(reading, edit.column)
  const without = spliceArticles(reading, edit, 1)
  const words = { before: clip(from.name ?? ''), decided: [] }
  if (edit.toColumn === null) {
    const name = edit.newColumn ?? null
    const columns = without.columns.toSpliced(edit.column + 1, 0, { name, spans: [], articles: [article] })
    return { reading: { ...without, columns }, ...words, after: clip(name ?? '') }
  }
  const target = columnAt(without, edit.toColumn)
  const position = edit.toPosition ?? target.articles.length
  if (position > target.articles.length) throw gone()
  const moved = withColumn(without, edit.toColumn, target.articles.toSpliced(position, 0, article))
  return { reading: moved, ...words, after: clip(target.name ?? '') }
}

export function setKind(reading: IntakeDocument, edit: Edit<'set-kind'>): Edited {
  const article = articleAt(reading, edit)
  const put = { ...article, kind: edit.kind }
  return {
    reading: spliceArticles(reading, edit, 1, put),
    before: kindNames[article.kind],
    after: kindNames[edit.kind],
  }
}

export function setContributor(
  reading: IntakeDocument,
  edit: Edit<'set-contributor'> & { contributor: string | null },
  raw: string,
): Edited {
  const article = articleAt(reading, edit)
  const { contributor } = edit
  const dropped = contributor === null ? contributorOf(raw, article) : null
  const piece = contributor === null ? null : { text: contributor, spans: article.contributorSpans }
  return {
    reading: setAside(spliceArticles(reading, edit, 1, withContributor(article, piece)), [dropped]),
    before: clip(article.contributor ?? ''),
    after: clip(contributor ?? ''),
  }
}

/** An article as two; the contributor stays with the part it is printed in, a typed one goes with the end. */
function part(article: DocumentArticle, paragraph: number, raw: string): [DocumentArticle, DocumentArticle] {
  const pieces = piecesOf(article)
  const right = newArticle(article.kind, pieces.slice(paragraph), raw)
  const left = withPieces(article, pieces.slice(0, paragraph), raw)
  if (article.contributor === null) return [left, right]
  const own: Piece = { text: article.contributor, spans: article.contributorSpans }
  const start = right.paragraphSpans[0]?.[0]?.[0] ?? 0
  if ((own.spans[0]?.[0] ?? Number.POSITIVE_INFINITY) < start) return [left, right]
  return [withContributor(left, null), withContributor(right, own)]
}

/** The paragraphs of `more` at the end of `article`. Of two contributors the later stands, the other is a paragraph. */
function append(article: DocumentArticle, more: DocumentArticle, raw: string): DocumentArticle {
  const both = article.contributor !== null && more.contributor !== null
  const between = both ? contributorOf(raw, article) : null
  const pieces = [...piecesOf(article), ...(between ? [between] : []), ...piecesOf(more)]
  const joined = withPieces(article, pieces, raw)
  if (more.contributor === null) return joined
  return withContributor(joined, { text: more.contributor, spans: more.contributorSpans })
}
