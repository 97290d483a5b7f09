import type { Passage } from './passages.ts'
import type { RegisterIndex } from './register-index.ts'
import { surnameAt } from './words/surnames.ts'
import { titleBefore } from './words/titles.ts'

/** A person named in a text behind a title, or behind another so named: 副主席甲、乙. */
export type PersonMention = {
  readonly passage: Passage
  readonly name: string
  readonly start: number
  readonly end: number
  /** Titles that stand directly before; empty for the second and later of a list. */
  readonly titles: readonly string[]
  /** Which list of people it stands in, and where: for the order of leaders. */
  readonly list: number
}

/** Words that may follow a name; what follows nothing of the kind is no name. */
const behindName =
  /^(?:主持|出席|讲话|参加|参会|带领|带队|率|作|致|介绍|等|和|与|及|一行|到|在|为|对|表示|强调|指出|宣布|要求|分别|同志|陪同|深入|传达|领学|以|就|围绕|赴|说|代表|前往|主讲|授课|向|从|一同|共同|应邀|受邀|担任|任|当选|莅临|现场|亲自|随)/
const stop = /^(?:$|[、，。；：！？（）“”《》\s])/
const han = /^\p{Script=Han}+$/u

/** People of one text, from the titles before them; linear in the text. */
export function mentionsOf(passage: Passage, register: RegisterIndex): PersonMention[] {
  const { text } = passage
  const mentions: PersonMention[] = []
  let list = 0
  for (let at = 1; at < text.length; at++) {
    const titles = titlesEndingAt(text, at)
    if (titles.length === 0) continue
    list++
    let next = nameAt(text, at, register)
    let own: readonly string[] = titles
    while (next) {
      mentions.push({ passage, name: text.slice(at, next), start: at, end: next, titles: own, list })
      const joined = /^[、和]/.test(text.slice(next, next + 1))
      at = joined ? next + 1 : next - 1
      own = []
      next = joined ? nameAt(text, at, register) : null
      if (joined && !next) at -= 2
    }
  }
  return mentions
}

/** End of a name that begins at a place: one of the register, or a surname with what can only be a given name. */
function nameAt(text: string, start: number, register: RegisterIndex): number | null {
  const registered = register.people.longestAt(text, start)
  if (registered) return registered.end
  const surname = surnameAt(text, start)
  if (surname === 0) return null
  for (const length of [surname + 1, surname + 2]) {
    const name = text.slice(start, start + length)
    const rest = text.slice(start + length, start + length + 4)
    if (name.length === length && han.test(name) && (stop.test(rest) || behindName.test(rest)))
      return start + length
  }
  return null
}

/** 党组书记、主席 before a name: both, in their order. */
function titlesEndingAt(text: string, end: number): string[] {
  const titles: string[] = []
  for (let at = end; ; ) {
    const title = titleBefore(text, at)
    if (!title) return titles
    titles.unshift(title)
    at -= title.length
    if (text.charAt(at - 1) !== '、') return titles
    at -= 1
  }
}
