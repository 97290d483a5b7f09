/** 版式符合性: what a compiled document keeps and breaks of the layout its series asks for. Types alone, no schemas. */

/** Where in the model a thing stands, counted from 0; null where the question has no sense. */
export type Place = {
  column: number | null
  attachment: number | null
  article: number | null
  block: number | null
}

/** A rule that was broken; `details` of each is what a clerk needs to know to mend it. */
export type ConformityFault =
  /** Full pages hold another number of lines than the profile says (GB/T 9704: 22). */
  | { rule: 'lines-per-page'; details: { wanted: number; found: number } }
  /** Lines hold another number of characters than the profile says (GB/T 9704: 28). */
  | { rule: 'characters-per-line'; details: { wanted: number; found: number } }
  /** 版记 does not stand at the foot of the last page, or stands alone on it. */
  | { rule: 'imprint-at-foot'; details: { reason: 'not-last-page' | 'not-at-foot' | 'alone' } }
  /** The profile wants an even number of pages. */
  | { rule: 'even-pages'; details: { pages: number } }
  /** The last line of a paragraph stands alone on top of a page. */
  | { rule: 'widow'; details: { text: string } }
  /** The first line of a paragraph stands alone at the foot of a page. */
  | { rule: 'orphan'; details: { text: string } }
  /** A heading or the name of a column is the last thing on a page. */
  | { rule: 'heading-at-foot'; details: { text: string } }
  /** A word or name of a headline goes over the end of a line. */
  | { rule: 'title-cut'; details: { text: string; word: string } }
  /** A headline takes more lines than can be read at a glance. */
  | { rule: 'title-long'; details: { text: string; lines: number } }
  /** The cells are so many or so long that words or figures in them are broken. */
  | { rule: 'table-wide'; details: { columns: number; word: string } }
  /** The type of a table went below 五号 (10.5 pt). */
  | { rule: 'table-small'; details: { columns: number; sizePt: number } }
  /** Fewer dots an inch than a print needs at the size the picture has on the page. */
  | { rule: 'picture-coarse'; details: { image: string; dpi: number; wanted: number } }
  /** The page shows an empty frame in place of the picture. */
  | { rule: 'picture-unreadable'; details: { image: string; reason: PictureFault } }
  /** No font has the character; the page shows 〓. */
  | { rule: 'missing-glyph'; details: { character: string; text: string } }
  /** A column or article has a heading and nothing below it. */
  | { rule: 'nothing-below'; details: { text: string } }

export type ConformityRule = ConformityFault['rule']

/** `absent`: no bytes were handed over. `svg`: refused, because it can carry script and name other files. */
export type PictureFault = 'absent' | 'damaged' | 'format' | 'svg' | 'too-large'

export type ConformityFinding = ConformityFault & {
  /** From 1; null for the whole document. */
  page: number | null
  place?: Place
}

export type Conformity = {
  /** As measured on the pages; null where no page is full enough to tell. */
  measured: { pages: number; linesPerPage: number | null; charsPerLine: number | null }
  findings: ConformityFinding[]
}
