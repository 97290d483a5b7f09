import type { Block, Bulletin, BulletinArticle, TypesetDocument } from '../contract.ts'
import { cleanText } from '../model/clean-text.ts'
import { joinEntries, sealLine } from '../model/imprint.ts'
import { isCircular } from '../model/is-circular.ts'
import { wholeHeadline } from '../model/magazine-headline.ts'
import { contributorLine, printDate, printIssue } from '../model/masthead.ts'
import { setBulletinTable } from '../model/set-table.ts'
import { circularText } from './circular-text.ts'
import { tableText } from './table-text.ts'

/**
 * A bulletin as plain text in the usual layout: masthead, number, publisher, date, 【columns】, headlines,
 * one paragraph a line, ● briefs, then 报 送 发. Nothing is printed that the bulletin does not say, so that
 * the text read back gives the same structure. A circular in the order of its page, cells of tables apart by tabs.
 * @returns UTF-8 text with LF line ends, pieces apart by an empty line
 */
export function typesetText(document: TypesetDocument): string {
  return isCircular(document) ? circularText(document) : bulletinText(document)
}

function bulletinText(bulletin: Bulletin): string {
  const pieces: Piece[] = [
    bulletin.secrecy,
    bulletin.copyNo,
    bulletin.series,
    printIssue(bulletin),
    bulletin.publisher,
    bulletin.date && printDate(bulletin.date),
  ]
  for (const column of bulletin.columns) {
    if (column.name) pieces.push(/^【.*】$/u.test(column.name) ? column.name : `【${column.name}】`)
    for (const article of column.articles) pieces.push(...articleLines(article))
  }
  const attachments = bulletin.attachments ?? []
  for (const [index, attachment] of attachments.entries()) {
    pieces.push(attachments.length === 1 ? '附件' : `附件${index + 1}`, attachment.title)
    pieces.push(...attachment.blocks.map(blockLine))
  }
  for (const list of bulletin.distribution) {
    const entries = joinEntries(list.entries, cleanText)
    if (entries) pieces.push(`${list.to}：${entries}`)
  }
  if (bulletin.printRun) pieces.push(`（共印${bulletin.printRun}份）`)
  pieces.push(sealLine(bulletin))
  const lines = pieces.map(cleanPiece).filter(Boolean)
  return lines.length === 0 ? '' : `${lines.join('\n\n')}\n`
}

function articleLines(article: BulletinArticle): Piece[] {
  return [
    wholeHeadline(article),
    ...article.blocks.map(blockLine),
    article.contributor && contributorLine(article.contributor),
  ]
}

/** A table brings lines of its own, clean already, whose cells tabs keep apart. */
type Piece = string | null | undefined | { lines: string }

function cleanPiece(piece: Piece): string {
  return typeof piece === 'object' && piece !== null ? piece.lines : cleanText(piece ?? '')
}

function blockLine(block: Block): Piece {
  if (block.type === 'table') {
    const table = setBulletinTable(block)
    return table ? { lines: tableText(table) } : ''
  }
  if (block.type === 'figure') return block.caption ? cleanText(block.caption) : ''
  return block.type === 'item' && cleanText(block.text) ? `● ${block.text}` : block.text
}
