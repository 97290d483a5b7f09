import { divisionAt } from './divisions.ts'
import type { UnitReading, UnitRegister } from './facts.types.ts'
import { type PlainText, plainText } from './plain-text.ts'
import { sharedEndings } from './shared-endings.ts'
import { deicticStart, type UnitCandidate, unitCandidates } from './unit-candidates.ts'
import { genericLead, genericStem } from './unit-classes.ts'
import { divisionChain, emptySetting, resolveUnitName, settingAfter, type UnitSetting } from './unit-names.ts'
import { lastSuffix } from './unit-suffixes.ts'

export type UnitsRead = { readonly units: readonly UnitReading[]; readonly setting: UnitSetting }

const bareAliases =
  /^(?:联盟|学会|协会|研究会|报社|总队|集团|公司|医院|学校|学院|中心|基金会|联合会|商会|研究院|研究所|馆|小分队|服务队|突击队|讲师团|宣讲团|服务团|专家团|专家大院|科技小院|大院|组委会|专班|合作社)$/u

/**
 * Units of a text in order: names of the register first, then by rule (what such names end in, and what they cannot run
 * across). 省, 市, 县 and aliases (联盟) are resolved from `setting` and from what the text printed before; the setting
 * that holds after the text is returned too. Blanks and full-width digits do not matter. Never throws.
 */
export function readUnits(
  text: string,
  register: UnitRegister,
  setting: UnitSetting = emptySetting,
): UnitsRead {
  const plain = plainText(text)
  const read = readPlainUnits(plain, register, setting)
  const units = read.units.map(unit => {
    const from = plain.at[unit.from]!
    const to = plain.at[unit.to - 1]! + 1
    return { ...unit, from, to, surface: text.slice(from, to) }
  })
  return { units, setting: read.setting }
}

/** As `readUnits`, on text that is plain already; offsets are plain offsets. */
export function readPlainUnits(plain: PlainText, register: UnitRegister, setting: UnitSetting): UnitsRead {
  const { text } = plain
  const candidates = unitCandidates(text, register)
  return named(text, candidates, register, setting)
}

const officer = /^(?:书记|副书记|成员|委员|第一书记|常务副|专职副|党组|领导班子)/u
const holder = /^.{2,16}?(?:大学|学院|医院|公司|集团|科协|学会|协会|[^大]学校)(?=.{2})/u
const innerBody = /(?:党组|党委|机关党委|党总支|党支部|支部|纪委监委|纪委|纪检监察组|团委|党工委|工委)$/u

function named(
  text: string,
  candidates: readonly UnitCandidate[],
  register: UnitRegister,
  start: UnitSetting,
): UnitsRead {
  const units: UnitReading[] = []
  const aliases = new Map(start.aliases)
  let setting: UnitSetting = { ...start, aliases }
  let owner: string | null = null
  for (const candidate of candidates) {
    let { to } = candidate
    // 许昌市科协党组书记: the body inside the title is the science association, not its party group
    if (officer.test(text.slice(to, to + 5))) {
      const inner = innerBody.exec(text.slice(candidate.from, to))
      if (inner && inner[0].length < to - candidate.from) to -= inner[0].length
    }
    // 某某大学开放实验室11个: what is counted is what the body has, not the body
    const counted =
      /^\d+[个家处座所间]/u.test(text.slice(to, to + 6)) && holder.exec(text.slice(candidate.from, to))
    if (counted) to = candidate.from + counted[0].length
    const surface = text.slice(candidate.from, to)
    const chain = divisionChain(surface, 0)
    if (chain.end > 0 && chain.end < surface.length) {
      const after = settingAfter(setting, chain.divisions)
      // the first body of a clause moves the place in force; others only fill in what is not known yet
      const leads = candidate.from === 0 || /[。，；：●■◆★•▲日午晚]/u.test(text[candidate.from - 1]!)
      setting = leads ? after : filled(setting, after)
    } else if (chain.end >= surface.length && chain.end > 0) continue
    else if (candidate.from === 0) setting = unlistedPlace(surface, setting)
    const resolved = resolveUnitName(surface, nearby(text, candidate.from, setting), register)
    const isAlias = resolved.name !== surface && setting.aliases.has(surface)
    const suffix = tailOf(surface)
    const stem = surface.slice(0, surface.length - suffix.length).replace(/^[我该本驻]/u, '')
    if (
      owner &&
      (stem === '' || (genericStem.test(stem) && suffix.endsWith('中心'))) &&
      /[、和及]$/u.test(text.slice(Math.max(0, candidate.from - 1), candidate.from))
    ) {
      units.push({
        from: candidate.from,
        to,
        surface,
        name: owner + surface,
        generic: false,
        source: 'rule',
        confidence: 0.7,
      })
      continue
    }
    const generic =
      candidate.lead !== ''
        ? !(resolved.sure && resolved.name !== surface && !/^[全各有相部多众广数]/u.test(candidate.lead))
        : !isAlias &&
          resolved.name === surface &&
          candidate.entry === null &&
          isOpenClass(stem, suffix, surface)
    const owned = resolved.name !== surface && resolved.sure
    if (generic && !owned && candidate.lead === '' && stem.length === 0) continue
    const confidence = confidenceOf(candidate, resolved.sure, isAlias, surface)
    const { name } = resolved
    const unit: UnitReading = {
      from: candidate.from,
      to,
      surface,
      name,
      generic,
      source: isAlias ? 'alias' : candidate.source,
      confidence,
    }
    if (generic) units.push(unit)
    else units.push(...sharedEndings(text, unit))
    owner =
      ownerOf(surface, name) ??
      (/[、和及]$/u.test(text.slice(Math.max(0, candidate.from - 1), candidate.from)) ? owner : null)
    if (!generic && !isAlias) remember(aliases, name, suffix)
  }
  setting = { ...setting, aliases }
  return { units, setting }
}

/**
 * Later mentions may print only the tail of a name: 联盟, 园区总工会, 集团工会. A tail that two bodies share names neither;
 * one that begins with 省, 市 or 县 is left to the place in force.
 */
function remember(aliases: Map<string, string>, name: string, suffix: string): void {
  const quoted = /(?<team>讲师团|宣讲团|服务队|服务团|小分队|突击队|小院|大院)”$/u.exec(name)?.groups?.[
    'team'
  ]
  if (quoted) aliases.set(quoted, name)
  const kind = bareAliases.test(suffix)
    ? suffix
    : bareAliases.test(suffix.slice(-2))
      ? suffix.slice(-2)
      : null
  if (kind) aliases.set(kind, name)
  const youth = /^共青团[^，。]{2,12}?(?<level>[省市县区州旗])委/u.exec(name)
  if (youth) aliases.set(`团${youth.groups?.['level'] ?? ''}委`, youth[0])
  for (let length = 4; length <= Math.min(8, name.length - 2); length++) {
    const tail = name.slice(-length)
    if (/^[省市县区州镇乡）]/u.test(tail) || kind === tail || divisionAt(tail, 0)?.full) continue
    const known = aliases.get(tail)
    aliases.set(tail, known === undefined || known === name ? name : tail)
  }
}

/** 荔城市农技员、市农机中心: a place at the head of the list is the 市 of the body beside it. */
function nearby(text: string, from: number, setting: UnitSetting): UnitSetting {
  if (!/[、和与]/u.test(text[from - 1] ?? '') || !/^[市县区]/u.test(text.slice(from, from + 1)))
    return setting
  const head = /[^，。；：、]{2,14}[、和与]$/u.exec(text.slice(Math.max(0, from - 16), from))
  if (!head || !/(?:员|人员|专家|干部|志愿者)[、和与]$/u.test(head[0])) return setting
  for (let at = from - head[0].length; at < from - 3; at++) {
    const division = divisionAt(text, at)
    if (division?.full && division.level !== 'province') return settingAfter(setting, [division])
  }
  return setting
}

/** A county that no list has any more (merged, renamed) still tells what 市 or 县 means after it. */
function unlistedPlace(surface: string, setting: UnitSetting): UnitSetting {
  const place =
    /^[\u4e00-\u9fff]{2,3}(?<level>[市县区])(?=科协|总工会|妇联|残联|红十字会|文联|委|教育局|教体局|卫健委)/u.exec(
      surface,
    )
  if (!place || deicticStart.test(surface) || genericLead.test(surface)) return setting
  return place.groups?.['level'] === '市'
    ? { ...setting, city: place[0], county: null }
    : { ...setting, county: place[0] }
}

const ownerTail =
  /^(?<owner>.{0,24}?(?:科协|协会|学会|总工会|妇联|团[省市县区]委|红十字会|残联|侨联|文联|社科联|工商联|[局委院]|医院|大学|学院|学校|集团|公司))(?:机关)?(?:党委)?(?:办公室|[\u4e00-\u9fff]{1,6}[部处室]|[\u4e00-\u9fff]{2,6}中心)$/u

/** 省科协办公室、科普部: a bare department further down a list belongs to the body that its first member names. */
function ownerOf(surface: string, name: string): string | null {
  const match = ownerTail.exec(surface)
  return match ? (ownerTail.exec(name)?.groups?.['owner'] ?? null) : null
}

const filled = (setting: UnitSetting, after: UnitSetting): UnitSetting => ({
  ...setting,
  province: setting.province ?? after.province,
  city: setting.city ?? after.city,
  county: setting.county ?? after.county,
})

function tailOf(surface: string): string {
  const bare = surface.replace(/（[^）]*）$/u, '')
  return bare.slice(lastSuffix.next(bare, 0)?.from ?? bare.length)
}

function isOpenClass(stem: string, suffix: string, surface: string): boolean {
  if (/^(?:省|市|县|区|州)$/u.test(stem)) return false
  if (suffix === '') return false
  // bodies that are named well enough by their kind: 疾控中心, 总工会, 妇联
  if (
    stem === '' &&
    /^(?:疾控中心|疾病预防控制中心|红十字会|团省委|团市委|团县委|团区委|中科院|总工会|妇联)$/u.test(suffix)
  )
    return false
  return genericStem.test(stem) || /^(?:企业|高校|基层|农村|社区|学校)[科协工会党支部]+$/u.test(surface)
}

function confidenceOf(candidate: UnitCandidate, sure: boolean, alias: boolean, surface: string): number {
  if (!sure) return 0.5
  if (candidate.source === 'register') return 0.97
  if (alias) return 0.7
  const placed = divisionAt(surface, 0) !== null || deicticStart.test(surface)
  if (candidate.left === 'strong') return placed ? 0.93 : 0.85
  if (candidate.left === 'broken') return placed ? 0.9 : 0.75
  if (candidate.left === 'cut') return 0.65
  return 0.45
}
