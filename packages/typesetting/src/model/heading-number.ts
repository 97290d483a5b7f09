const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** 1 to 99 as headings count in Chinese: 十, 十一, 二十. Further on plain figures. */
export function chineseNumber(number: number): string {
  if (number < 1 || number > 99) return String(number)
  const tens = Math.floor(number / 10)
  const ones = digits[number % 10]!
  if (tens === 0) return ones
  return `${tens === 1 ? '' : digits[tens]}十${ones}`
}

export type HeadingLevel = 1 | 2 | 3 | 4

const marks: Record<HeadingLevel, (number: number) => string> = {
  1: number => `${chineseNumber(number)}、`,
  2: number => `（${chineseNumber(number)}）`,
  3: number => `${number}.`,
  4: number => `（${number}）`,
}

/** Counts headings of four levels (GB/T 9704 7.3.3); a heading starts those below it again. */
export class HeadingCounter {
  readonly #counts = [0, 0, 0, 0]

  /** The mark of the next heading of this level: 一、 （一） 1. （1） */
  next(level: HeadingLevel): string {
    this.#counts[level - 1]! += 1
    this.#counts.fill(0, level)
    return marks[level](this.#counts[level - 1]!)
  }
}
