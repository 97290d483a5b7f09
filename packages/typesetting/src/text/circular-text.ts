import type { Circular } from '../circular.contract.ts'
import { type CircularElement, composeCircular } from '../model/compose-circular.ts'
import { tableText } from './table-text.ts'

/** A circular as plain text in the order of its page; a row of a table is a line, its cells apart by tabs. */
export function circularText(circular: Circular): string {
  // Lines of titles are the page's; text has each title in one.
  const page = composeCircular(circular, Number.POSITIVE_INFINITY)
  const pieces = [page.issuerLines.join(''), page.docNumber ?? '', ...page.body.map(elementText)]
  return `${pieces.filter(Boolean).join('\n\n')}\n`
}

function elementText(element: CircularElement): string {
  switch (element.kind) {
    case 'table':
      return tableText(element.table)
    case 'attachments':
      return element.rows
        .map(({ number, text }, at) => `${at ? '' : element.label}${number}${text}`)
        .join('\n')
    case 'signature':
      return [...element.units, element.date ?? ''].filter(Boolean).join('\n')
    case 'new-page':
      return ''
    default:
      return element.text
  }
}
