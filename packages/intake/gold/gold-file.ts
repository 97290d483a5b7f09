/** The labelled truth about one document, format `bulletin-gold/1`; offsets are UTF-16 code units of the raw file. */
export type Segments = [number, number][]

export type Quote = { q: string; at: Segments; in?: 'headline' | 'lead' }

export type GoldUnit = Quote & {
  name: string
  role: string
  generic?: true
  embedded?: true
  inherited?: true
}

export type GoldDate = Quote & {
  role: 'when' | 'duration'
  kind: 'day' | 'range' | 'since' | 'vague' | 'anaphor' | 'duration'
  start: string | null
  end: string | null
  value: string
  src: string
  part?: 'am' | 'pm'
  fuzzy?: string[]
  inherited?: true
}

export type GoldPlace = Quote & { name: string; kind: string }

export type GoldFigure = Quote & {
  value: number
  unit: string
  kind: string
  qual: 'exact' | 'over' | 'about' | 'under' | 'atleast'
  what: string
  of?: Quote
  per?: string
  writtenUnit?: string
  currency?: 'CNY'
}

export type GoldEvent = {
  id: string
  type: string
  modality: 'done' | 'ongoing' | 'planned'
  parent?: string
  distributive?: true
  act: Quote
  units: GoldUnit[]
  dates: GoldDate[]
  places: GoldPlace[]
  figures: GoldFigure[]
}

export type GoldItem = { id: string; bullet: string; at: Segments; events: GoldEvent[] }

export type GoldArticle = {
  id: string
  kind: 'article' | 'briefs' | 'essay' | 'speech'
  column?: Quote | null
  headline: Quote | null
  lead?: { at: Segments }
  body: { at: Segments; paragraphs: number }
  contributor: Quote | null
  events?: GoldEvent[]
  items?: GoldItem[]
}

export type GoldIssue = {
  docType: string
  series: (Quote & { name: string }) | null
  issueNo: (Quote & { value: number }) | null
  publisher: (Quote & { name: string }) | null
  date: (Quote & { value: string }) | null
  special?: Quote
  noise: { at: Segments; why: string }[]
  distribution: Record<string, { at: Segments; entries: Quote[] }>
}

/** `columns` when every article stands under a printed column, otherwise `articles` with the column of each. */
export type GoldFile = {
  schema: 'bulletin-gold/1'
  file: string
  sha256: string
  coords: string
  labelled: 'complete' | string
  issue: GoldIssue
  columns?: { name: Quote; articles: GoldArticle[] }[]
  articles?: GoldArticle[]
}
