import { divisionAt } from './divisions.ts'
import type { UnitReading } from './facts.types.ts'

// the bodies of places: what such a list may share
const tail =
  /^(?<place>[\u4e00-\u9fff]{1,8}?(?:省|市|县|区|旗|州|镇|乡|街道))(?<count>[两二三四五六七八九十]+(?:地|县|市|区|镇|乡|省|县区|县市))?(?<body>(?:老?科协|科学技术协会|总工会|工会|妇联|残联|侨联|文联|红十字会|工商联|志愿者|[\u4e00-\u9fff]{0,8}(?:联合会|协会|学会|局|委|办|站|所|院|中心|馆|队)).*)$/u
const member = /[\u4e00-\u9fff]{1,7}(?:省|市|县|区|旗|州|镇|乡|街道)$/u

/**
 * In 雨山区、花山区、博望区科协 every member of the list is a body of its own: the places before the last one take its
 * ending. Only `unit` itself when no list stands before it. The offsets of a member are those of its place.
 */
export function sharedEndings(text: string, unit: UnitReading): UnitReading[] {
  const groups = tail.exec(unit.surface)?.groups
  const body = groups?.['body']
  const place = groups?.['place']
  if (!body || !place) return [unit]
  const level = place.slice(-1)
  // 甲县、乙县、丙县三地志愿者联合会: the count belongs to no name
  const name = unit.name.startsWith(place) ? place + body : unit.name
  const found: UnitReading[] = []
  let end = unit.from
  while (end > 1 && /[、和与及]/u.test(text[end - 1]!)) {
    const listed =
      text
        .slice(Math.max(0, end - 9), end - 1)
        .split(/[^\u4e00-\u9fff]|、/u)
        .at(-1) ?? ''
    const named = memberName(listed, level)
    if (!named) break
    const from = end - 1 - named.length
    found.unshift({
      ...unit,
      from,
      to: end - 1,
      surface: named,
      name: named + body,
      confidence: divisionAt(named, 0) ? 0.8 : 0.6,
    })
    end = from
  }
  return [...found, found.length > 0 ? { ...unit, name } : unit]
}

/** The longest place at the end of what stands before the mark; a place no list has must be of the same level. */
function memberName(listed: string, level: string): string | null {
  for (let at = 0; at < listed.length - 1; at++) {
    const division = divisionAt(listed, at)
    if (division?.full && at + division.print.length === listed.length) return division.print
  }
  return listed.endsWith(level) && listed.length <= 4 && member.test(listed) ? listed : null
}
