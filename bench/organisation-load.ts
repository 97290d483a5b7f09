/** An invented federation: a province, its cities and counties, and all that stands below them; people in every unit. */
import { randomUUID } from 'node:crypto'
import { type Role, roles } from '@jianbao/platform/access'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'
import type { UnitKind } from '../features/organisation/contract/index.ts'
import { rootUnitId } from '../features/organisation/server/index.ts'
import { recordPeople } from '../features/organisation/server/people/record-people.ts'
import { insertUnits, type NewUnit } from '../features/organisation/server/unit.store.ts'
import { openDice } from './search-corpus.ts'

const [cities, countiesPerCity] = [18, 9]
const inner: readonly UnitKind[] = ['society', 'university', 'hospital', 'enterprise', 'department', 'branch']
const words =
  '云雾 黄土 湿地 雨水 星空 果蔬 茶叶 麦田 竹材 地热 桥梁 水车 候鸟 蜂蜜 珠算 编程 讲解 天文 地质 急救'.split(
    ' ',
  )
const families = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨'
const given = '小雨 立春 谷子 白露 远山 晓风 清泉 嘉禾 秋实 明月'.split(' ')

export type Federation = { readonly units: readonly (NewUnit & { path: string })[] }

/** Units below the root, cities with their counties first, the rest spread over all of them. */
export function inventUnits(count: number): NewUnit[] {
  const dice = openDice(11)
  const units: NewUnit[] = []
  const counts = new Map<string, number>()
  const add = (parent: { id: string; code: string }, kind: UnitKind, name: string): NewUnit => {
    const position = counts.get(parent.id) ?? 0
    counts.set(parent.id, position + 1)
    const unit = {
      id: randomUUID(),
      parentId: parent.id,
      code: `${parent.code}-${position + 1}`,
      kind,
      name,
      shortNames: [`${name.replace('科学技术', '科')}简称`],
      formerNames: [],
      division: null,
      position,
    }
    units.push(unit)
    return unit
  }
  const root = { id: rootUnitId, code: 'BENCH' }
  for (let city = 0; city < cities; city++) {
    const above = add(root, 'city', `${words[city]}市科学技术协会`)
    for (let county = 0; county < countiesPerCity && units.length < count; county++)
      add(above, 'county', `${words[city]}${words[county]}县科学技术协会`)
  }
  const federation = [...units]
  while (units.length < count) {
    const at = federation[Math.floor(dice() * federation.length)]!
    const kind = inner[Math.floor(dice() * inner.length)]!
    add(
      at,
      kind,
      `${words[Math.floor(dice() * words.length)]}${kind === 'branch' ? '党支部' : '学会'}${units.length}`,
    )
  }
  return units
}

/** Writes them, with people of one or two posts each. */
export async function loadFederation(db: Database, unitCount: number, people: number): Promise<Federation> {
  const dice = openDice(13)
  const now = new Date()
  return db.transaction(async tx => {
    const [root] = await rowsOf<{ path: string }>(tx, sql`select path from unit where id = ${rootUnitId}`)
    const units = inventUnits(unitCount)
    const paths = new Map([[rootUnitId, root!.path]])
    await insertUnits(tx, now, units, paths)
    const business = roles.slice(0, 7) as readonly Role[]
    const pick = <T>(of: readonly T[]): T => of[Math.floor(dice() * of.length)]!
    const records = Array.from({ length: people }, (_, at) => {
      const unitId = pick(units).id
      const held = new Set([pick(business), pick(business)])
      return {
        name: `${families[at % families.length]}${pick(given)}`,
        unitId,
        username: `u${at}`,
        posts: [...held].map(role => ({ role, unitId })),
      }
    })
    await recordPeople(tx, records, { now })
    return { units: units.map(unit => ({ ...unit, path: paths.get(unit.id)! })) }
  })
}
