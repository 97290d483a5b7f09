import { divisionAt } from './divisions.ts'
import type { RegisterEntry, UnitRegister } from './facts.types.ts'
import { breakingWords, keptWords } from './unit-breakers.ts'
import { genericLead } from './unit-classes.ts'
import { unitSuffix } from './unit-suffixes.ts'

/** A stretch of text that may be the name of a unit, and how its left end was found. */
export type UnitCandidate = {
  readonly from: number
  readonly to: number
  readonly source: 'register' | 'rule'
  /** `strong`: punctuation or the register; `broken`: a word no name runs across; `cut`: a place inside; `open`: nothing. */
  readonly left: 'strong' | 'broken' | 'cut' | 'open'
  /** The word of an open class before it (各, 部分), when there is one. */
  readonly lead: string
  readonly entry: RegisterEntry | null
}

const longestName = 32
const stops = /[，。；：！？、“”‘’《》—…【】〔〕●■◆★•▲\s]/u
/** 省科协, 市教育局, 团省委: the place is named by its level only. */
export const deicticStart =
  /^(?:(?:我|该|本|驻)?(?:团)?(?:自治区|省|市|县|区|州)(?!场(?!馆)|民(?!政|宗|族|间|办|航)|区(?!划)|[辖级容属域外内里立])|示范区)/u
// bodies whose own name comes before the place: 共青团河南省委, 国网河南省电力公司, 工商银行洛阳分行
const nationalHead =
  /(?:共青团|团|中共|民盟|民建|民进|民革|致公党|农工党|台盟|九三学社|国家税务总局|国网[\u4e00-\u9fff]{0,4}|中国[\u4e00-\u9fff]{2,6}|中华[\u4e00-\u9fff]{2,6}|[\u4e00-\u9fff]{2,4}银行|中[铁建石][^，]{0,4}|华能|大唐|国电|华电|新华社|人民日报社?|光明日报社?|武警|驻|原|中科院|中国[\u4e00-\u9fff]{2,10}(?:院|协会|学会|公司|集团|银行)|[\u4e00-\u9fff]{2,6}(?:科学院|工程院))$/u

/** Candidates in order, none over another; where they overlap the longest is kept. Linear in the length of the text. */
export function unitCandidates(text: string, register: UnitRegister): UnitCandidate[] {
  const blocked = blockedMask(text)
  return merge(text, [...registerMatches(text, register), ...ruleMatches(text, blocked)])
}

/** 1 where a breaking word stands; names of divisions are never broken. */
function blockedMask(text: string): Uint8Array {
  const mask = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) {
    const keptTo = keptWords.endAt(text, at)
    const to = keptTo > at ? keptTo : breakingWords.endAt(text, at)
    if (to <= at) continue
    if (keptTo < 0) mask.fill(1, at, to)
    else if (/[和与同经自对从向将以为]/u.test(text[at]!)) {
      // A科协和平顶山市科协: the place after 和 is longer than 和平
      const after = divisionAt(text, at + 1)
      if (after?.full && after.print.length > to - at) mask[at] = 1
    }
    at = to - 1
  }
  for (let i = 0; i < text.length; i++) {
    const division = divisionAt(text, i)
    if (!division || (division.level === 'county' && !division.full)) continue
    if (preposition(text, i)) {
      mask[i] = 1
      continue
    }
    const next = divisionAt(text, i + 1)
    if (next?.full && next.print.length > division.print.length) continue
    mask.fill(0, i, i + division.print.length)
    i += division.print.length - 1
  }
  return mask
}

/** 应县科协邀请 and 某某学院和县农业局: the first character is a preposition, not part of 应县 or 和县. */
function preposition(text: string, at: number): boolean {
  if (text[at] === '应') return /^应[\u4e00-\u9fff]{2,24}?(?:邀请|之邀|约请)/u.test(text.slice(at, at + 28))
  return (
    text[at] === '和' &&
    text[at + 1] === '县' &&
    /[会协局委院校学司社馆部处站所心盟团队组室办]$/u.test(text.slice(0, at).slice(-1))
  )
}

const prefixIndexes = new WeakMap<UnitRegister, Map<number, number[]>>()

const pairAt = (text: string, at: number) => text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1)

function prefixIndex(register: UnitRegister): Map<number, number[]> {
  const known = prefixIndexes.get(register)
  if (known) return known
  const index = new Map<number, number[]>()
  for (const surface of register.bySurface.keys()) {
    const key = pairAt(surface, 0)
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

function* registerMatches(text: string, register: UnitRegister): Generator<UnitCandidate> {
  const index = prefixIndex(register)
  for (let i = 0; i < text.length - 1; i++) {
    for (const length of index.get(pairAt(text, i)) ?? []) {
      if (i + length > text.length) continue
      const entry = register.bySurface.get(text.slice(i, i + length))
      if (!entry || entry.kind.startsWith('place')) continue
      // 全省科协 and 洛阳市科协 hold 省科协 and 市科协 without meaning them
      const inside = i > 0 && /[\u4e00-\u9fff]/u.test(text[i - 1]!) && !boundaryBefore(text, i)
      if (inside && /[省市县区]/u.test(text[i]!)) break
      yield { from: i, to: i + length, source: 'register', left: 'strong', lead: '', entry }
      i += length - 1
      break
    }
  }
}

const boundaryEnd =
  /(?:[和与及同在到由向赴对为给把将被或暨让]|组织|联合|会同|携手|协同|响应|邀请|带领|参加|支持|指导|配合|按照|根据|依托|代表|日|午|来到|走进|深入|前往|[，。；：、“”（）])$/u
const boundaryBefore = (text: string, at: number) => boundaryEnd.test(text.slice(Math.max(0, at - 2), at))

function* ruleMatches(text: string, blocked: Uint8Array): Generator<UnitCandidate> {
  let from = 0
  for (;;) {
    const match = unitSuffix.next(text, from)
    if (!match) return
    const found = leftWalk(text, blocked, match.from, match.to)
    // a suffix may hide a longer one that begins inside it
    from = match.from + Math.max(1, match.to - match.from - 1)
    if (found) yield found
  }
}

// 横山区“夜归人”志愿服务队: a name may hold a short name of its own, but not the name of an activity
const quotedName = /“[^“”，。]{2,10}”$/u
const counter = /（[\d一二三四五六七八九十]{1,3}）$/u

function leftWalk(text: string, blocked: Uint8Array, suffixAt: number, to: number): UnitCandidate | null {
  for (let i = suffixAt; i < to; i++) if (blocked[i] && i > suffixAt) return null
  let from = suffixAt
  let depth = 0
  const limit = Math.max(0, suffixAt - longestName)
  while (from > limit) {
    const character = text[from - 1]!
    const quoted = character === '”' && depth === 0 ? quotedName.exec(text.slice(limit, from)) : null
    if (quoted) {
      from -= quoted[0].length
      continue
    }
    if (character === '）') {
      if (counter.test(text.slice(limit, from))) break
      depth++
    } else if (character === '（') {
      if (depth === 0) break
      depth--
    } else if (stops.test(character)) break
    else if (depth === 0 && blocked[from - 1]) break
    from--
  }
  const reached = from > limit || limit === 0
  const left: UnitCandidate['left'] = !reached
    ? 'open'
    : from === 0 || stops.test(text[from - 1]!) || text[from - 1] === '（'
      ? 'strong'
      : 'broken'
  return trimmed(text, { from, to, source: 'rule', left, lead: '', entry: null }, suffixAt)
}

/** Cuts what cannot belong to the name: leading classes (各, 部分), a foreign head before a place. */
function trimmed(text: string, candidate: UnitCandidate, suffixAt: number): UnitCandidate | null {
  let { from, left, lead } = candidate
  const dateTail =
    /^(?:年度?|[日号时点分]|[上下中]午|晚上?|上|中|下旬|初|底|起|以来)+(?=[\u4e00-\u9fff])/u.exec(
      text.slice(from, suffixAt),
    )
  if (dateTail && /[\d一二三四五六七八九十月]$/u.test(text.slice(Math.max(0, from - 1), from)))
    from += dateTail[0].length
  // 46个分厂: what is counted is no single body
  else if (/\d/.test(text[from - 1] ?? '')) return { ...candidate, from, left, lead: '数' }
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
function merge(text: string, candidates: readonly UnitCandidate[]): UnitCandidate[] {
  const sorted = [...candidates].sort(
    (a, b) => a.from - b.from || b.to - a.to || (a.source === 'register' ? -1 : 1),
  )
  const kept: UnitCandidate[] = []
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
  const whole: UnitCandidate[] = []
  for (const candidate of kept) {
    if (candidate.from >= (whole.at(-1)?.to ?? 0)) whole.push(withBracket(text, candidate))
  }
  return whole
}

const bracketName = /^（(?<inside>[^（）]{2,16})）/u
const bracketIsName = /(?:集团|公司|频道|网|中心|校区|分校|医院|学院|研究院|总队|报社)$/u

/** 中国地质大学（武汉）, 湖北广播电视台（湖北某某传媒集团）: brackets that belong to the name stay. */
function withBracket(text: string, candidate: UnitCandidate): UnitCandidate {
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
