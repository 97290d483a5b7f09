import type { Piece } from './piece.ts'

/** An article as far as its place goes: its pieces in reading order. */
export type Placed = {
  readonly first: number
  readonly last: number
  readonly pieces: readonly number[]
  readonly title: number
}

/** What was found for one column name: the first article it covers, and whether its place said so clearly. */
export type ColumnPlace = { readonly piece: number; readonly article: number; readonly sure: boolean }

/**
 * Which article each column name begins with. A name stands before its first article, or, where the headlines of a page
 * stand below their texts, below or inside it. In: articles in the order of their first pieces.
 */
export function placeColumns(pieces: readonly Piece[], articles: readonly Placed[]): ColumnPlace[] {
  const owner = new Int32Array(pieces.length).fill(-1)
  for (const [n, { pieces: own, title }] of articles.entries()) {
    for (const i of own) owner[i] = n
    if (title >= 0) owner[title] = n
  }
  const places: ColumnPlace[] = []
  let least = 0
  for (const [i, piece] of pieces.entries()) {
    if (piece.kind !== 'column') continue
    const found = placeOf(pieces, articles, owner, i)
    const article = Math.max(least, Math.min(found.article, articles.length))
    places.push({ piece: i, article, sure: found.sure })
    least = article
  }
  return places
}

function placeOf(
  pieces: readonly Piece[],
  articles: readonly Placed[],
  owner: Int32Array,
  i: number,
): { article: number; sure: boolean } {
  const { page } = pieces[i]!
  const following = articles.findIndex(
    ({ first, title }) => first > i && (title < 0 || title > i || title < first),
  )
  const next = following < 0 ? articles.length : following
  const isFirst = pieces[i - 1] === undefined || pieces[i - 1]!.page !== page
  const below = pieces.findIndex((piece, k) => k > i && piece.kind !== 'aside' && piece.kind !== 'column')
  const opens = below >= 0 && pieces[below]!.page === page && owner[below]! === next && next < articles.length
  const isOverTitle = opens && pieces[below]!.kind === 'headline' && below < articles[next]!.first
  if (isFirst || isOverTitle || (opens && !hasTitlesBelow(pieces, articles, page)))
    return { article: next, sure: isFirst || opens }
  const above = lastOwner(pieces, owner, i)
  if (above < 0) return { article: next, sure: false }
  const isLast = pieces[i + 1] === undefined || pieces[i + 1]!.page !== page
  if (isLast && !hasTitlesBelow(pieces, articles, page)) return { article: next, sure: false }
  if (isLast) {
    // The section began with the page.
    const top = articles.findIndex(({ first }) => pieces[first]!.page === page)
    const isFresh = top >= 0 && isPageTop(pieces, articles[top]!.first)
    return { article: isFresh ? top : above, sure: false }
  }
  return { article: opens && !isBelowTitle(pieces, articles, i) ? next : above, sure: false }
}

function lastOwner(pieces: readonly Piece[], owner: Int32Array, i: number): number {
  for (let k = i - 1; k >= 0 && pieces[k]!.page === pieces[i]!.page; k--) if (owner[k]! >= 0) return owner[k]!
  return -1
}

function isPageTop(pieces: readonly Piece[], i: number): boolean {
  for (let k = i - 1; k >= 0 && pieces[k]!.page === pieces[i]!.page; k--)
    if (pieces[k]!.kind === 'text') return false
  return true
}

function hasTitlesBelow(pieces: readonly Piece[], articles: readonly Placed[], page: number): boolean {
  return articles.some(({ title, first }) => title > first && pieces[title]!.page === page)
}

// Between its own text and the next: the text above has its headline below it or none at all.
function isBelowTitle(pieces: readonly Piece[], articles: readonly Placed[], i: number): boolean {
  const { page } = pieces[i]!
  const above = articles.filter(({ first }) => first < i && pieces[first]!.page === page).at(-1)
  return above !== undefined && (above.title < 0 || above.title > above.first)
}
