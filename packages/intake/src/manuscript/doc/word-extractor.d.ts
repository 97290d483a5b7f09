declare module 'word-extractor' {
  type TextOptions = { readonly filterUnicode?: boolean; readonly includeHeadersAndFooters?: boolean }
  type WordDocument = {
    getBody(options: TextOptions): string
    getTextboxes(options: TextOptions): string
    getFootnotes(options: TextOptions): string
  }
  export default class WordExtractor {
    extract(source: Buffer): Promise<WordDocument>
  }
}
