import { randomInt } from 'node:crypto'
import { checkLetter, codeLetters } from '../../contract/index.ts'

/** A code nobody can guess, its check letter last. */
export function makeCode(length: number): string {
  let letters = ''
  while (letters.length < length - 1) letters += codeLetters[randomInt(codeLetters.length)]
  return letters + checkLetter(letters)
}
