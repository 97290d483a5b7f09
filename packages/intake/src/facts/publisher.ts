import { divisionAt, fullName } from './divisions.ts'
import type { UnitRegister } from './facts.types.ts'
import { plainText } from './plain-text.ts'
import { readPlainUnits } from './read-units.ts'
import { divisionChain, emptySetting, resolveUnitName, settingAfter } from './unit-names.ts'

const plainSeries = /(?:工作)?(?:简报|专报|快报|动态|信息|通讯|简讯|专刊|情况|要情|要讯)$/u

/**
 * The full name of the office that publishes: what the masthead prints, with the body that the series belongs to put
 * before it when the office prints none (series 河南省科协党史学习教育简报, office 党史学习教育领导小组办公室 →
 * 河南省科协党史学习教育领导小组办公室), and 省 or 市 replaced by the place the series names.
 */
export function resolvePublisher(surface: string, series: string | null, register: UnitRegister): string {
  const office = plainText(surface).text.replace(/(?:编印?|主办|编发)$/u, '')
  const title = plainText(series ?? '').text
  const chain = divisionChain(title, 0)
  const setting = settingAfter(emptySetting, chain.divisions)
  if (divisionAt(office, 0) || /^(?:中共|中国|全国|共青团)/u.test(office)) return office
  if (/^[省市县区州](?![域直辖])/u.test(office)) return resolveUnitName(office, setting, register).name
  if (sharesHead(office, title)) return office
  const owner = ownerOf(title, register)
  if (!owner || office.startsWith(owner)) return office
  const overlap = sharedTail(owner, office)
  return owner + office.slice(overlap)
}

/** The body at the head of a series' name: its longest unit, without what the campaign adds. */
function ownerOf(title: string, register: UnitRegister): string | null {
  const { units } = readPlainUnits(plainText(title.replace(plainSeries, '')), register, emptySetting)
  const first = units.find(unit => unit.from === 0)
  if (first) return first.name
  const chain = divisionChain(title, 0)
  const last = chain.divisions.at(-1)
  return last && chain.end < title.length ? (fullName(last.codes[0]!) ?? null) : null
}

/** Office and series begin alike (青禾县…, 大港码头…): the office names its body itself, whether we know it or not. */
function sharesHead(office: string, title: string): boolean {
  let length = 0
  while (length < office.length && office[length] === title[length]) length++
  return length >= 4 || (length >= 2 && /[省市县区州旗镇乡]$/u.test(office.slice(0, length)))
}

function sharedTail(owner: string, office: string): number {
  for (let length = Math.min(owner.length, office.length); length > 1; length--)
    if (owner.endsWith(office.slice(0, length))) return length
  return 0
}
