import { storableText } from '@jianbao/platform/db'
import { pinyin } from 'pinyin-pro'

/**
 * What a unit or a person is looked up by: names, their pinyin initials (洛阳市科协: lyskx) and whatever else stands
 * for them (codes, a user name), in lower case, one a line.
 */
export function searchText(
  names: readonly string[],
  codes: readonly (string | null | undefined)[] = [],
): string {
  const words = names.flatMap(name => [name, initials(name)])
  return join([...words, ...codes])
}

/** The same of a person; a family name is spelt as one (单: shan), and the whole spelling counts too. */
export function personSearchText(name: string, username: string | null): string {
  const syllables = spell(name)
  const initial = syllables.map(syllable => syllable[0] ?? '').join('')
  return join([name, initial, syllables.join(''), username])
}

/** What people are sorted by: 王小雨 is "wang xiao yu". */
export function personSpelling(name: string): string {
  return fold(spell(name).join(' ')).slice(0, 200)
}

/** A pattern for LIKE that finds `words` anywhere in a search text. */
export function searchPattern(words: string): string {
  return `%${fold(words).replace(/[\\%_]/g, '\\$&')}%`
}

function initials(text: string): string {
  return pinyin(text, { pattern: 'first', toneType: 'none', type: 'array' }).join('').replace(/\s/g, '')
}

function spell(name: string): string[] {
  return pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive', surname: 'head', v: true })
}

function join(words: readonly (string | null | undefined)[]): string {
  return [...new Set(words.filter(word => !!word).map(word => fold(word!)))].join('\n')
}

/** Full-width letters and digits count as plain ones. */
function fold(text: string): string {
  return storableText(text).normalize('NFKC').toLowerCase().trim()
}
