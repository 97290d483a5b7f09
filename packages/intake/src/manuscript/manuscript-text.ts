import type { Span } from '../contract.ts'
import type { LineHint, LineRole } from './line-hint.ts'

/** The text of a manuscript as it grows line by line, with the hints that belong to it. */
export class ManuscriptText {
  text = ''
  readonly hints: LineHint[] = []
  /** Index of the hint that the next line may go on with. */
  #open: number | null = null

  /**
   * One printed line. A role makes a hint of it; `goesOn` adds it to the last hint of that role, also over furniture of
   * the page, so that they stay one thing.
   */
  line(text: string, role: LineRole | null = null, goesOn = false): void {
    const span: Span = [this.text.length, this.text.length + text.length]
    this.text += `${text}\n`
    if (text.trim() === '' || role === 'noise') {
      if (role === 'noise') this.hints.push({ span, role })
      return
    }
    const open = this.#open === null ? undefined : this.hints[this.#open]
    if (role !== null && goesOn && open?.role === role) {
      this.hints[this.#open!] = { role, span: [open.span[0], span[1]] }
      return
    }
    this.#open = role === null ? null : this.hints.push({ span, role }) - 1
  }

  blank(): void {
    this.text += '\n'
  }

  /** A new page begins. */
  page(): void {
    this.text += '\f'
  }
}
