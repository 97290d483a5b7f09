import { divisionAt } from './divisions.ts'
import type { RegisterEntry, UnitRegister } from './facts.types.ts'
import { type PlainText, plainText } from './plain-text.ts'
import { divisionChain, emptySetting, resolveUnitName, settingAfter, type UnitSetting } from './unit-names.ts'
import { breakers, genericLead, genericStem, unitSuffix } from './unit-words.ts'

/** A unit found in a text: offsets `[from, to)` into it, the name in full, confidence 0 to 1 by how its ends are known. */
export type UnitReading = {
  readonly from: number
  readonly to: number
  readonly surface: string
  readonly name: string
  /** An open class (各地各单位, 高校科协), no single body. */
  readonly generic: boolean
  readonly source: 'register' | 'rule' | 'alias'
  readonly confidence: number
}
export type UnitsRead = { readonly units: readonly UnitReading[]; readonly setting: UnitSetting }

const longestName = 32
const stops = /[，。；：！？、“”‘’《》—…【】〔〕●■◆★•▲\s]/u
const deicticStart =
  /^(?:(?:我|该|本|驻)?(?:团)?(?:省|市|县|区|州)(?!场(?!馆)|民(?!政|宗|族|间|办|航)|区(?!划)|[辖级容属域外内里立])|示范区)/u
// bodies whose own name comes before the place: 共青团河南省委, 国网河南省电力公司, 工商银行洛阳分行
const nationalHead =
  /(?:共青团|团|中共|民盟|民建|民进|民革|致公党|农工党|台盟|九三学社|国家税务总局|国网|中国[\u4e00-\u9fff]{2,6}|中华[\u4e00-\u9fff]{2,6}|[\u4e00-\u9fff]{2,4}银行|中[铁建石][^，]{0,4}|华能|大唐|国电|华电|新华社|人民日报社?|光明日报社?|武警|驻|原|中科院|中国[\u4e00-\u9fff]{2,10}(?:院|协会|学会|公司|集团|银行)|[\u4e00-\u9fff]{2,6}(?:科学院|工程院))$/u
const bareAliases =
  /^(?:联盟|学会|协会|研究会|报社|总队|集团|公司|医院|学校|学院|中心|基金会|联合会|商会|研究院|研究所|馆)$/u

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

type Candidate = {
  from: number
  to: number
  source: UnitReading['source']
  left: 'strong' | 'broken' | 'cut' | 'open'
  lead: string
  entry: RegisterEntry | null
}

/** As `readUnits`, on text that is plain already; offsets are plain offsets. */
export function readPlainUnits(plain: PlainText, register: UnitRegister, setting: UnitSetting): UnitsRead {
  const { text } = plain
  const blocked = blockedMask(text)
  const known = registerMatches(text, register)
  const candidates = merge(text, blocked, [...known, ...ruleMatches(text, blocked)])
  return named(text, candidates, register, setting)
}

/** 1 where a breaking word stands; names of divisions are never broken. */
function blockedMask(text: string): Uint8Array {
  const mask = new Uint8Array(text.length)
  for (const match of text.matchAll(breakers)) {
    if (match[1] === undefined) mask.fill(1, match.index, match.index + match[0].length)
    else if (/^[和与同经自对从向将以为]/u.test(match[1])) {
      // A科协和平顶山市科协: the place after 和 is longer than 和平
      const after = divisionAt(text, match.index + 1)
      if (after && after.full && after.print.length > match[1].length) mask[match.index] = 1
    }
  }
  for (let i = 0; i < text.length; i++) {
    const division = divisionAt(text, i)
    if (!division || (division.level === 'county' && !division.full)) continue
    const next = divisionAt(text, i + 1)
    if (next && next.full && next.print.length > division.print.length) continue
    mask.fill(0, i, i + division.print.length)
    i += division.print.length - 1
  }
  return mask
}

const prefixIndexes = new WeakMap<UnitRegister, Map<string, number[]>>()

function prefixIndex(register: UnitRegister): Map<string, number[]> {
  const known = prefixIndexes.get(register)
  if (known) return known
  const index = new Map<string, number[]>()
  for (const surface of register.bySurface.keys()) {
    const key = surface.slice(0, 2)
    const lengths = index.get(key) ?? []
    if (!lengths.includes(surface.length)) lengths.push(surface.length)
    index.set(
      key,
      lengths.sort((a, b) => b - a),
    )
  }
  prefixIndexes.set(register, index)
  return index
}

function* registerMatches(text: string, register: UnitRegister): Generator<Candidate> {
  const index = prefixIndex(register)
  for (let i = 0; i < text.length - 1; i++) {
    for (const length of index.get(text.slice(i, i + 2)) ?? []) {
      if (i + length > text.length) continue
      const entry = register.bySurface.get(text.slice(i, i + length))
      if (!entry || entry.kind.startsWith('place')) continue
      const deictic = /^[省市县区]/u.test(text[i]!)
      // 全省科协 and 洛阳市科协 hold 省科协 and 市科协 without meaning them
      if (
        deictic &&
        i > 0 &&
        /[\u4e00-\u9fff]/u.test(text[i - 1]!) &&
        /[全各本外\u4e00-\u9fff]/u.test(text[i - 1]!) &&
        !boundaryBefore(text, i)
      )
        break
      yield { from: i, to: i + length, source: 'register', left: 'strong', lead: '', entry }
      i += length - 1
      break
    }
  }
}

const boundaryEnd =
  /(?:[和与及同在到由向赴对为给把将被或暨让]|组织|联合|会同|携手|协同|响应|邀请|带领|参加|支持|指导|配合|按照|根据|依托|代表|日|午|来到|走进|深入|前往|[，。；：、“”（）])$/u
const boundaryBefore = (text: string, at: number) => boundaryEnd.test(text.slice(Math.max(0, at - 2), at))

function* ruleMatches(text: string, blocked: Uint8Array): Generator<Candidate> {
  unitSuffix.lastIndex = 0
  for (;;) {
    const match = unitSuffix.exec(text)
    if (!match) return
    const found = leftWalk(text, blocked, match.index, match.index + match[0].length)
    // a suffix may hide a longer one that begins inside it
    unitSuffix.lastIndex = match.index + Math.max(1, match[0].length - 1)
    if (found) yield found
  }
}

function leftWalk(text: string, blocked: Uint8Array, suffixAt: number, to: number): Candidate | null {
  for (let i = suffixAt; i < to; i++) if (blocked[i] && i > suffixAt) return null
  let from = suffixAt
  let depth = 0
  const limit = Math.max(0, suffixAt - longestName)
  while (from > limit) {
    const character = text[from - 1]!
    if (character === '）') depth++
    else if (character === '（') {
      if (depth === 0) break
      depth--
    } else if (stops.test(character)) break
    else if (depth === 0 && blocked[from - 1]) break
    from--
  }
  const reached = from > limit || limit === 0
  const left: Candidate['left'] = !reached
    ? 'open'
    : from === 0 || stops.test(text[from - 1]!) || text[from - 1] === '（'
      ? 'strong'
      : 'broken'
  return trimmed(text, { from, to, source: 'rule', left, lead: '', entry: null }, suffixAt)
}

/** Cuts what cannot belong to the name: leading classes (各, 部分), a foreign head before a place. */
function trimmed(text: string, candidate: Candidate, suffixAt: number): Candidate | null {
  let { from, left, lead } = candidate
  const dateTail =
    /^(?:年度?|[日号时点分]|[上下中]午|晚上?|上|中|下旬|初|底|起|以来)+(?=[\u4e00-\u9fff])/u.exec(
      text.slice(from, suffixAt),
    )
  if (dateTail && /[\d一二三四五六七八九十月]$/u.test(text.slice(Math.max(0, from - 1), from)))
    from += dateTail[0].length
  const general = genericLead.exec(text.slice(from, suffixAt))
  if (general && divisionAt(text, from) === null) {
    lead = general[0]
    if (/^(?:全[省市县区国]|省级|市级|各|有关)/u.test(lead) || from + lead.length >= suffixAt)
      return { ...candidate, from, left, lead }
    from += lead.length
  }
  for (let i = from + 1; i < suffixAt; i++) {
    const division = divisionAt(text, i)
    if (!division || (!division.full && division.level === 'county')) continue
    const head = text.slice(from, i)
    const chained = divisionAt(text, from)
    if (chained && from + chained.print.length > i) continue
    if (chained && (division.full || division.level !== 'county')) {
      // 江西省南昌市, or a body of one place with a branch in another: both belong to the name
      i += division.print.length - 1
      continue
    }
    if (deicticStart.test(head) || nationalHead.test(head) || head.endsWith('（') || head.length > 14) break
    if (!division.full && i + 2 < suffixAt && head.length < 3) break
    from = i
    left = 'cut'
    break
  }
  return from < candidate.to ? { ...candidate, from, left, lead } : null
}

/** Of candidates that overlap keep the longest; 河南大学 gives way to 河南大学生命科学学院. */
function merge(text: string, blocked: Uint8Array, candidates: readonly Candidate[]): Candidate[] {
  const sorted = [...candidates].sort(
    (a, b) => a.from - b.from || b.to - a.to || (a.source === 'register' ? -1 : 1),
  )
  const kept: Candidate[] = []
  for (const candidate of sorted) {
    const last = kept.at(-1)
    if (!last || candidate.from >= last.to) kept.push(candidate)
    else if (
      candidate.to > last.to &&
      candidate.from > last.from &&
      last.source !== 'register' &&
      candidate.source === 'register'
    )
      kept[kept.length - 1] = candidate
    else if (candidate.to > last.to && candidate.from > last.from)
      kept[kept.length - 1] = { ...last, to: candidate.to }
  }
  const whole: Candidate[] = []
  for (const candidate of kept) {
    if (candidate.from >= (whole.at(-1)?.to ?? 0)) whole.push(withBracket(text, blocked, candidate))
  }
  return whole
}

const bracketName = /^（(?<inside>[^（）]{2,16})）/u
const bracketIsName = /(?:集团|公司|频道|网|中心|校区|分校|医院|学院|研究院|总队|报社)$/u

/** 中国地质大学（武汉）, 湖北广播电视台（湖北垄上传媒集团）: brackets that belong to the name stay. */
function withBracket(text: string, _blocked: Uint8Array, candidate: Candidate): Candidate {
  const match = bracketName.exec(text.slice(candidate.to, candidate.to + 20))
  const inside = match?.groups?.['inside'] ?? ''
  if (
    !match ||
    (!bracketIsName.test(inside) &&
      divisionAt(inside, 0)?.print !== inside &&
      !/^(?:华东|北京|武汉)$/u.test(inside))
  )
    return candidate
  return { ...candidate, to: candidate.to + match[0].length }
}

const officer = /^(?:书记|副书记|成员|委员|第一书记|常务副|专职副|党组|领导班子)/u
const innerBody = /(?:党组|党委|机关党委|党总支|党支部|支部|纪委监委|纪委|纪检监察组|团委|党工委|工委)$/u

function named(
  text: string,
  candidates: readonly Candidate[],
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
    const surface = text.slice(candidate.from, to)
    const chain = divisionChain(surface, 0)
    if (chain.end > 0 && chain.end < surface.length) {
      const after = settingAfter(setting, chain.divisions)
      // the first body of a clause moves the place in force; others only fill in what is not known yet
      const leads = candidate.from === 0 || /[。，；：●■◆★•▲日午晚]/u.test(text[candidate.from - 1]!)
      setting = leads ? after : filled(setting, after)
    } else if (chain.end >= surface.length && chain.end > 0) continue
    const resolved = resolveUnitName(surface, setting, register)
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
        ? !(resolved.sure && resolved.name !== surface && !/^[全各有相部多众广]/u.test(candidate.lead))
        : !isAlias &&
          resolved.name === surface &&
          candidate.entry === null &&
          isOpenClass(stem, suffix, surface)
    const owned = resolved.name !== surface && resolved.sure
    if (generic && !owned && candidate.lead === '' && stem.length === 0) continue
    const confidence = confidenceOf(candidate, resolved.sure, isAlias, surface)
    const name = isAlias ? resolved.name : resolved.name
    units.push({
      from: candidate.from,
      to,
      surface,
      name,
      generic,
      source: isAlias ? 'alias' : candidate.source,
      confidence,
    })
    owner =
      ownerOf(surface, name) ??
      (/[、和及]$/u.test(text.slice(Math.max(0, candidate.from - 1), candidate.from)) ? owner : null)
    if (!generic && bareAliases.test(suffix) && !isAlias) aliases.set(suffix, name)
  }
  setting = { ...setting, aliases }
  return { units, setting }
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

const lastSuffix = new RegExp(`(?:${unitSuffix.source})$`, 'u')
const tailOf = (surface: string) => lastSuffix.exec(surface.replace(/（[^）]*）$/u, ''))?.[0] ?? ''

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

function confidenceOf(candidate: Candidate, sure: boolean, alias: boolean, surface: string): number {
  if (!sure) return 0.5
  if (candidate.source === 'register') return 0.97
  if (alias) return 0.7
  const placed = divisionAt(surface, 0) !== null || deicticStart.test(surface)
  if (candidate.left === 'strong') return placed ? 0.93 : 0.85
  if (candidate.left === 'broken') return placed ? 0.9 : 0.75
  if (candidate.left === 'cut') return 0.65
  return 0.45
}
