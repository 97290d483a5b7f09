/** Nicknames: what may be one, what counts as the same one, and how it is shown to others. */
export const shortestNickname = 2
export const longestNickname = 16

export type NicknameFault = 'length' | 'characters' | 'number' | 'words'

/** Control, bidirectional and zero-width characters, private use, lone halves of a pair, and letters nobody sees. */
const unfit = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\p{Zl}\p{Zp}\p{DI}\u2800]/u
/** What makes a sign a coloured one; phones put it behind ❤ by themselves. */
const colour = '\ufe0f'
const coloured = /(\p{Extended_Pictographic})\ufe0f/gu
/** Seven digits in a row, however they are parted, are somebody's number. */
const number = /(?:\d[\s._\-·,，、]*){7}/u
const letters = /[\p{L}\p{N}]/u

/** One spelling: compatible forms folded, spaces drawn together. */
export function plainNickname(typed: string): string {
  return typed.normalize('NFKC').replace(/\s+/gu, ' ').trim()
}

/** Two nicknames of one unit with the same sameness are the same. */
export function nicknameSameness(nickname: string): string {
  return plainNickname(nickname).toLowerCase().replaceAll(' ', '').replaceAll(colour, '')
}

/** What stands in the way of a nickname; null: nothing. `words` are the office's. */
export function nicknameFault(typed: string, words: readonly string[] = []): NicknameFault | null {
  if (unfit.test(typed.replace(coloured, '$1'))) return 'characters'
  const nickname = plainNickname(typed)
  const length = [...nickname].length
  if (length < shortestNickname || length > longestNickname) return 'length'
  if (!letters.test(nickname) || /\p{M}{3}/u.test(nickname)) return 'characters'
  if (number.test(nickname)) return 'number'
  const same = nicknameSameness(nickname)
  return words.some(word => word !== '' && same.includes(nicknameSameness(word))) ? 'words' : null
}

const segments = new Intl.Segmenter('zh', { granularity: 'grapheme' })

/** As others see it: the first and, of three or more, the last character; what lies between is hidden. */
export function maskName(nickname: string): string {
  const parts = [...segments.segment(nickname)].map(({ segment }) => segment)
  if (parts.length < 2) return `${parts[0] ?? ''}*`
  if (parts.length === 2) return `${parts[0]}*`
  return `${parts[0]}${'*'.repeat(Math.min(parts.length - 2, 3))}${parts.at(-1)}`
}
