import { cityName, type DivisionName, divisionAt, fullName, provinceName } from './divisions.ts'
import type { UnitRegister } from './facts.types.ts'

/** What 省, 市, 县 and short names stand for at one place of a text; names in full, null when nothing tells. */
export type UnitSetting = {
  readonly province: string | null
  readonly city: string | null
  readonly county: string | null
  /** Bare words in force: 联盟, 学会, 报社 → the full name printed before. */
  readonly aliases: ReadonlyMap<string, string>
}

export const emptySetting: UnitSetting = { province: null, city: null, county: null, aliases: new Map() }

const league = /^团(?=[省市县区州]委)/u
const deictic =
  /^(?:(?:我|本|该|驻)(?=[省市县区州镇乡]))?(?<level>自治区|省|市|县|区|州|旗|示范区)(?!场(?!馆)|民(?!政|宗|族|间|办|航)|区(?!划)|[辖级容属域外内里立直])/u
const directly = /^(?:省直|市直|县直|区直|省属|市属|省立|市立|县立|省辖市)/u

// 医院党委, 学会秘书处: the kind of body stands for the one printed before
const aliasOwner =
  /^(?:联盟|学会|协会|研究会|报社|集团|公司|医院|学校|学院|基金会|联合会|商会|研究院|研究所)(?=(?:机关)?(?:党委|党组|党总支|党支部|团委|工会|办公室|秘书处|宣传部|科协|妇联)$|[\u4e00-\u9fff]{0,6}(?:院区|分院|中心|[科部处室])$|[\u4e00-\u9fff]{2,4}(?:院区|分院)[\u4e00-\u9fff]{2,5}[科部]$)/u

/**
 * The full name of a unit: 省 and 市 (县, 区) replaced by the place in force, a bare alias by what it stands for.
 * Nothing else is expanded: 科协 stays 科协 (gold/RULES.md 5.2). `sure` is false when the place is not known.
 */
export function resolveUnitName(
  surface: string,
  setting: UnitSetting,
  register: UnitRegister,
): { name: string; sure: boolean } {
  const alias = setting.aliases.get(surface)
  if (alias) return { name: alias, sure: true }
  const owned = aliasOwner.exec(surface)
  const ownerName = owned && setting.aliases.get(owned[0])
  if (owned && ownerName && !setting.aliases.has(surface))
    return { name: ownerName + surface.slice(owned[0].length), sure: true }
  const entry = register.bySurface.get(surface)
  if (entry && !deictic.test(surface) && divisionAt(surface, 0) === null)
    return { name: entry.name, sure: true }
  // 团市委 is 共青团 only where the document prints it so (gold/RULES.md 5.2)
  const youth = league.test(surface) ? '团' : ''
  const rest = surface.replace(league, '')
  if (directly.test(rest)) {
    const place = rest.startsWith('省')
      ? setting.province
      : rest.startsWith('市')
        ? setting.city
        : setting.county
    return { name: place ? place + youth + rest.slice(1) : surface, sure: place !== null }
  }
  const level = deictic.exec(rest)
  if (!level) return { name: surface, sure: true }
  const place = placeOf(level.groups?.['level'] ?? '', setting)
  if (!place) return { name: surface, sure: false }
  return { name: `${youth}${place}${rest.slice(level[0].length)}`, sure: true }
}

function placeOf(level: string, setting: UnitSetting): string | null {
  if (level === '省' || level === '自治区') return setting.province
  if (level === '市' || level === '州') return setting.city
  return setting.county ?? (level === '示范区' ? setting.city : null)
}

/** The setting after a chain of divisions (江西省南昌市新建区) has been printed at the head of a name. */
export function settingAfter(setting: UnitSetting, divisions: readonly DivisionName[]): UnitSetting {
  let { province, city, county } = setting
  for (const division of divisions) {
    const code = bestCode(division, province, city)
    const name = fullName(code) ?? division.print
    if (division.level === 'province') province = name
    else if (division.level === 'city') {
      city = division.full ? division.print : name
      county = null
      province = provinceName(code) ?? province
    } else {
      province = provinceName(code) ?? province
      // 巩义市科协 … 市科协: a county that is called a city is the city in force
      if (division.print.endsWith('市') || division.print.endsWith('示范区')) {
        city = division.print
        county = division.print.endsWith('示范区') ? division.print : null
      } else {
        county = division.print
        if (!city || cityName(code) !== city) city = cityName(code) ?? city
      }
    }
  }
  return { ...setting, province, city, county }
}

/** Of the divisions that share a name, the one in the province and city in force. */
function bestCode(division: DivisionName, province: string | null, city: string | null): string {
  const near = division.codes.find(code => city !== null && cityName(code) === city)
  return (
    near ??
    division.codes.find(code => province !== null && provinceName(code) === province) ??
    division.codes[0]!
  )
}

/** The divisions printed one after another from `from`, and where they end. */
export function divisionChain(text: string, from: number): { divisions: DivisionName[]; end: number } {
  const divisions: DivisionName[] = []
  let end = from
  for (;;) {
    const next = divisionAt(text, end)
    if (!next || (!next.full && next.level === 'county')) return { divisions, end }
    divisions.push(next)
    end += next.print.length
  }
}
