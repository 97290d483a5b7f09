/** A number as a text prints it, and whether what is printed says no other thing than the number. */
import { numberOf, scaleValue } from '@jianbao/intake/figures'

export const figureQualifiers = ['exact', 'about', 'over', 'under', 'atleast'] as const
export type FigureQualifier = (typeof figureQualifiers)[number]

export type FigureValue = { readonly value: number; readonly unit: string; readonly qualifier: string }

/** 120人, 350余人, 约300份, 近200名, 50人以上. */
export function printFigure({ value, unit, qualifier }: FigureValue): string {
  return printDigits(digitsOf(value), unit, qualifier, value % 10 === 0)
}

/**
 * The same in 万, where that says no other thing: 12000 is 1.2万; 12345 is 1.2万余, because it is more than that.
 * Null below 万, and where it would take a guess.
 */
export function printInMyriads({ value, unit, qualifier }: FigureValue): string | null {
  if (value < 1e4 || !Number.isFinite(value) || unit.startsWith('万')) return null
  const whole = Math.round(value * 1e2) / 1e6
  if (Math.round(whole * 1e4) === value && digitsOf(whole).length <= 6 && (whole * 100) % 1 < 1e-9)
    return printDigits(`${digitsOf(whole)}万`, unit, qualifier, true)
  const below = Math.floor(value / 1e3) / 10
  if (qualifier === 'exact' || qualifier === 'over' || qualifier === 'atleast')
    return `${digitsOf(below)}万余${unit}`
  return qualifier === 'about' ? `约${digitsOf(Math.round(value / 1e3) / 10)}万${unit}` : null
}

function printDigits(digits: string, unit: string, qualifier: string, round: boolean): string {
  if (qualifier === 'about') return `约${digits}${unit}`
  if (qualifier === 'under') return `近${digits}${unit}`
  if (qualifier === 'atleast') return `${digits}${unit}以上`
  if (qualifier !== 'over') return digits + unit
  // 余 stands behind a round number alone.
  return round ? `${digits}余${unit}` : `超${digits}${unit}`
}

/** Without an exponent, and without the tail binary fractions have. */
const digitsOf = (value: number): string =>
  value.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 6 })

/** Measure words of people are one another's: 120人 is 120名. 人次 is something else. */
const people = ['人', '名', '位']
export const sameUnit = (a: string, b: string): boolean =>
  a === b || (people.includes(a) && people.includes(b))

const before =
  /^(?:(?<over>超过|突破|超|逾)|(?<under>将近|接近|近|不到|不足)|(?<about>大约|约)|(?<atleast>不少于|不低于|至少))/u
const number =
  /^(?<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|[一二两三四五六七八九十百千零〇][一二两三四五六七八九十百千万亿零〇]*)(?<first>余|多)?(?<scale>[百千万亿]{1,2})?(?<second>余|多)?/u

const unscaled = /^(?<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?<first>余|多)?/u

/** What a printed number with this unit says; null for what is no number, or one of another unit. */
export function readPrinted(printed: string, unit: string): Pick<FigureValue, 'value' | 'qualifier'> | null {
  const words = printed.normalize('NFKC').replace(/\s+/gu, '')
  const front = before.exec(words)
  const rest = words.slice(front?.[0].length ?? 0)
  // A unit may begin with a scale of its own: 万元.
  const found = (/^[百千万亿]/u.test(unit) ? unscaled : number).exec(rest)
  if (!found) return null
  const { digits = '', first, scale = '', second } = found.groups ?? {}
  const behind = rest.slice(found[0].length)
  const units = people.includes(unit) ? people : [unit.normalize('NFKC')]
  const held = [...units].find(each => behind.startsWith(each))
  if (held === undefined) return null
  const tail = behind.slice(held.length)
  if (!['', '以上', '左右', '上下', '余', '多'].includes(tail)) return null
  const said = [
    first || second || tail === '余' || tail === '多' ? 'over' : null,
    tail === '以上' ? 'atleast' : tail ? (/^(?:左右|上下)$/u.test(tail) ? 'about' : null) : null,
    Object.entries(front?.groups ?? {}).find(([, word]) => word)?.[0] ?? null,
  ].filter(each => each !== null)
  // 约350余人 says two things at once.
  if (new Set(said).size > 1) return null
  const value = Math.round(numberOf(digits) * scaleValue(scale) * 1e6) / 1e6
  return { value, qualifier: said[0] ?? 'exact' }
}

/** How far a vague word may be away from what it stands for: 120余人 may be 129, but not 150. */
const slack = 0.1

/** Whether the words say the number: the same, or less exactly but still truly. Never more than is known. */
export function saysFigure(printed: string, { value, unit, qualifier }: FigureValue): boolean {
  const said = readPrinted(printed, unit)
  if (!said) return false
  const near = Math.abs(said.value - value) <= Math.abs(value) * slack
  if (said.qualifier === qualifier && said.value === value) return true
  const least = qualifier === 'exact' || qualifier === 'over' || qualifier === 'atleast'
  if (said.qualifier === 'over') return near && least && said.value < value
  if (said.qualifier === 'atleast')
    return (
      near &&
      least &&
      (said.value < value || (said.value === value && qualifier !== 'over') || said.value === value)
    )
  if (said.qualifier === 'under')
    return near && (qualifier === 'exact' || qualifier === 'under') && said.value > value
  return said.qualifier === 'about' && near && (qualifier === 'exact' || qualifier === 'about')
}
