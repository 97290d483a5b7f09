import type { IntakeDocument } from './contract.ts'

/** The structure of a document on a few lines of text: what tests compare and what people read first. */
export function outline(document: IntakeDocument): string {
  const numbers = [
    document.issueNo === null ? '' : `第${document.issueNo}期`,
    document.special ? '增刊' : '',
    document.runningNo === null ? '' : `总${document.runningNo}`,
  ]
  const head = [
    document.docType,
    document.series?.name ?? '-',
    numbers.filter(Boolean).join(' ') || '-',
    document.publisher ?? '-',
    document.date ?? '-',
  ]
  const lines = [head.join(' | ')]
  for (const column of document.columns) {
    lines.push(`# ${column.name ?? '-'}`)
    for (const { kind, headline, contributor, paragraphs } of column.articles)
      lines.push([kind, headline ?? '-', contributor ?? '-', paragraphs.length].join(' | '))
  }
  for (const list of document.distribution) lines.push(`${list.to} | ${list.entries.join(' / ')}`)
  return lines.join('\n')
}
