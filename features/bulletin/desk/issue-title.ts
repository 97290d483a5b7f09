import type { Issue } from '../contract/index.ts'

type Titled = Pick<Issue, 'series' | 'issueNo' | 'headlines' | 'columns'>

const openingLength = 24

/**
 * What a person knows an issue by that has neither series nor number: its first headline, else its opening words.
 * @returns null when series and number name it, or when there is not a word in it.
 */
export function openingOf({ series, issueNo, headlines, columns }: Titled): string | null {
  if (series !== null || issueNo !== null) return null
  const first = columns.flatMap(column => column.articles).flatMap(article => article.paragraphs)[0]
  const words = headlines[0] ?? first
  if (!words) return null
  return words.length > openingLength && !headlines[0] ? `${words.slice(0, openingLength)}…` : words
}
