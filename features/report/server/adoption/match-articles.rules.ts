/** Which printed article an adopted text has most likely become: by the pairs of characters they share. */
type Text = { readonly title: string; readonly body: string }

/** From here on an article is proposed. */
export const matchEnough = 0.5

const pairsOf = (text: string): Set<string> => {
  const letters = text.replace(/[^\p{L}\p{N}]/gu, '').slice(0, 500)
  return new Set(
    Array.from({ length: Math.max(0, letters.length - 1) }, (_, at) => letters.slice(at, at + 2)),
  )
}

/** How much of the shorter stands in the other: an issue prints a text cut short, rarely whole. */
function contained(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [few, many] = one.size <= other.size ? [one, other] : [other, one]
  if (few.size < 4) return 0
  let common = 0
  for (const pair of few) if (many.has(pair)) common++
  return common / few.size
}

/** Reads the articles once; answers how much a text is like each of them, 0 to 1. */
export function readArticles<A extends Text>(
  articles: readonly A[],
): (text: Text) => { article: A; likeness: number }[] {
  const read = articles.map(article => ({
    article,
    title: pairsOf(article.title),
    body: pairsOf(article.body),
  }))
  return text => {
    const [title, body] = [pairsOf(text.title), pairsOf(text.body)]
    return read
      .map(({ article, title: itsTitle, body: itsBody }) => {
        const likeness = 0.4 * contained(title, itsTitle) + 0.6 * contained(body, itsBody)
        // Briefs have no headline: their text alone decides.
        return { article, likeness: itsTitle.size ? likeness : contained(body, itsBody) }
      })
      .toSorted((a, b) => b.likeness - a.likeness)
  }
}
