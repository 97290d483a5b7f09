import type { EventFact, IntakeWarning } from '../contract.ts'
import type { MappedText } from '../mapped-text.ts'

/** One line of a unit register (columns code,kind,name,short_names,parent). */
export type RegisterEntry = {
  readonly code: string
  readonly kind: string
  readonly name: string
  readonly shortNames: readonly string[]
  readonly parent: string | null
}

/** A register ready for look-up: every printed name or short name points at its entry. */
export type UnitRegister = {
  readonly entries: readonly RegisterEntry[]
  readonly bySurface: ReadonlyMap<string, RegisterEntry>
  readonly longestSurface: number
}

/** What the reader of events needs of one article. */
export type ArticleText = {
  readonly kind: 'article' | 'briefs' | 'essay' | 'speech'
  readonly headline: MappedText | null
  readonly column: string | null
  readonly paragraphs: readonly MappedText[]
}

/** What stands around the article: the raw file, the issue and the register. */
export type FactsContext = {
  readonly raw: string
  readonly issueDate: string | null
  readonly documentYear: number | null
  readonly publisher: string | null
  readonly series: string | null
  readonly register: UnitRegister
}

export type ArticleFacts = { readonly events: EventFact[]; readonly warnings: IntakeWarning[] }

/** A unit found in a text: offsets `[from, to)` into it, the name in full, confidence 0 to 1 by how its ends are known. */
export type UnitReading = {
  readonly from: number
  readonly to: number
  readonly surface: string
  readonly name: string
  /** An open class (各地各单位, 高校科协), no single body. */
  readonly generic: boolean
  readonly source: 'register' | 'rule' | 'alias'
  readonly confidence: number
}
