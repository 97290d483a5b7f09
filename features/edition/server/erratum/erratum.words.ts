/** The sentence of an erratum, by template from facts. */

export type ErratumFacts = {
  readonly issueName: string
  /** Null: of the issue as a whole. */
  readonly columnName: string | null
  /** Empty for a brief. */
  readonly headline: string
  readonly was: string
  readonly isNow: string
}

/** 《学习教育简报》第3期“学教动态”栏目《…》一文中“120余人”应为“150人”。 */
export function erratumWords({ issueName, columnName, headline, was, isNow }: ErratumFacts): string {
  const column = columnName === null ? '' : `“${columnName}”栏目`
  const article = headline === '' ? (columnName === null ? '' : '一则') : `《${headline}》一文`
  return `${bookName(issueName)}${column}${article}中“${was}”应为“${isNow}”。`
}

/** Title marks go round the name of the series, not round the number. */
function bookName(issueName: string): string {
  const [, series, number] = /^(.+?)((?:增刊)?第\d+期)$/.exec(issueName) ?? [null, issueName, '']
  return `《${series}》${number}`
}

/** The words around a number, so that people find it: the clause it stands in. */
export function clauseAround(text: string, shown: string, from = 0): string {
  const at = text.indexOf(shown, from)
  if (at < 0) return text.slice(0, 60)
  const before = text.slice(0, at)
  const start = Math.max(...['。', '；', '！', '？', '\n'].map(mark => before.lastIndexOf(mark))) + 1
  const rest = text.slice(at + shown.length).search(/[。；！？\n]/u)
  const end = rest < 0 ? text.length : at + shown.length + rest
  return text.slice(Math.max(start, at - 60), Math.min(end, at + shown.length + 40)).trim()
}
