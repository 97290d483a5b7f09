/** What a need is found by, and how typed text is kept. */
import { storableText } from '@jianbao/platform/db'

/** Signs nobody sees: controls but the line feed, marks of direction and of zero width. */
const unseen = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g

/** Typed text as it is kept: one kind of line feed, nothing unseen, no more than one empty line. */
export function cleanText(text: string): string {
  return storableText(text)
    .replace(/\r\n?/g, '\n')
    .replace(/[\t\u3000]/g, ' ')
    .replace(unseen, '')
    .split('\n')
    .map(line => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** The same in one line. */
export const cleanLine = (text: string): string => cleanText(text).replace(/\s+/g, ' ')

export const needSearch = (need: { number: string; words: string; place: string }): string =>
  `${need.number} ${need.number.replaceAll('-', '')}\n${need.words}\n${need.place}`.toLowerCase()
