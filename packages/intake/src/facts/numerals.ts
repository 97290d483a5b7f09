const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  '○': 0,
  一: 1,
  二: 2,
  两: 2,
  俩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const tens: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }
const myriads: Readonly<Record<string, number>> = { 万: 1e4, 亿: 1e8 }

/** Value of a Chinese scale: 十 百 千 万 亿, or their products (百万, 千万). */
export function scaleValue(scale: string): number {
  let value = 1
  for (const character of scale) value *= tens[character] ?? myriads[character] ?? 1
  return value
}

/**
 * Value of a Chinese numeral such as 三百二十, 一万两千, 二〇二一 or 十. A leading scale counts as one of it (百 = 100).
 * Unknown characters are passed over; an empty string is 0.
 */
export function chineseNumber(numeral: string): number {
  if (numeral.length > 1 && /^[零〇○一二三四五六七八九]+$/.test(numeral))
    return Number([...numeral].map(character => digits[character]).join(''))
  let total = 0
  let section = 0
  let digit = -1
  for (const character of numeral) {
    const ten = tens[character]
    const myriad = myriads[character]
    if (ten !== undefined) {
      section += (digit > 0 ? digit : 1) * ten
      digit = -1
    } else if (myriad !== undefined) {
      const part = section + Math.max(digit, 0)
      if (myriad === 1e8) total = (total + part || 1) * 1e8
      else total += (part || 1) * 1e4
      section = 0
      digit = -1
    } else digit = digits[character] ?? digit
  }
  return total + section + Math.max(digit, 0)
}

/** Value of an Arabic (1,500; 3.5) or Chinese numeral. */
export function numberOf(numeral: string): number {
  const plain = numeral.replaceAll(',', '')
  return /^\d/.test(plain) ? Number.parseFloat(plain) : chineseNumber(plain)
}
