import type { Circular, CircularBlock } from '../circular.contract.ts'
import { breakTitle } from '../title/break-title.ts'
import { printText } from './clean-text.ts'
import { HeadingCounter, type HeadingLevel } from './heading-number.ts'
import { printDate } from './masthead.ts'
import { type SetTable, setTable } from './set-table.ts'

/** One thing of a circular, as all its forms print it. `label`: of an attachment. */
export type CircularElement =
  | { kind: 'paragraph' | 'note' | 'label' | 'to' | 'remark'; text: string }
  /** `style` is the level it was given, `level` the one in the outline, which skips none. */
  | { kind: 'heading'; style: HeadingLevel; level: number; text: string }
  | { kind: 'title'; level: number; text: string; lines: string[] }
  | { kind: 'table'; table: SetTable }
  | { kind: 'attachments'; label: string; rows: { number: string; text: string }[] }
  | { kind: 'signature'; units: string[]; date: string | null }
  | { kind: 'new-page' }

export type CircularPage = {
  /** Of the file. */
  title: string
  author: string
  /** 发文机关标志 in the lines it is given. */
  issuerLines: string[]
  docNumber: string | null
  body: CircularElement[]
}

/** Characters of a red head that can be read from a distance on one line. */
const issuerChars = 16

/**
 * Turns a circular into the flat list of things it is made of, all of it cleaned text, headings and attachments numbered.
 * @param titleChars width of a title line in characters of its own size
 * @param glue names and phrases that no title line may cut
 */
export function composeCircular(
  circular: Circular,
  titleChars: number,
  glue: readonly string[] = [],
): CircularPage {
  const composer = new CircularComposer(titleChars, glue)
  composer.document(circular)
  const issuer = printText(circular.issuer ?? '')
  const signed = circular.signedBy.map(printText).filter(Boolean)
  return {
    title: printText(circular.title) || issuer || '公文',
    author: issuer || signed.join('、'),
    issuerLines: issuer ? breakTitle(issuer, issuerChars, glue) : [],
    docNumber: printText(circular.docNumber ?? '') || null,
    body: composer.body,
  }
}

class CircularComposer {
  readonly body: CircularElement[] = []
  readonly #titleChars: number
  readonly #glue: readonly string[]
  #numbers = new HeadingCounter()
  /** Level of the last heading: PDF/UA lets no level be skipped. */
  #level = 0
  #titleLevel = 0

  constructor(titleChars: number, glue: readonly string[]) {
    this.#titleChars = titleChars
    this.#glue = glue
  }

  document(circular: Circular): void {
    this.#title(circular.title)
    const to = circular.to.map(unit => printText(unit).replace(/[：:、，；。]+$/u, '')).filter(Boolean)
    if (to.length > 0) this.body.push({ kind: 'to', text: `${to.join('，')}：` })
    this.#blocks(circular.blocks)
    const attachments = circular.attachments ?? []
    this.#list(attachments.map(({ title }) => printText(title)))
    const units = circular.signedBy.map(printText).filter(Boolean)
    const date = circular.date ? printDate(circular.date) || null : null
    if (units.length > 0 || date) this.body.push({ kind: 'signature', units, date })
    const remark = printText(circular.remark ?? '').replace(/^[（(](.*)[）)]$/u, '$1')
    if (remark) this.body.push({ kind: 'remark', text: `（${remark}）` })
    for (const [index, { title, blocks }] of attachments.entries()) {
      this.body.push({ kind: 'new-page' })
      this.body.push({ kind: 'label', text: attachments.length === 1 ? '附件' : `附件${index + 1}` })
      this.#numbers = new HeadingCounter()
      this.#titleLevel = 0
      this.#title(title)
      this.#blocks(blocks)
    }
  }

  #title(title: string): void {
    const lines = breakTitle(printText(title), this.#titleChars, this.#glue)
    if (lines.length === 0) return
    const text = printText(title).replace(/[ \u3000]+/gu, ' ')
    this.#titleLevel = this.#step(1)
    this.body.push({ kind: 'title', level: this.#titleLevel, text, lines })
  }

  #list(titles: readonly string[]): void {
    const rows = titles.map((title, index) => ({
      number: titles.length === 1 ? '' : `${index + 1}.`,
      // GB/T 9704 7.3.4: no mark stands behind the name of an attachment.
      text: title.replace(/[。；，、]+$/u, '') || '无题',
    }))
    if (rows.length > 0) this.body.push({ kind: 'attachments', label: '附件：', rows })
  }

  #blocks(blocks: readonly CircularBlock[]): void {
    for (const block of blocks) {
      if (block.type === 'table') {
        this.body.push({ kind: 'table', table: setTable(block) })
        continue
      }
      const text = printText(block.text)
      if (text === '') continue
      if (block.type === 'heading') this.#heading(block.level, text)
      else this.body.push({ kind: block.type, text })
    }
  }

  #heading(style: HeadingLevel, text: string): void {
    const level = this.#step(this.#titleLevel + style)
    this.body.push({ kind: 'heading', style, level, text: this.#numbers.next(style) + text })
  }

  #step(level: number): number {
    this.#level = Math.min(level, this.#level + 1)
    return this.#level
  }
}
