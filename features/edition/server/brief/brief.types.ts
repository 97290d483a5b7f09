/** What a brief is made of: facts of adopted reports, and the pieces of a sentence with where each came from. */
import type { BriefLeftOut, FigureAttrs } from '../../contract/index.ts'

export type BriefFigure = {
  readonly id: string
  /** Key of a measure of the pack, and the kind of thing it reads. */
  readonly measure: string
  readonly reads: string | null
  readonly value: number
  readonly unit: string
  readonly qualifier: string
  readonly of: string | null
  readonly surface: string | null
}

export type BriefReport = {
  readonly reportId: string
  readonly unitId: string
  /** As the sentence calls it: the short name where no other unit bears it. */
  readonly unitName: string
  /** All its names, which a headline may begin with. */
  readonly unitNames: readonly string[]
  readonly typeName: string | null
  readonly title: string
  readonly body: string
  readonly startDay: string | null
  readonly endDay: string | null
  readonly place: string | null
  readonly partners: readonly { readonly name: string; readonly role: string }[]
  readonly figures: readonly BriefFigure[]
}

/** `fact`: cut out of what a report says; `day`: made of its days; `word`: of the templates; `figure`: a number. */
export type Piece =
  | { readonly from: 'word' | 'fact' | 'day'; readonly text: string }
  | { readonly from: 'figure'; readonly attrs: FigureAttrs }

export type Part = readonly Piece[]

/** One sentence before it is cut to length: what stands later is left out first. */
export type Sentence = {
  readonly day: Part
  readonly subject: Part
  readonly partners: Part
  readonly place: Part
  readonly act: Part
  readonly figures: readonly { readonly part: Part; readonly told: readonly Told[] }[]
  readonly told: { readonly partners: readonly Told[]; readonly place: readonly Told[] }
  readonly leftOut: readonly BriefLeftOut[]
}
/** A fact in words, should it have to be left out after all. */
export type Told = Pick<BriefLeftOut, 'reportId' | 'fact' | 'words'>

export type Asked = {
  /** Days of this year bear no year. */
  readonly year: string
  /** Characters the brief should have at most. */
  readonly limit: number
  readonly newId: () => string
}
