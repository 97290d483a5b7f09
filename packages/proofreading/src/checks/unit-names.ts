import type { NameFound } from '../name-index.ts'
import type { NearIndex } from '../near-index.ts'
import type { Passage } from '../passages.ts'
import type { UnitForm } from '../register-index.ts'
import type { Check, Reading, Report } from './check.types.ts'

/** What a unit's name ends with, where a misspelt one is looked for. */
const unitEnd = /科学技术协会|科协|学会|协会|研究会|联合会|科技馆|促进会|服务中心|管理站|服务站/g
const told = /[原称]$|更名前?[为的]?$|前身[为是]?$|改称$/
/** 省, 市, 县, 区 before the name: said from where the writer sits, meant for one unit all the same. */
const relative = /^[省市县区]/

/** Unit names against the register: former, misspelt, ambiguous and unknown ones. */
export const checkUnitNames: Check = (reading, report) => {
  const unknown = new Set<string>()
  for (const passage of reading.passages) {
    const found = reading.register.units.findIn(passage.text)
    for (const name of found) former(passage, name, report)
    ambiguous(passage, found, report)
    nearMisses(reading, passage, found, unknown, report)
  }
}

function former(passage: Passage, found: NameFound<UnitForm>, report: Report): void {
  if (found.holders.some(holder => holder.form !== 'former')) return
  const before = passage.text.slice(Math.max(0, found.start - 6), found.start).replace(/[“（]$/, '')
  const after = passage.text.slice(found.end, found.end + 4)
  if (told.test(before) || /^”?[）]?(?:更名|改名|改称|现为|\(现|（现)/.test(after)) return
  const { name } = found.holders[0]!.unit
  report('unit-former-name', passage, found.start, found.end, { name }, { mend: name })
}

function ambiguous(passage: Passage, found: readonly NameFound<UnitForm>[], report: Report): void {
  const named = new Set(found.flatMap(each => each.holders.filter(h => h.form === 'name').map(h => h.unit)))
  const told = new Set<string>()
  for (const { name, holders, start, end } of found) {
    const units = [...new Set(holders.filter(holder => holder.form === 'short').map(holder => holder.unit))]
    if (units.length < 2 || relative.test(name) || told.has(name)) continue
    if (holders.some(holder => holder.form === 'name') || units.some(unit => named.has(unit))) continue
    told.add(name)
    const names = units.slice(0, 4).map(unit => unit.name)
    report('unit-ambiguous', passage, start, end, {
      names: names.join('、') + (units.length > 4 ? '等' : ''),
    })
  }
}

function nearMisses(
  { register }: Reading,
  passage: Passage,
  found: readonly NameFound<UnitForm>[],
  unknown: Set<string>,
  report: Report,
): void {
  const { text } = passage
  let known = 0
  for (const match of text.matchAll(unitEnd)) {
    const end = match.index + match[0].length
    while (known < found.length && found[known]!.end < end) known++
    const covering = found[known]
    if (
      covering &&
      covering.start < end &&
      !(relative.test(covering.name) && behindHan(text, covering.start))
    )
      continue
    const longest = Math.min(register.nearUnits.longest, end)
    const name = nearest(register.nearUnits, text.slice(end - longest, end))
    if (name)
      report('unit-near-miss', passage, end - name.length, end, { name: name.meant }, { mend: name.meant })
    else if (match[0] === '科协' && register.knowsAssociations)
      unknownOne(passage, text.slice(Math.max(0, end - 9), end), end, unknown, report)
  }
}

/** 溪扣县科协: 县科协 is known, but here it is only the end of a name. */
function behindHan(text: string, start: number): boolean {
  return /^\p{Script=Han}$/u.test(text.charAt(start - 1))
}

/** The longest ending of a text that is a misspelt name. */
function nearest(names: NearIndex, text: string): { length: number; meant: string } | null {
  for (let length = text.length; length >= 4; length--) {
    const meant = names.nearest(text.slice(-length))
    if (meant) return { length, meant }
  }
  return null
}

/** 全市科协, 各县区科协, 组织县科协: kinds of associations and what is done with them, not the name of one. */
const general =
  /[全各本该我两三四五六七八九十几多数市县区州省辖兄弟外所属有关其他部分地级于由是将与和及向在对以大小其此某任新老原驻基层动助进导请]|组织|联合|走访|会同|配合|支持|督促|要求|通过|依托|来到|深入|安排|陪同|慰问|看望|参加|参观|反映|报送|通知|按照|经过|根据|得到/
/** A place of two characters with nothing of the sentence before it. */
const place = /(?:^|[^\p{Script=Han}]|[和与及由在向])(\p{Script=Han}{2}(?:回族|自治|示范)?[市县区])科协$/u

function unknownOne(passage: Passage, tail: string, end: number, unknown: Set<string>, report: Report): void {
  const name = place.exec(tail)?.[1]
  if (!name || general.test(name.slice(0, 2)) || unknown.has(name)) return
  unknown.add(name)
  report('unit-unknown', passage, end - name.length - 2, end, {})
}
