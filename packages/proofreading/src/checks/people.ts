import { mentionsOf, type PersonMention } from '../person-mentions.ts'
import { headOf, isDeputy } from '../words/titles.ts'
import type { Check, Report } from './check.types.ts'

/** People against the register, and their titles and order within the issue. */
export const checkPeople: Check = ({ passages, register }, report) => {
  const mentions = passages.flatMap(passage => mentionsOf(passage, register))
  for (const mention of mentions) {
    const people = register.people.get(mention.name)
    const near = people.length > 0 ? null : register.nearPeople.nearest(mention.name)
    if (near)
      report('person-near-miss', mention.passage, mention.start, mention.end, { name: near }, { mend: near })
    const known = people.length === 1 ? people[0]!.titles : []
    if (known.length > 0 && mention.titles.length > 0 && !agree(mention.titles, known))
      report('person-title', mention.passage, mention.start, mention.end, {
        title: mention.titles.join('、'),
        known: known.join('、'),
      })
  }
  twoTitles(mentions, report)
  order(mentions, report)
}

/** 主席 agrees with 党组书记、主席; 主席 does not agree with 副主席. */
function agree(written: readonly string[], known: readonly string[]): boolean {
  const registered = known.flatMap(title => title.split('、'))
  return written.some(
    title =>
      registered.some(each => headOf(each).endsWith(headOf(title)) && isDeputy(each) === isDeputy(title)) ||
      registered.some(each => each.endsWith(title) && isDeputy(each) === isDeputy(title)),
  )
}

/** Chief in one place, deputy of the same in another, and never both at once. */
function twoTitles(mentions: readonly PersonMention[], report: Report): void {
  const earlier = new Map<string, PersonMention[]>()
  for (const mention of mentions) {
    if (mention.titles.length === 0) continue
    const others = earlier.get(mention.name) ?? []
    const clash = others.map(other => rankClash(mention.titles, other.titles)).find(each => each !== null)
    if (clash) report('person-two-titles', mention.passage, mention.start, mention.end, clash)
    earlier.set(mention.name, [...others.slice(-7), mention])
  }
}

function rankClash(
  titles: readonly string[],
  others: readonly string[],
): { title: string; other: string } | null {
  for (const title of titles)
    for (const other of others)
      if (
        headOf(title) === headOf(other) &&
        isDeputy(title) !== isDeputy(other) &&
        !titles.includes(other) &&
        !others.includes(title)
      )
        return { title, other }
  return null
}

/** Who stood before whom in an earlier list, keeping each pair once; lists are short, so pairs are few. */
const longestList = 30

function order(mentions: readonly PersonMention[], report: Report): void {
  const before = new Set<string>()
  const lists = Map.groupBy(mentions, mention => mention.passage)
  for (const inPassage of lists.values())
    for (const people of Map.groupBy(inPassage, mention => mention.list).values()) {
      const names = people.slice(0, longestList)
      const wrong = names.findIndex(
        (person, index) => index > 0 && before.has(`${person.name}>${names[index - 1]!.name}`),
      )
      const late = names[wrong]
      if (late) {
        const { passage, start, end, name } = late
        report('leader-order', passage, start, end, { first: name, second: names[wrong - 1]!.name })
      }
      for (const [index, first] of names.entries())
        for (const second of names.slice(index + 1))
          if (!before.has(`${second.name}>${first.name}`)) before.add(`${first.name}>${second.name}`)
    }
}
