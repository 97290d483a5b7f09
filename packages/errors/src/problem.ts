import { catalogue, type ProblemCode } from './catalogue.ts'

export type ProblemDetails = Readonly<Record<string, string | number>>

/** What handlers throw. Carries a code of the catalogue and the details its text names; never a path or a secret. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly code: ProblemCode
  readonly details: ProblemDetails

  constructor(code: ProblemCode, details: ProblemDetails = {}, options?: { cause?: unknown }) {
    super(fill(catalogue[code].en, details), options)
    this.code = code
    this.details = details
  }

  get status(): number {
    return catalogue[this.code].status
  }

  /** The sentence for a person, in Chinese (default) or English. */
  text(language: 'zh' | 'en' = 'zh'): string {
    return fill(catalogue[this.code][language], this.details)
  }
}

function fill(template: string, details: ProblemDetails): string {
  return template.replace(/\{(\w+)\}/g, (whole, key: string) => String(details[key] ?? whole))
}
