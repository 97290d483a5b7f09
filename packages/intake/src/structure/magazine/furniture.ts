import { isHan } from '../character.ts'
import type { Line } from '../line.ts'
import type { NoiseReason } from '../page-noise.ts'

const pageRange = /^\d{1,3}\s?[—–-]{1,2}\s?\d{1,3}$/
const numbered = /^(?:(\d{1,3})\s?)?(\D{2,16}?)(?:\s?(\d{1,3}))?$/
const latinHead = /^[A-Z\s]{6,40}(?=[^A-Za-z\s])/

/**
 * What a magazine prints on every page besides its text: name of the magazine or column with the page number, page
 * ranges of a section, names in Latin letters. Null: the line is text. `heads`: the names, but for that of the magazine.
 */
export function magazineFurniture(
  lines: readonly Line[],
  series: string | null,
): { reasons: (NoiseReason | null)[]; heads: Set<string> } {
  const names = new Map<string, Set<string>>()
  const plain = new Set<string>(series === null ? [] : [squeeze(series)])
  for (const { text } of lines) {
    const head = text.length <= 24 ? numberedHead(text) : null
    if (head === null) {
      if (text.length <= 16) plain.add(squeeze(text))
      continue
    }
    const numbers = names.get(head.name) ?? new Set()
    numbers.add(head.number)
    names.set(head.name, numbers)
  }
  const isHead = (text: string) => {
    const head = text.length <= 24 ? numberedHead(text) : null
    return head !== null && (names.get(head.name)!.size >= 2 || plain.has(head.name))
  }
  const heads = new Set<string>()
  const reasons = lines.map(({ text }): NoiseReason | null => {
    if (pageRange.test(text)) return 'label'
    if (text.length <= 40 && isSpacedLatin(text)) return 'pinyin'
    if (text.length <= 40 && latinHead.test(text) && text.replace(latinHead, '').length <= 10)
      return 'running-head'
    if (!isHead(text)) return null
    heads.add(numberedHead(text)!.name)
    return 'running-head'
  })
  if (series !== null) heads.delete(squeeze(series))
  return { reasons, heads }
}

const squeeze = (text: string) => text.replace(/\s/g, '')

// 4 某某纪事, 教学一线 5: a short name with a number beside it; 第3期 and 5月 are something else.
export function numberedHead(text: string): { name: string; number: string } | null {
  const found = numbered.exec(text)
  const number = found?.[1] ?? found?.[3]
  if (!found || number === undefined || (found[1] && found[3])) return null
  const name = squeeze(found[2]!)
  if (
    !isHan(name.charCodeAt(0)) ||
    /[，。、；：？！“”（）《》…—·第]|^[年月日期号周届次名个人项场条余多]/.test(name)
  )
    return null
  return { name, number }
}

// X i n z h u a n g: letters that were set apart.
function isSpacedLatin(text: string): boolean {
  return (
    /^[A-Za-züāáǎàēéěèīíǐìōóǒòūúǔù]{1,3}(?:\s[A-Za-züāáǎàēéěèīíǐìōóǒòūúǔù]{1,6}){4,}$/.test(text) &&
    /\s[a-z]\s/.test(text)
  )
}

const fewestHeads = 3
const apart = 5

/**
 * Running heads of a whole document, before its masthead is read: a head above it would be taken for a part of it.
 * Lines of a bulletin that only look so (附件1, 附件2) stand close together. Empty when there are too few.
 */
export function runningHeads(lines: readonly Line[]): ReadonlySet<Line> {
  const { reasons } = magazineFurniture(lines, null)
  const at = lines.flatMap((_, i) => (reasons[i] === 'running-head' ? [i] : []))
  const far = at.filter((i, k) => k === 0 || i - at[k - 1]! >= apart)
  return new Set(far.length >= fewestHeads && far.length === at.length ? at.map(i => lines[i]!) : [])
}
