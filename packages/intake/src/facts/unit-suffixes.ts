import { bodies, departments } from './unit-words-inner.ts'
import { government, health, party, schools } from './unit-words-public.ts'
import { associations, companies, media, venues } from './unit-words-society.ts'
import { WordIndex } from './word-index.ts'

const lengthOf = (word: string) => word.replace(/\(\?[^)]*\)/gu, '').length

const suffixes = [
  ...departments,
  ...bodies,
  ...party,
  ...government,
  ...associations,
  ...schools,
  ...health,
  ...companies,
  ...media,
  ...venues,
].sort((a, b) => lengthOf(b) - lengthOf(a))

/** Where a name may end; the alternatives are tried longest first at each place. */
export const unitSuffix = new WordIndex(suffixes)
/** The same, at the end of a name only. */
export const lastSuffix = new WordIndex(suffixes, '$')
