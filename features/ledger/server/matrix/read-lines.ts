/** The lines of a matrix with what was counted for each, and for all of them together. */

import { type UnitKind, unitKinds } from '@jianbao/organisation/contract'
import type { Scope } from '@jianbao/platform/access'
import { type Database, sql } from '@jianbao/platform/db'
import type { CoverageLine, CoverageLines } from '../../contract/index.ts'
import {
  type Counted,
  countItems,
  countStretches,
  type LineUnit,
  listBelow,
  listSingles,
} from './coverage.store.ts'
import type { Frame, ItemFilter } from './read-frame.ts'

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
type Reading = {
  readonly tx: Database
  readonly scope: Scope
  readonly frame: Frame
  readonly filter: ItemFilter
}

export function readLines(reading: Reading, kind: CoverageLines, page: Page): Promise<Lines> {
  if (kind === 'kinds') return kindLines(reading)
  return kind === 'units' ? unitLines(reading, page) : linesBelow(reading, page)
}

async function kindLines({ tx, scope, frame, filter }: Reading): Promise<Lines> {
  const counted = await countItems(tx, scope, frame, filter, sql`i.unit_kind`)
  const there = new Set(counted.map(({ line }) => line))
  const lines = unitKinds
    .filter(kind => there.has(kind))
    .map(kind => ({
      key: kind,
      single: false,
      unitId: null,
      name: null,
      kind,
      above: null,
      own: false,
      opens: true,
    }))
  return { lines, total: lines.length, counted, all: counted }
}

async function unitLines({ tx, scope, frame, filter }: Reading, page: Page): Promise<Lines> {
  const { units, total } = await listSingles(tx, scope, frame, filter, page)
  const stretches = units.map(({ id, path }) => ({ line: id, path, only: true }))
  const counted = await countStretches(tx, scope, frame, filter, stretches)
  const all = total === units.length ? counted : await countItems(tx, scope, frame, filter)
  return { lines: units.map(unit => ({ ...headOf(unit), single: true })), total, counted, all }
}

/** The unit itself, then those right below it; when all of them are shown they are all there is. */
async function linesBelow({ tx, scope, frame, filter }: Reading, { limit, offset }: Page): Promise<Lines> {
  const { under } = frame
  if (!under) return { lines: [], total: 0, counted: [], all: [] }
  const own = { line: under.id, path: under.path, only: true }
  const ownCounted = await countStretches(tx, scope, frame, filter, [own])
  const below = await listBelow(tx, scope, frame, filter)
  const ownLine: Line = {
    ...{ key: under.id, single: true, unitId: under.id, name: under.name, kind: null, above: null },
    ...{ own: true, opens: false },
  }
  const lines = [
    ...(ownCounted.length ? [ownLine] : []),
    ...below.map(unit => ({ ...headOf(unit), single: !unit.opens })),
  ]
  const shown = lines.slice(offset, offset + limit)
  const byId = new Map(below.map(unit => [unit.id, unit.path]))
  const stretches = shown.flatMap(({ key, own }) =>
    own ? [] : [{ line: key, path: byId.get(key)!, only: false }],
  )
  const counted = [...ownCounted, ...(await countStretches(tx, scope, frame, filter, stretches))]
  const all = shown.length === lines.length ? counted : await countItems(tx, scope, frame, filter)
  return { lines: shown, total: lines.length, counted, all }
}

const headOf = ({ id, name, kind, above, opens }: LineUnit): Head & { key: string } => ({
  ...{ key: id, unitId: id, name, kind: kind as UnitKind, above, own: false, opens },
})
