/** What a person typed into the search field, taken apart. */
import { normaliseText } from './normalise-text.ts'

/** A word and what is searched in its place as well; all normalised. One in quotation marks stands for itself alone. */
export type Word = { readonly typed: string; readonly forms: readonly string[]; readonly quoted: boolean }
export type ParsedQuery = { readonly must: readonly Word[]; readonly not: readonly string[] }

const part = /([-－]?)(?:[“"”＂]([^“"”＂]*)[“"”＂]?|([^\s“"”＂]+))/gu
const mostWords = 12

/** Words apart must all stand there, “in quotation marks” as it is, -word must not. Anything else is looked for as typed. */
export function parseSearch(q: string): ParsedQuery {
  const must: Word[] = []
  const not: string[] = []
  for (const [, minus, quoted, bare] of q.toWellFormed().matchAll(part)) {
    const typed = quoted ?? bare ?? ''
    const form = normaliseText(typed).replaceAll('\u0000', '')
    if (!form || must.length + not.length >= mostWords) continue
    if (minus) not.push(form)
    else must.push({ typed, forms: [form], quoted: quoted !== undefined })
  }
  return { must, not }
}
