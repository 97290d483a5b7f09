import type { Span } from '../contract.ts'
import type { LineHint, LineRole } from './line-hint.ts'

/** The text of a manuscript as it grows line by line, with the hints that belong to it. */
export class ManuscriptText {
  text = ''
  readonly hints: LineHint[] = []
  #openRole: LineRole | null = null

  /**
   * One printed line. A role makes a hint of it; `goesOn` adds it to the hint of the line before when both are of one
   * role, so that they stay one thing.
   */
  line(text: string, role: LineRole | null = null, goesOn = false): Span {
    const span: Span = [this.text.length, this.text.length + text.length]
    this.text += `${text}\n`
    if (role === null || text.trim() === '') {
      if (text.trim() !== '') this.#openRole = null
      return span
    }
    const last = this.hints.at(-1)
    if (goesOn && last && this.#openRole === role)
      this.hints[this.hints.length - 1] = { role, span: [last.span[0], span[1]] }
    else this.hints.push({ span, role })
    this.#openRole = role
    return span
  }

  blank(): void {
    this.text += '\n'
  }

  /** A new page begins. */
  page(): void {
    this.text += '\f'
  }
}
