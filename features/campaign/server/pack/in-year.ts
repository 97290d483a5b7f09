import { storableDay } from '@jianbao/platform/db'
import type { Pack } from '../../contract/index.ts'

/** Texts in which a year is that of the campaign; the basis is a document with a number of its own and stays. */
const named = new Set(['name', 'purpose', 'notes'])

/**
 * The same pack in another year: all its days, and the year where names and purposes say it, moved by whole years; the
 * id ends with the new one. `year` is that in which it begins.
 */
export function inYear(pack: Pack, year: number): Pack {
  const before = Number(pack.campaign.from.slice(0, 4))
  const by = year - before
  const moved = move(pack, by, '') as Pack
  const id = by === 0 ? pack.campaign.id : idIn(pack.campaign.id, before, year)
  return { ...moved, campaign: { ...moved.campaign, id } }
}

const idLength = 40
function idIn(id: string, before: number, year: number): string {
  const bare = id.endsWith(`-${before}`) ? id.slice(0, -`-${before}`.length) : id
  return `${bare.slice(0, idLength - `-${year}`.length)}-${year}`
}

function move(value: unknown, by: number, key: string): unknown {
  if (Array.isArray(value)) return value.map(entry => move(entry, by, key))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, move(entry, by, name)]))
  if (typeof value !== 'string') return value
  if (/^\d{4}-\d{2}(-\d{2})?$/.test(value)) return moveDay(value, by)
  if (!named.has(key)) return value
  return value.replace(/(?<!\d)(\d{4})(?=年)/g, year => String(Number(year) + by))
}

/** 29 February of a year that has none is the 28th. */
function moveDay(day: string, by: number): string {
  const moved = `${String(Number(day.slice(0, 4)) + by).padStart(4, '0')}${day.slice(4)}`
  return day.length > 7 && !storableDay(moved) ? `${moved.slice(0, 8)}28` : moved
}
