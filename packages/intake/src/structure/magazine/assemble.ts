import { pair } from './assign.ts'
import type { Join } from './join-texts.ts'
import { isOpenEnded, type Piece, textOf } from './piece.ts'

/** One article as pieces; -1 for what it lacks. */
export type Assembled = {
  readonly texts: number[]
  titles: number[]
  contributor: number
  /** Joins between its texts, one less than texts. */
  readonly joins: Join[]
  /** Headings and captions that stand inside it and are no headline. */
  readonly insets: number[]
}

/** Chains the joins to articles and gives each its headline and contributor. Articles in the order of their beginnings. */
export function assemble(
  pieces: readonly Piece[],
  partner: ArrayLike<number>,
  joins: readonly Join[],
): { articles: Assembled[]; free: number[] } {
  const next = new Map(joins.map(join => [join.from, join]))
  const continued = new Set(joins.map(join => join.to))
  const articles: Assembled[] = []
  for (const [i, piece] of pieces.entries()) {
    if (piece.kind !== 'text' || continued.has(i)) continue
    const article: Assembled = {
      texts: [i],
      titles: partner[i]! >= 0 ? [partner[i]!] : [],
      contributor: -1,
      joins: [],
      insets: [],
    }
    for (let join = next.get(i); join; join = next.get(join.to)) {
      article.joins.push(join)
      article.texts.push(join.to)
    }
    articles.push(article)
  }
  const owner = ownersOf(pieces, articles)
  const free = placeTitles(pieces, partner, articles, owner)
  return { articles, free: [...free, ...giveContributors(pieces, articles, owner)] }
}

function ownersOf(pieces: readonly Piece[], articles: readonly Assembled[]): Int32Array {
  const owner = new Int32Array(pieces.length).fill(-1)
  for (const [n, { texts, titles }] of articles.entries()) for (const i of [...texts, ...titles]) owner[i] = n
  return owner
}

// Headlines nobody took: more lines of the one beside them, of an article without, headings in a text, or captions.
function placeTitles(
  pieces: readonly Piece[],
  partner: ArrayLike<number>,
  articles: readonly Assembled[],
  owner: Int32Array,
): number[] {
  const free: number[] = []
  for (let i = pieces.length - 1; i >= 0; i--) {
    const piece = pieces[i]!
    if (piece.kind !== 'headline' || partner[i]! >= 0) continue
    const beside = pieces[i + 1]
    const below = beside && beside.page === piece.page ? owner[i + 1]! : -1
    if (
      below >= 0 &&
      beside!.kind === 'headline' &&
      articles[below]!.titles[0] === i + 1 &&
      isHalfTitle(textOf(piece.lines), textOf(beside!.lines)) &&
      partner[i + 1]! > i
    ) {
      articles[below]!.titles.unshift(i)
      owner[i] = below
    } else if (
      below >= 0 &&
      beside!.kind === 'text' &&
      articles[below]!.texts[0] === i + 1 &&
      articles[below]!.titles.length === 0
    ) {
      articles[below]!.titles.push(i)
      owner[i] = below
    } else if (below >= 0 && beside!.kind === 'text' && articles[below]!.texts[0] === i + 1) {
      articles[below]!.insets.push(i)
      owner[i] = below
    } else {
      const above =
        i > 0 && pieces[i - 1]!.kind === 'text' && pieces[i - 1]!.page === piece.page ? owner[i - 1]! : -1
      if (above >= 0 && !isOpenEnded(pieces[i - 1]!)) {
        articles[above]!.insets.push(i)
        owner[i] = above
      } else free.push(i)
    }
  }
  return free
}

// 难解之谜： over the rest, a title over its subtitle.
function isHalfTitle(first: string, second: string): boolean {
  return /[：—]$/.test(first) || /^—/.test(second)
}

const most = 150

// A contributor closes the text above it; one that stands elsewhere goes to the nearest article that lacks one.
function giveContributors(
  pieces: readonly Piece[],
  articles: readonly Assembled[],
  owner: Int32Array,
): number[] {
  const lonely: number[] = []
  for (const [i, piece] of pieces.entries()) {
    if (piece.kind !== 'contributor') continue
    const above = owner[i - 1] ?? -1
    const article = articles[above]
    const isEnd =
      article &&
      (article.texts.at(-1) === i - 1 || article.insets.includes(i - 1) || article.titles.at(-1) === i - 1)
    if (isEnd && article.contributor < 0) article.contributor = i
    else lonely.push(i)
  }
  const lacking = articles.flatMap((article, n) => (article.contributor < 0 ? [n] : []))
  if (lonely.length === 0 || lonely.length + lacking.length > most) return lonely
  const found = pair(
    lonely.length,
    lacking.length,
    (row, column) => {
      const i = lonely[row]!
      const { texts } = articles[lacking[column]!]!
      const last = texts.at(-1)!
      const pages = Math.abs(pieces[i]!.page - pieces[last]!.page)
      const named = isNamed(textOf(pieces[i]!.lines), textOf(pieces[texts[0]!]!.lines)) ? 3 : 0
      return (last < i ? 0 : 1.5) + Math.abs(i - last) * 0.3 + pages * 1.5 - named
    },
    { row: () => 3, column: () => 0 },
  )
  const free: number[] = []
  for (const [row, column] of found.entries()) {
    if (column < 0) free.push(lonely[row]!)
    else articles[lacking[column]!]!.contributor = lonely[row]!
  }
  return free
}

// Does the office that sent it stand in the text?
function isNamed(contributor: string, text: string): boolean {
  const names = contributor.replace(/[（）()]|供稿|来源|撰稿|通讯员|[：:]/g, ' ').split(/[\s、，,]+/)
  return names.some(name => name.length >= 3 && text.includes(name.slice(0, 6)))
}
