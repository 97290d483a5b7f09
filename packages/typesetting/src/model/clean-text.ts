/** What a typesetter may be handed is anything a file can hold; what it sets is text. */

// No glyph of their own, and some reorder or hide text: controls, formats (zero width, bidirectional, tags), fillers, selectors, noncharacters.
const invisible =
  /(?![\t\n\v\f\r\u0085])(?:\p{Cc}|\p{Cf}|\p{Variation_Selector}|\p{Noncharacter_Code_Point})|\u034f|[\u115f\u1160\u3164\uffa0]/gu
// Blanks are tried from their first one only: a long run without a break behind it is read once.
const lineBreaks = /(?:(?<![ \t\u3000])[ \t\u3000]+)?[\n\r\f\v\u0085\u2028\u2029]+[ \t\u3000]*/gu
const cjk = /[\p{sc=Han}\u3000-\u303f\uff00-\uff60“”‘’—…]/u

/**
 * Text as it may be printed: well-formed UTF-16, no control or invisible characters, one line, trimmed.
 * A line break between two Chinese characters disappears; elsewhere it becomes a space.
 */
export function cleanText(text: string): string {
  const sane = text.toWellFormed().replace(invisible, '')
  return sane
    .replace(lineBreaks, (gap, at: number) => {
      const before = sane[at - 1]
      const after = sane[at + gap.length]
      return before && after && cjk.test(before) && cjk.test(after) ? '' : ' '
    })
    .replace(/\t/g, ' ')
    .trim()
}

/**
 * Text for a page: a single space that an extractor left between a Chinese character and a figure is closed
 * (8 月 20 日 is set 8月20日), because Chinese offices set no space there.
 */
export function closeFigures(text: string): string {
  return text.replace(/(?<=\p{sc=Han}) (?=\d)|(?<=[\d%％]) (?=\p{sc=Han})/gu, '')
}

/** cleanText and closeFigures: what PDF, DOCX and HTML print. */
export function printText(text: string): string {
  return closeFigures(cleanText(text))
}
