const digits: Record<string, number> = {
  〇: 0,
  零: 0,
  '○': 0,
  Ｏ: 0,
  O: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const scales: Record<string, number> = { 十: 10, 百: 100, 千: 1000 }

/** The characters a numeral of a masthead is written with; blanks may stand between them. */
export const numeralCharacters = '0-9０-９〇零○Ｏ一二两三四五六七八九十百千'

/** Value of a whole number as printed (18, １８, 十八, 二〇二一), null when it is none. */
export function numeralValue(surface: string): number | null {
  const text = surface.replace(/\s/g, '').normalize('NFKC')
  if (/^\d{1,9}$/.test(text)) return Number(text)
  if (text === '' || text.length > 9) return null
  if (![...text].some(character => character in scales)) {
    let value = 0
    for (const character of text) {
      const digit = digits[character] ?? (/\d/.test(character) ? Number(character) : null)
      if (digit === null) return null
      value = value * 10 + digit
    }
    return value
  }
  let value = 0
  let pending: number | null = null
  for (const character of text) {
    const scale = scales[character]
    if (scale) {
      value += (pending ?? 1) * scale
      pending = null
    } else if (character in digits) pending = digits[character]!
    else return null
  }
  return value + (pending ?? 0)
}

/** A number that counts: 第 0 期 and 共印 0 份 say nothing, so they are none. */
export function countedValue(surface: string): number | null {
  const value = numeralValue(surface)
  return value === null || value < 1 ? null : value
}

const day = new RegExp(
  '([12][0-9]{3}|[０-９]{4}|[二一][〇零○ＯO一二三四五六七八九0]{3})\\s?' +
    '(?:年\\s?([0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})\\s?月\\s?([0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})\\s?[日号]' +
    '|([-./])([0-9]{1,2})\\4([0-9]{1,2})(?![0-9]))',
)

/** The first full date of a short line: where it stands and its ISO day; null when the calendar has no such day. */
export function findDay(text: string): { from: number; to: number; iso: string } | null {
  const found = day.exec(text)
  if (!found) return null
  const year = numeralValue(found[1]!)
  const month = numeralValue(found[2] ?? found[5]!)
  const date = numeralValue(found[3] ?? found[6]!)
  if (year === null || month === null || date === null) return null
  const time = new Date(Date.UTC(year, month - 1, date))
  if (time.getUTCMonth() !== month - 1 || time.getUTCDate() !== date) return null
  return { from: found.index, to: found.index + found[0].length, iso: time.toISOString().slice(0, 10) }
}
