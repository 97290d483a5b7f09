/** What a typesetter may be handed is anything a file can hold; what it sets is text. */

// C0, C1, soft hyphen, zero width and bidirectional controls, variation selectors, tags and noncharacters: no glyph, and some reorder or hide text.
const invisible =
  /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]/gu
const lineBreaks = /[ \t\u3000]*[\n\r\f\v\u0085\u2028\u2029]+[ \t\u3000]*/gu
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
