/** The lines of a matrix with what was counted for each, and for all of them together. */

import { type UnitKind, unitKinds } from '@jianbao/organisation/contract'
import { sql } from '@jianbao/platform/db'
import type { CoverageLine, CoverageLines } from '../../contract/index.ts'
import {
  type Counting,
  countItems,
  countStretches,
  type LineUnit,
  listBelow,
  listItems,
  listSingles,
  unitsThatOpen,
} from './coverage.store.ts'
import type { Counted } from './sum-letters.ts'

type Head = Pick<CoverageLine, 'unitId' | 'name' | 'kind' | 'above' | 'own' | 'opens'>
export type Line = Head & {
  readonly key: string
  /** It is one unit's alone. */
  readonly single: boolean
}
export type Lines = {
  /** Those of the page, and how many there are. */
  readonly lines: readonly Line[]
  readonly total: number
  readonly counted: readonly Counted[]
  readonly all: readonly Counted[]
}
type Page = { readonly limit: number; readonly offset: number }

export function readLines(counting: Counting, kind: CoverageLines, page: Page): Promise<Lines> {
  if (kind === 'kinds') return kindLines(counting)
  return kind === 'units' ? unitLines(counting, page) : linesBelow(counting, page)
}

async function kindLines(counting: Counting): Promise<Lines> {
  const counted = await countItems(counting, sql`i.unit_kind`)
  const there = new Set(counted.map(({ line }) => line))
  const lines = unitKinds
    .filter(kind => there.has(kind))
    .map(kind => ({
      ...{ key: kind, single: false, unitId: null, name: null, kind, above: null, own: false, opens: true },
    }))
  return { lines, total: lines.length, counted, all: counted }
}

async function unitLines(counting: Counting, page: Page): Promise<Lines> {
  const { tx, scope, frame, filter } = counting
  const { units, total } = await listSingles(tx, scope, frame, filter, page)
  const counted = await listItems(counting, units.map(stretchOf))
  const all = total === units.length ? counted : await countItems(counting)
  return { lines: units.map(unit => ({ ...headOf(unit), single: true })), total, counted, all }
}

/** The unit itself, then those right below it; when all of them are shown they are all there is. */
async function linesBelow(counting: Counting, { limit, offset }: Page): Promise<Lines> {
  const { tx, scope, frame, filter } = counting
  const { under } = frame
  if (!under) return { lines: [], total: 0, counted: [], all: [] }
  const ownItems = await listItems(counting, [stretchOf(under)])
  const below = await listBelow(tx, scope, frame, filter)
  const ownLine: Line = {
    ...{ key: under.id, single: true, unitId: under.id, name: under.name, kind: null, above: null },
    ...{ own: true, opens: false },
  }
  const heads = [
    ...(ownItems.length ? [ownLine] : []),
    ...below.map(unit => ({ ...headOf(unit), single: false })),
  ]
  const page = heads.slice(offset, offset + limit)
  const open = await unitsThatOpen(
    tx,
    scope,
    page.map(({ key }) => key),
  )
  const shown = page.map(line =>
    line.own ? line : { ...line, opens: open.has(line.key), single: !open.has(line.key) },
  )
  const stretches = (single: boolean) =>
    below.flatMap(unit => {
      const line = shown.find(({ key, own }) => !own && key === unit.id)
      return line?.single === single ? [stretchOf(unit)] : []
    })
  const counted = [
    ...ownItems,
    ...(await listItems(counting, stretches(true))),
    ...(await countStretches(counting, stretches(false))),
  ]
  const all = shown.length === heads.length ? counted : await countItems(counting)
  return { lines: shown, total: heads.length, counted, all }
}

const stretchOf = ({ id, path }: { id: string; path: string }) => ({ line: id, path })

const headOf = ({ id, name, kind, above }: LineUnit): Head & { key: string } => ({
  ...{ key: id, unitId: id, name, kind: kind as UnitKind, above, own: false, opens: false },
})
