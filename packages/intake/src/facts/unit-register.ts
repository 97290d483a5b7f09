import { readFileSync } from 'node:fs'
import { Problem } from '@jianbao/errors'
import type { RegisterEntry, UnitRegister } from './facts.types.ts'

const columns = ['code', 'kind', 'name', 'short_names', 'parent'] as const
let shipped: UnitRegister | undefined

/** The register that ships with the package: science associations and places of Henan, its 18 cities and their counties. */
export function defaultRegister(): UnitRegister {
  shipped ??= parseRegister(readFileSync(new URL('../../data/units-henan.csv', import.meta.url), 'utf8'))
  return shipped
}

/**
 * Reads a register from CSV with the columns code,kind,name,short_names,parent (short names divided by `;`). Quoted
 * fields, a byte order mark and blank lines are fine. Throws Problem `register-invalid` with line number and reason.
 */
export function parseRegister(csv: string): UnitRegister {
  const lines = csv.replace(/^\ufeff/u, '').split(/\r?\n/u)
  const header = fields(lines[0] ?? '', 1).map(field => field.trim())
  const missing = columns.filter(column => !header.includes(column))
  if (missing.length > 0) throw invalid(1, `缺少列 ${missing.join('、')}`)
  const place = Object.fromEntries(columns.map(column => [column, header.indexOf(column)])) as Record<
    (typeof columns)[number],
    number
  >
  const entries: RegisterEntry[] = []
  const codes = new Map<string, number>()
  for (const [index, line] of lines.entries()) {
    if (index === 0 || line.trim() === '') continue
    const row = fields(line, index + 1).map(field => field.trim())
    if (row.length !== header.length)
      throw invalid(index + 1, `应有 ${header.length} 列，实有 ${row.length} 列`)
    const code = row[place.code] ?? ''
    const name = row[place.name] ?? ''
    if (!code) throw invalid(index + 1, '编码为空')
    if (name.length < 2) throw invalid(index + 1, '名称为空或只有一个字')
    if (codes.has(code)) throw invalid(index + 1, `编码 ${code} 与第 ${codes.get(code)} 行重复`)
    codes.set(code, index + 1)
    const shortNames = (row[place.short_names] ?? '')
      .split(';')
      .map(short => short.trim())
      .filter(short => short.length > 1)
    entries.push({ code, kind: row[place.kind] ?? '', name, shortNames, parent: row[place.parent] || null })
  }
  return indexed(entries)
}

function invalid(line: number, reason: string): Problem {
  return new Problem('register-invalid', { line, reason })
}

function fields(line: string, number: number): string[] {
  const row: string[] = []
  let field = ''
  let quoted = false
  for (let i = 0; i < line.length; i++) {
    const character = line[i]!
    if (quoted && character === '"' && line[i + 1] === '"') field += line[i++]
    else if (character === '"') quoted = !quoted
    else if (character === ',' && !quoted) {
      row.push(field)
      field = ''
    } else field += character
  }
  if (quoted) throw invalid(number, '引号没有成对')
  return [...row, field]
}

/** Names come before short names; a short name that two entries share names neither. */
function indexed(entries: readonly RegisterEntry[]): UnitRegister {
  const bySurface = new Map<string, RegisterEntry>()
  const shared = new Set<string>()
  for (const entry of entries) bySurface.set(entry.name, entry)
  for (const entry of entries)
    for (const short of entry.shortNames) {
      const known = bySurface.get(short)
      if (known && known !== entry && known.name !== short) shared.add(short)
      else if (!known) bySurface.set(short, entry)
    }
  for (const short of shared) bySurface.delete(short)
  let longestSurface = 0
  for (const surface of bySurface.keys()) longestSurface = Math.max(longestSurface, surface.length)
  return { entries, bySurface, longestSurface }
}
