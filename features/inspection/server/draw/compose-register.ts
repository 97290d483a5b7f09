/** The register of a plan, as the organisation stands now. */
import { checkRegister, type DrawRegister, leastOf, sizesOf } from '@jianbao/draw'
import { Problem } from '@jianbao/errors'
import { type UnitKind, unitKinds } from '@jianbao/organisation/contract'
import { nameUnits } from '@jianbao/organisation/server'
import { type Scope, within } from '@jianbao/platform/access'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { DrawPlan, StrataWay } from '../../contract/draw.ts'
import type { FrozenStratum } from './draw.store.ts'
import { stratumWords, wholeStratum } from './draw.words.ts'
import { isOwn } from './recusals.rules.ts'

type Unit = { id: string; code: string; name: string; kind: UnitKind; path: string }

export type Composed = {
  readonly register: DrawRegister
  readonly strata: readonly FrozenStratum[]
  readonly excluded: number
  /** Id of the unit by the code of the object. */
  readonly unitIds: ReadonlyMap<string, string>
  /** By inspector of the plan: the codes they are recused from, and how many of those by their own unit. */
  readonly recused: readonly { readonly codes: readonly string[]; readonly own: number }[]
  readonly problems: readonly Problem[]
}

/** Throws `draw-unit-unknown` for a range that is not the caller's. */
export async function composeRegister(
  tx: Database,
  scope: Scope,
  { name, organiser, plan }: { name: string; organiser: string; plan: DrawPlan },
): Promise<Composed> {
  const [root] = await selectUnits(tx, sql`id = ${plan.rootId} and ${within(scope, sql`path`)}`)
  if (!root) throw new Problem('draw-unit-unknown')
  const kinds = plan.kinds.length ? sql`kind = any(${`{${plan.kinds.join(',')}}`}::text[])` : sql`true`
  const all = await selectUnits(
    tx,
    sql`${within({ roots: [{ unitId: root.id, path: root.path }], content: true }, sql`path`)} and id <> ${root.id}
      and state = 'active' and ${kinds}`,
  )
  const out = new Set(plan.exclusions.map(({ unitId }) => unitId))
  const units = all.filter(({ id }) => !out.has(id))
  const strataOf = await readStrata(tx, plan.stratifyBy, root, units)
  const objects = units.map(unit => ({ code: unit.code, name: unit.name, stratum: strataOf(unit).name }))
  const keys = new Map(units.map(unit => [strataOf(unit).name, strataOf(unit).key]))
  const strata = [...sizesOf(objects)].sort(byKind(keys)).map(([stratum, size]) => {
    const key = keys.get(stratum)!
    const wished = plan.minimums.find(each => each.key === key)
    const minimums = { minimumCount: wished?.minimumCount ?? 0, minimumShare: wished?.minimumShare ?? 0 }
    return { key, name: stratum, objects: size, least: leastOf(minimums, size), ...minimums }
  })
  const recused = await readRecusals(tx, plan, root, units)
  const { count, inspectorsPerObject, objectsPerInspector } = plan
  const register: DrawRegister = {
    name,
    organiser,
    rules: {
      ...{ count, inspectorsPerObject, objectsPerInspector },
      strata: strata.map(({ name, minimumCount, minimumShare }) => ({ name, minimumCount, minimumShare })),
    },
    objects,
    inspectors: plan.inspectors.map((inspector, at) => ({
      code: codeOf(at),
      name: inspector.name.trim(),
      unit: recused[at]!.unitCode,
      recused: [...recused[at]!.codes],
    })),
  }
  return {
    register,
    strata: strata.map(({ key, name, objects, least }) => ({ key, name, objects, least })),
    excluded: all.length - units.length,
    unitIds: new Map(units.map(({ code, id }) => [code, id])),
    recused,
    problems: checkRegister(register),
  }
}

/** As an office lists the kinds; other strata stay in the order of the tree. */
const byKind =
  (keys: ReadonlyMap<string, string>) =>
  ([one]: [string, number], [other]: [string, number]): number =>
    unitKinds.indexOf(keys.get(one) as UnitKind) - unitKinds.indexOf(keys.get(other) as UnitKind)

/** D001: inspectors have no code of their own. */
export const codeOf = (at: number): string => `D${String(at + 1).padStart(3, '0')}`

const selectUnits = (tx: Database, where: ReturnType<typeof sql>): Promise<Unit[]> =>
  rowsOf<Unit>(tx, sql`select id, code, name, kind, path from unit where ${where} order by path`)

type Stratum = { readonly key: string; readonly name: string }

async function readStrata(
  tx: Database,
  way: StrataWay,
  root: Unit,
  units: readonly Unit[],
): Promise<(unit: Unit) => Stratum> {
  if (way === 'none') return () => ({ key: 'all', name: wholeStratum })
  if (way === 'kind') return ({ kind }) => ({ key: kind, name: stratumWords[kind] })
  const pathOf = ({ path }: Unit): string =>
    root.path + path.slice(root.path.length, path.indexOf('/', root.path.length) + 1)
  const paths = [...new Set(units.map(pathOf))]
  const found = await selectUnits(tx, sql`path = any(${`{${paths.join(',')}}`}::text[])`)
  const names = found.map(({ name }) => name)
  const byPath = new Map(
    // Two of one name are told apart by their codes.
    found.map(({ id, code, name, path }) => {
      const twice = names.indexOf(name) !== names.lastIndexOf(name)
      return [path, { key: id, name: twice ? `${name}（${code}）` : name }]
    }),
  )
  return unit => byPath.get(pathOf(unit)) ?? { key: unit.id, name: unit.name }
}

async function readRecusals(tx: Database, plan: DrawPlan, root: Unit, units: readonly Unit[]) {
  const places = await nameUnits(
    tx,
    plan.inspectors.map(({ unitId }) => unitId),
  )
  const codes = new Map(units.map(({ id, code }) => [id, code]))
  return plan.inspectors.map(({ key, unitId }) => {
    const place = (unitId && places.get(unitId)) || null
    const own = units.filter(unit => isOwn(place, unit, root)).map(({ code }) => code)
    const named = plan.recusals
      .filter(({ inspectorKey }) => inspectorKey === key)
      .flatMap(({ unitId: id }) => codes.get(id) ?? [])
    const both = [...new Set([...own, ...named])]
    return { codes: both, own: own.length, unitCode: (unitId && codes.get(unitId)) || '' }
  })
}
