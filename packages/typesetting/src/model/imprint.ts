import type { Bulletin } from '../contract.ts'
import { printText } from './clean-text.ts'
import { composeMasthead } from './masthead.ts'

export type Imprint = {
  rows: { label: string; text: string }[]
  /** Who printed it and when, and how many copies; null when no print run is given. */
  printed: { by: string; copies: string } | null
  /** 存证：审计链 … in small grey type below it all. */
  seal: string | null
}

/** The foot of the last page (版记): 报 送 发, the print run and the seal; null when there is nothing to print. */
export function composeImprint(bulletin: Bulletin): Imprint | null {
  const rows = bulletin.distribution
    .map(list => ({ label: printText(list.to), text: joinEntries(list.entries) }))
    .filter(row => row.text !== '')
  const seal = sealLine(bulletin)
  if (rows.length === 0 && !bulletin.printRun && !seal) return null
  const { publisher, date } = composeMasthead(bulletin)
  const by = [publisher, date && `${date}印发`].filter(Boolean).join('\u3000')
  const printed = bulletin.printRun ? { by, copies: `（共印${bulletin.printRun}份）` } : null
  return { rows, printed, seal }
}

/** The first sixteen figures of the head of the audit chain, enough to find the entry by. */
export function sealLine({ seal }: Pick<Bulletin, 'seal'>): string | null {
  return seal ? `存证：审计链 ${seal.chainHead.slice(0, 16)}` : null
}

/** Recipients in one sentence: 甲，乙，丙。 Empty when none is printable. */
export function joinEntries(entries: readonly string[], print: (text: string) => string = printText): string {
  const texts = entries.map(entry => print(entry).replace(/^[，。、；]+|[，。、；.]+$/gu, '')).filter(Boolean)
  return texts.length === 0 ? '' : `${texts.join('，')}。`
}
