/** Days of items as a calendar that other programs read: iCalendar, RFC 5545. */
import { nextDay } from '@jianbao/platform/clock'
import type { CalendarKind } from '../../../contract/index.ts'

export type CalendarEntry = {
  readonly id: string
  readonly day: string
  readonly kind: CalendarKind
  readonly title: string
  readonly unitName: string
}

const words: Readonly<Record<CalendarKind, string>> = { due: '截止', milestone: '节点', recheck: '巩固复查' }

const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n')

/** Lines of at most 75 octets, never cut within a character (3.1). */
export function foldLine(line: string): string {
  const parts: string[] = []
  let part = ''
  let bytes = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (bytes + size > (parts.length === 0 ? 75 : 74)) {
      parts.push(part)
      part = ''
      bytes = 0
    }
    part += character
    bytes += size
  }
  return [...parts, part].join('\r\n ')
}

const compact = (day: string): string => day.replaceAll('-', '')

/** @param now when it was made. */
export function calendarFile(entries: readonly CalendarEntry[], now: Date): string {
  const stamp = `${now.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
  const events = entries.flatMap(({ id, day, kind, title, unitName }) => [
    'BEGIN:VEVENT',
    `UID:${kind}-${id}@jianbao`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${compact(day)}`,
    `DTEND;VALUE=DATE:${compact(nextDay(day))}`,
    `SUMMARY:${escaped(`【${words[kind]}】${title}`)}`,
    `DESCRIPTION:${escaped(unitName)}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ])
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//jianbao//ledger//ZH',
    'CALSCALE:GREGORIAN',
    ...events,
    'END:VCALENDAR',
    '',
  ]
    .map(foldLine)
    .join('\r\n')
}
