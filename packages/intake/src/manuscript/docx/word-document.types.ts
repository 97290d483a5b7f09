/** What we use of the document that mammoth hands to `transformDocument`. */
export type WordNode = {
  readonly type: string
  readonly children?: readonly WordNode[]
  readonly value?: string
  readonly breakType?: string
  readonly styleId?: string | null
  readonly styleName?: string | null
  readonly numbering?: { readonly isOrdered: boolean; readonly level: string } | null
  readonly alignment?: string | null
  readonly indent?: { readonly firstLine: string | null }
  readonly isBold?: boolean
  readonly fontSize?: number | null
}

/** A paragraph of Word as far as reading a bulletin goes. */
export type WordParagraph = {
  /** Printed lines: forced breaks cut, tabs kept. Empty for an empty paragraph. */
  readonly lines: readonly string[]
  readonly styleId: string
  readonly styleName: string
  readonly isCentred: boolean
  /** All of its text is bold. */
  readonly isBold: boolean
  /** Of its largest text in points; 0 where the style says it. */
  readonly fontSize: number
  readonly isIndented: boolean
  /** It stands in a table: rows there are lines. */
  readonly inTable: boolean
  /** A page break stands before it. */
  readonly newPage: boolean
}
