/** Where a unit stands among the others: `41/03/` for the federation of a city, `41/03/name` for what lies below it. */
import { defaultRegister } from '@jianbao/intake'

const federation = /^(?:科协|科学技术协会)/u
/** Bodies a federation has below it in its division; party and government of the place are not among them. */
const society =
  /科协|科学技术协会|学会|协会|研究会|联合会|促进会|科技馆|科学技术馆|科普|科技志愿|科技中心|科技工作者/u
const printedPlace =
  /^(\p{sc=Han}{2,6}?(?:自治区|省))?(\p{sc=Han}{2,8}?(?:自治州|市|州|盟))?(\p{sc=Han}{1,8}?(?:县|区|旗|市))?/u

let places: Map<string, string[]> | undefined
let federations: Map<string, string> | undefined

/**
 * The path of a unit by its name: its division, then its name. All that lies below a unit begins with the unit's path.
 * Bodies that no science federation is above stand in a tree of their own, which begins with `~`.
 */
export function unitPath(name: string): string {
  const known = defaultRegister().bySurface.get(name)
  const official = known && !known.code.startsWith('P') ? known.name : name.replaceAll('/', '／')
  if (known && !known.code.startsWith('P')) return divisionPath(known.code)
  const place = placeOf(official)
  const rest = official.slice(place.length)
  if (place.path && federation.test(rest)) {
    const inner = rest.replace(federation, '')
    return inner ? `${place.path}${official}` : place.path
  }
  return `${society.test(official) ? '' : '~'}${place.path}${official}`
}

/** The first string after all that begin with `path`. */
export function pathEnd(path: string): string {
  return `${path}\u{10ffff}`
}

function placeOf(name: string): { path: string; length: number } {
  const known = knownPlace(name)
  if (known) return known
  const printed = printedPlace.exec(name)
  const parts = (printed?.slice(1) ?? []).filter(part => part !== undefined)
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  return { path: parts.length ? `@${parts.join('/')}/` : '', length }
}

/** The longest row of register places the name begins with: 河南省洛阳市孟津县, 洛阳孟津, 省. */
function knownPlace(name: string): { path: string; length: number } | null {
  places ??= readPlaceNames()
  let code = ''
  let length = 0
  for (let more = true; more; ) {
    more = false
    for (let size = Math.min(12, name.length - length); size > 0 && !more; size--) {
      const codes = (places.get(name.slice(length, length + size)) ?? []).filter(
        found => !code || isBelow(found, code),
      )
      // 新华区 lies in several cities; without its city it is none of them.
      if (codes.length !== 1) continue
      code = codes[0]!
      length += size
      more = true
    }
  }
  return code ? { path: divisionPath(code), length } : null
}

function isBelow(code: string, above: string): boolean {
  return code !== above && code.startsWith(above.replace(/(?:00)+$/u, ''))
}

function readPlaceNames(): Map<string, string[]> {
  const found = new Map<string, string[]>()
  const add = (name: string, code: string): void => {
    const codes = found.get(name) ?? []
    if (!codes.includes(code)) found.set(name, [...codes, code])
  }
  const entries = defaultRegister().entries.filter(entry => entry.kind.startsWith('place-'))
  for (const { code, name, shortNames } of entries)
    for (const print of [name, ...shortNames]) add(print, code.slice(1))
  const printed = new Set(found.keys())
  // Counties became districts and cities; old bulletins print the old name.
  for (const { code, kind, name } of entries) {
    const stem = name.replace(/(?:县|市|区)$/u, '')
    if (kind !== 'place-county' || stem.length < 2) continue
    for (const print of [stem, `${stem}县`, `${stem}市`, `${stem}区`])
      if (!printed.has(print)) add(print, code.slice(1))
  }
  for (const print of ['河南省', '河南', '省']) found.set(print, ['410000'])
  return found
}

function divisionPath(code: string): string {
  const parts = [code.slice(0, 2), code.slice(2, 4), code.slice(4, 6)]
  while (parts.at(-1) === '00') parts.pop()
  return `${parts.join('/')}/`
}

/** The name of the unit at a path: the federation of a division by its register name, any other as it is printed in full. */
export function unitName(path: string): string {
  if (!path.endsWith('/')) return path.slice(path.lastIndexOf('/') + 1).replace(/^~/u, '')
  return federationName(path.split('/').slice(0, -1))
}

/** Names of the federations above a path, the topmost first. */
export function unitsAbove(path: string): string[] {
  if (path.startsWith('~')) return []
  const parts = path.split('/').slice(0, -1)
  // A federation's own path ends with its division; it is not above itself.
  const depth = path.endsWith('/') ? parts.length - 1 : parts.length
  return parts.slice(0, depth).map((_, at) => federationName(parts.slice(0, at + 1)))
}

function federationName(parts: readonly string[]): string {
  if (parts[0]!.startsWith('@')) return `${parts.join('').replace('@', '')}科协`
  const code = parts.join('').padEnd(6, '0')
  federations ??= new Map(
    defaultRegister()
      .entries.toReversed()
      .map(entry =>
        entry.code.startsWith('P') ? [entry.code, `${entry.name}科协`] : [entry.code, entry.name],
      ),
  )
  return federations.get(code) ?? federations.get(`P${code}`) ?? `${parts.join('/')}/`
}
