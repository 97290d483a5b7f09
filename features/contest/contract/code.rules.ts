/** Codes people copy by hand: 参赛码, entry codes, codes of teams. The last letter checks the others. */

/** A prime number of letters without look-alikes, so that one wrong letter or two swapped ones are always found. */
export const codeLetters = '23456789ABCDEFGHJKMNPQRTUVWXY'

export const playerCodeLength = 10
export const teamCodeLength = 8

/** One spelling of a code as it was typed. */
export function plainCode(typed: string): string {
  const plain = typed.normalize('NFKC').toUpperCase()
  return plain
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('S', '5')
    .replaceAll('Z', '2')
}

/** The letter that follows. */
export function checkLetter(letters: string): string {
  let sum = 0
  for (const [place, letter] of [...letters].entries()) sum += (place + 2) * codeLetters.indexOf(letter)
  return codeLetters[sum % codeLetters.length]!
}

/** Whether it can be one at all; nothing needs to be asked for one that is mistyped. */
export function isCode(plain: string, length: number): boolean {
  if (plain.length !== length || [...plain].some(letter => !codeLetters.includes(letter))) return false
  return checkLetter(plain.slice(0, -1)) === plain.at(-1)
}

/** In groups, as it is shown and printed: ABCDE-FGHJK. */
export function shownCode(plain: string): string {
  const half = Math.ceil(plain.length / 2)
  return `${plain.slice(0, half)}-${plain.slice(half)}`
}
