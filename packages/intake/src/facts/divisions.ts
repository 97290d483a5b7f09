import { readFileSync } from 'node:fs'

type DivisionLevel = 'province' | 'city' | 'county'
/** A name of a division of China as printed: 河南省, 河南, 洛阳市, 洛阳, 嵩县. `codes` are all that bear it. */
export type DivisionName = {
  readonly print: string
  readonly level: DivisionLevel
  /** False for 河南 or 洛阳, the name without its 省 or 市. */
  readonly full: boolean
  readonly codes: readonly string[]
}

// 西双版纳傣族自治州 is called 西双版纳, 延边朝鲜族自治州 延边
const peoples =
  /(?:朝鲜族|土家族|苗族|藏族|羌族|彝族|布依族|侗族|哈尼族|壮族|傣族|白族|景颇族|傈僳族|回族|蒙古族|蒙古|柯尔克孜|哈萨克|维吾尔|满族|瑶族|黎族|畲族|仡佬族|水族|土族|撒拉族|东乡族|保安族|裕固族|锡伯|达斡尔族|鄂温克族|鄂伦春|各族|拉祜族|佤族|纳西族|独龙族|怒族|普米族|布朗族|仫佬族|毛南族)+(?=自治)/u
const cityTail = /(?:自治州|地区|盟|市)$/u

let names: Map<string, DivisionName> | undefined
let byFirstTwo: Map<number, readonly number[]> | undefined
let full: Map<string, string> | undefined
// most characters begin no name: one look tells
const begins = new Uint8Array(0x10000)

const pairAt = (text: string, at: number) => text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1)

function load(): Map<string, DivisionName> {
  if (names) return names
  const all = new Map<string, DivisionName>()
  full = new Map()
  const add = (print: string, level: DivisionLevel, isFull: boolean, code: string) => {
    if (print.length < 2) return
    const known = all.get(print)
    // the higher level keeps a shared name: 吉林 is the province before the city
    if (known && known.level !== level) return
    all.set(print, { print, level, full: isFull, codes: [...(known?.codes ?? []), code] })
  }
  const file = readFileSync(new URL('../../data/divisions.csv', import.meta.url), 'utf8')
  for (const line of file.split('\n').slice(1)) {
    const [code, name] = line.split(',')
    if (!code || !name) continue
    full.set(code, name)
    const level = code.endsWith('0000') ? 'province' : code.endsWith('00') ? 'city' : 'county'
    add(name, level, true, code)
    if (level === 'province')
      add(
        name.replace(/(?:省|市|特别行政区|壮族自治区|回族自治区|维吾尔自治区|自治区)$/u, ''),
        level,
        false,
        code,
      )
    else if (level === 'city') {
      const bare = name.replace(peoples, '')
      // 恩施土家族苗族自治州 is printed 恩施州
      if (bare.endsWith('自治州')) add(bare.replace('自治州', '州'), level, true, code)
      add(bare.replace(cityTail, ''), level, false, code)
    }
    // 新区 and 城区 are words, 兰考 and 巩义 are names
    else if (/[县市旗]$/u.test(name) && name.length >= 3 && !/^(?:城|郊|矿)/u.test(name))
      add(
        name
          .replace(/自治县$/u, '')
          .replace(peoples, '')
          .replace(/[县市旗]$/u, ''),
        level,
        false,
        code,
      )
  }
  add('济源示范区', 'county', true, '419001')
  names = all
  const lengths = new Map<number, Set<number>>()
  for (const print of all.keys()) {
    begins[print.charCodeAt(0)] = 1
    const key = pairAt(print, 0)
    const set = lengths.get(key) ?? new Set()
    set.add(print.length)
    lengths.set(key, set)
  }
  byFirstTwo = new Map([...lengths].map(([key, set]) => [key, [...set].sort((a, b) => b - a)]))
  return names
}

/** The longest division name that begins at `from`, or null. */
export function divisionAt(text: string, from: number): DivisionName | null {
  const all = load()
  if (!begins[text.charCodeAt(from)]) return null
  for (const length of byFirstTwo!.get(pairAt(text, from)) ?? []) {
    const found = from + length <= text.length ? all.get(text.slice(from, from + length)) : undefined
    if (found) return found
  }
  return null
}

/** End of the division name that begins at `from`, or -1. */
export function placeNamesAt(text: string, from: number): number {
  const found = from < 0 ? null : divisionAt(text, from)
  return found ? from + found.print.length : -1
}

/** Full name of the division with this six-digit code, or null. */
export function fullName(code: string): string | null {
  load()
  return full!.get(code) ?? null
}

/** Full name of the province a code lies in. */
export const provinceName = (code: string): string | null => fullName(`${code.slice(0, 2)}0000`)
/** Full name of the prefecture a code lies in; null for counties directly under a province. */
export const cityName = (code: string): string | null => fullName(`${code.slice(0, 4)}00`)
