/** Recipients out of pasted lines, units of the register recognised by their names. */
import { closest } from '@jianbao/organisation/server'
import { type Database, rowsOf, sql, storableText, withRole } from '@jianbao/platform/db'
import type { Recipient, RecipientReading } from '../../contract/index.ts'

type Named = { readonly id: string; readonly name: string; readonly shortNames: string[] }

const mostNames = 2000
/** A name with an address is shorter; what lies beyond is no recipient. */
const mostOfLine = 400
/** For so many unknown names it is told what may have been meant: each is held against the whole register. */
const mostGuesses = 30
const address = /[^\s,，、;；:：<>（）()]+@[^\s,，、;；:：<>（）()]+\.[A-Za-z]{2,}/u
/** A list may begin each line with what it is a list of. */
const front = /^(?:[主抄]?[报送发][：:]|[\d一二三四五六七八九十]+[.、．])\s*/u

/**
 * Every name once. The whole register is looked at: who writes the name of a unit has it already, and learns nothing
 * but that there is one.
 */
export async function readRecipients(tx: Database, text: string): Promise<RecipientReading> {
  const units = await withRole(tx, 'owner', () =>
    rowsOf<Named>(tx, sql`select id, name, short_names as "shortNames" from unit where state = 'active'`),
  )
  return matchRecipients(linesOf(text), units)
}

export type Line = { readonly name: string; readonly email: string | null }

export function linesOf(text: string): Line[] {
  const found = new Map<string, Line>()
  for (const long of storableText(text).split(/[\n;；,，、]|。\s*$/u)) {
    const line = long.trim().slice(0, mostOfLine)
    const email = address.exec(line)?.[0] ?? null
    const name = (email ? line.replace(email, '') : line)
      .trim()
      .replace(front, '')
      .replace(/[\s<>（）()：:。]+$/u, '')
      .replace(/\s+/gu, ' ')
      .trim()
    const shown = (name || email || '').slice(0, 60)
    if (shown && !found.has(shown) && found.size < mostNames) found.set(shown, { name: shown, email })
  }
  return [...found.values()]
}

export function matchRecipients(lines: readonly Line[], units: readonly Named[]): RecipientReading {
  const byName = new Map<string, Named[]>()
  for (const unit of units)
    for (const name of new Set([unit.name, ...unit.shortNames]))
      byName.set(name, [...(byName.get(name) ?? []), unit])
  const recipients: Recipient[] = []
  const unclear: RecipientReading['unclear'] = []
  let guesses = 0
  for (const { name, email } of lines) {
    const all = byName.get(name) ?? []
    // A full name goes before the short names of others.
    const full = all.filter(unit => unit.name === name)
    const [unit, second] = full.length ? full : all
    if (unit && !second) {
      if (!recipients.some(each => each.unitId === unit.id))
        recipients.push({ name: unit.name, unitId: unit.id, email })
      continue
    }
    if (second) unclear.push({ name, why: 'several', near: null })
    else if (!email) {
      const near = guesses++ < mostGuesses ? closest(name, byName.keys()) : null
      unclear.push({ name, why: 'unknown', near })
    }
    recipients.push({ name, unitId: null, email })
  }
  return { recipients, unclear }
}
