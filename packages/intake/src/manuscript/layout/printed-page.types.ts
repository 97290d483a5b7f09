/** A stretch of text as the PDF places it. Coordinates are points from the upper left corner, upright. */
export type Glyphs = {
  readonly text: string
  readonly x: number
  /** Of the baseline. */
  readonly y: number
  readonly width: number
  readonly size: number
  readonly font: string
  /** The PDF itself calls it furniture of the page. */
  readonly artifact: boolean
  /** The PDF itself calls it a heading. */
  readonly heading: boolean
}

/** A printed line of one column. */
export type PrintedLine = {
  readonly text: string
  readonly x: number
  readonly end: number
  readonly y: number
  /** Of most of its characters. */
  readonly size: number
  readonly font: string
  readonly artifact: boolean
  readonly heading: boolean
}

/** Lines of one column or band in reading order. */
export type PrintedBlock = { readonly lines: readonly PrintedLine[] }

export type PrintedPage = {
  readonly number: number
  readonly width: number
  readonly height: number
  readonly blocks: readonly PrintedBlock[]
  /** It prints pictures and no text worth the name. */
  readonly isPicture: boolean
}
