import { type DraftUnit, type EventDraft, hostsOf } from './event-draft.ts'
import type { SentenceFacts } from './paragraph-facts.ts'
import type { RoleReading } from './unit-roles.ts'

/** Units of a sentence as units of an event. */
export const drafted = (roles: readonly RoleReading[], sentence: SentenceFacts): DraftUnit[] =>
  roles.map(role => ({ unit: role.unit, role: role.role, embedded: role.embedded, sentence }))

/** An act without a printed subject has that of the headline or of the event before (gold/RULES.md 5.5). */
export function actorsOf(
  units: readonly DraftUnit[],
  draft: EventDraft,
  before: EventDraft | null,
  head: SentenceFacts | null,
): DraftUnit[] {
  const heading = head
    ? drafted(
        head.roles.roles.filter(role => !role.unit.generic),
        head,
      )
    : []
  const acting = units.filter(
    unit =>
      !['recipient', 'initiate', 'promote', 'co-host', 'support'].includes(unit.role) &&
      !(unit.role === 'participate' && unit.embedded),
  )
  if (acting.length === 0) {
    const hosts = before ? hostsOf(before) : heading.slice(0, 1)
    return [...hosts.map(host => ({ ...host, inherited: true })), ...units]
  }
  const main = acting[0]!
  // 省科协党组书记…召开党组会议 under the headline 省科协党组…: the headline names the body that acted
  const closer = heading.find(
    unit => unit.unit.name !== main.unit.name && unit.unit.name.startsWith(main.unit.name),
  )
  const tail = closer?.unit.name.slice(main.unit.name.length) ?? ''
  if (main.embedded && closer && draft.act.includes(tail))
    return units.map(unit => (unit === main ? { ...closer, inherited: true } : unit))
  return [...units]
}
