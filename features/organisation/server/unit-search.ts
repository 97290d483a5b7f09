/** How a unit is looked up: by its names, code, and how its names are said, in full or by initials. */
import { pinyin } from 'pinyin-pro'
import type { UnitMatch } from '../contract/index.ts'
import { placeReadings } from './place-readings.ts'
import type { UnitNames } from './unit.rules.ts'

/** Longer names are found by how they begin, and by their parts as far as this many characters. */
const spokenFrom = 24
const spokenLength = 40

/**
 * What stands in the column `search`: one form a line, between line breaks. Pinyin stands from every syllable on, so
 * that `shikx` is found at the head of a line and `an` never inside `luoyang`.
 */
export function unitSearchText(unit: UnitNames & { readonly code: string }): string {
  const names = [unit.name, ...unit.shortNames, ...unit.formerNames].map(fold)
  const forms = new Set([...names, fold(unit.code)])
  for (const name of names)
    for (const syllables of readings(name))
      for (let from = 0; from < Math.min(syllables.length, spokenFrom); from++) {
        const rest = syllables.slice(from)
        forms.add(rest.join('').slice(0, spokenLength))
        forms.add(initialsOf(rest))
      }
  return `\n${[...forms].filter(Boolean).join('\n')}\n`
}

/** The words of a search, folded as the search text is; at most six. */
export function searchWords(q: string): string[] {
  const words = q.normalize('NFKC').toLowerCase().replaceAll('\0', ' ').split(/\s+/u)
  return words.map(fold).filter(Boolean).slice(0, 6)
}

/** Patterns for LIKE over the search text: what is typed in letters begins a form, anything else may stand inside. */
export function wordPattern(word: string): string {
  const literal = word.replace(/[\\%_]/g, '\\$&')
  return /^[a-z0-9._-]+$/.test(word) ? `%\n${literal}%` : `%${literal}%`
}

/** Which of a unit's names the words are found in, and which characters of it stand for them. */
export function matchUnit(unit: UnitNames & { readonly code: string }, words: readonly string[]): UnitMatch {
  const texts: Omit<UnitMatch, 'marks'>[] = [
    { in: 'name', text: unit.name },
    ...unit.shortNames.map(text => ({ in: 'shortName', text }) as const),
    ...unit.formerNames.map(text => ({ in: 'formerName', text }) as const),
    { in: 'code', text: unit.code },
  ]
  let best: UnitMatch = { ...texts[0]!, marks: [] }
  let most = 0
  for (const { in: where, text } of texts) {
    const found = words.map(word => findIn(text, word)).filter(mark => mark !== null)
    if (found.length > most) {
      most = found.length
      best = { in: where, text, marks: joinMarks(found) }
    }
  }
  return best
}

type Mark = [number, number]

function findIn(text: string, word: string): Mark | null {
  const characters = [...text]
  const starts = offsets(characters)
  const printed = characters.map(character => character.normalize('NFKC').toLowerCase())
  const asPrinted = findRun(printed.map(dropBlanks), word)
  if (asPrinted) return [starts[asPrinted[0]]!, starts[asPrinted[1]]!]
  for (const syllables of readings(printed.join(''))) {
    // Where folding made more characters of one, sounds and characters do not go together.
    if (syllables.length !== characters.length) continue
    const run = findRun(syllables, word) ?? findRun(syllables.map(initial), word)
    if (run) return [starts[run[0]]!, starts[run[1]]!]
  }
  return null
}

/** First and behind the last of the parts that together begin with `word`, from the start of a part on. */
function findRun(parts: readonly string[], word: string): Mark | null {
  for (let from = 0; from < parts.length; from++) {
    if (!parts[from]) continue
    let said = ''
    for (let to = from; to < parts.length && said.length < word.length; to++) {
      said += parts[to]
      if (said.startsWith(word)) return [from, to + 1]
      if (!word.startsWith(said)) break
    }
  }
  return null
}

function offsets(characters: readonly string[]): number[] {
  let at = 0
  const starts = characters.map(character => {
    at += character.length
    return at - character.length
  })
  return [...starts, at]
}

function joinMarks(marks: readonly Mark[]): Mark[] {
  const joined: Mark[] = []
  for (const [from, to] of [...marks].sort((a, b) => a[0] - b[0])) {
    const last = joined.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else joined.push([from, to])
  }
  return joined
}

/** How a name is said, one syllable a character; a second time where a place in it is said in its own way. */
function readings(name: string): string[][] {
  const usual = pinyin(name, { toneType: 'none', type: 'array', v: true }).map(dropBlanks)
  const characters = [...name]
  if (usual.length !== characters.length) return [usual]
  const own = [...usual]
  for (const [place, said] of placeReadings) {
    const at = characters.findIndex(
      (_, from) => characters.slice(from, from + [...place].length).join('') === place,
    )
    if (at >= 0) own.splice(at, [...place].length, ...said.split(' '))
  }
  return own.join(' ') === usual.join(' ') ? [usual] : [usual, own]
}

const initial = (syllable: string): string => [...syllable][0] ?? ''
const initialsOf = (syllables: readonly string[]): string => syllables.map(initial).join('')
const dropBlanks = (text: string): string => text.replace(/\s+/gu, '')
/** Width, case, blanks and the apostrophe of xi'an do not matter. */
const fold = (text: string): string => dropBlanks(text.normalize('NFKC').toLowerCase()).replace(/['’]/gu, '')
