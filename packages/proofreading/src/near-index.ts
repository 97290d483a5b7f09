import { misspelt, soundKey, swapped } from './sounds.ts'

/** Finds the name a misspelt one stands for. */
export type NearIndex = { nearest(written: string): string | null; readonly longest: number }

const association = '科学技术协会'
/** Words that say what kind of division a place is; a county that became a district is a common slip. */
const division = /[市县区]/g

/**
 * Names by keys that survive one slip: a character that sounds or looks alike, two neighbours swapped, a doubled
 * character, a character dropped from a place or from 科学技术协会, 市, 县 and 区 mixed up. Other differences are
 * other names: 医学会 and 中医学会 are two societies.
 */
export function indexNear(names: readonly string[]): NearIndex {
  const byKey = new Map<string, string[]>()
  const add = (key: string, name: string) => {
    const list = byKey.get(key)
    if (!list) byKey.set(key, [name])
    else if (!list.includes(name)) list.push(name)
  }
  const known = new Set(names)
  for (const name of known) {
    add(`s${soundKey(name)}`, name)
    add(`m${sorted(name)}`, name)
    if (name.length >= 5) {
      add(`d${name.replace(division, '#')}`, name)
      for (const shorter of droppedFrom(name)) add(`x${shorter}`, name)
    }
    for (const [index, character] of [...name].entries())
      if (shapes.has(character)) add(`w${name.slice(0, index)}*${name.slice(index + 1)}`, name)
  }
  return {
    longest: Math.max(0, ...[...known].map(name => name.length)) + 1,
    nearest(written) {
      if (known.has(written)) return null
      const pick = (key: string, fits: (name: string) => boolean) => byKey.get(key)?.find(fits) ?? null
      const single = written.replace(/(.)\1/gu, '$1')
      return (
        pick(`s${soundKey(written)}`, name => misspelt(written, name)) ??
        pick(`m${sorted(written)}`, name => swapped(written, name)) ??
        (single.length === written.length - 1 && known.has(single) ? single : null) ??
        pick(`d${written.replace(division, '#')}`, () => written.length >= 5) ??
        pick(`x${written}`, () => true) ??
        byShape(written, pick)
      )
    },
  }
}

const shapes = new Set('己已巳未末土士干千于治冶侯候天夭晴睛栗粟戍戌戊人入阳阴')

function byShape(written: string, pick: (key: string, fits: (name: string) => boolean) => string | null) {
  for (let index = 0; index < written.length; index++) {
    if (!shapes.has(written[index]!)) continue
    const found = pick(`w${written.slice(0, index)}*${written.slice(index + 1)}`, name =>
      misspelt(written, name),
    )
    if (found) return found
  }
  return null
}

function sorted(text: string): string {
  return [...text].sort().join('')
}

/** The name without one character of its place (三门峡市 without 门) or of 科学技术协会. */
function droppedFrom(name: string): string[] {
  const place = name.search(division)
  const tail = name.endsWith(association) ? name.length - association.length : name.length
  return [...Array(name.length).keys()]
    .filter(index => (place > 2 && index > 0 && index < place) || (index > tail && index < name.length - 1))
    .map(index => name.slice(0, index) + name.slice(index + 1))
}
