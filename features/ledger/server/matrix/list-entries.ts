import type { UnitKind } from '@jianbao/organisation/contract'
import type { Scope } from '@jianbao/platform/access'
import type { Database } from '@jianbao/platform/db'
import {
  type Entry,
  type EntryGroup,
  type EntryPage,
  type EntryQuery,
  entryGroups,
  groupRules,
} from '../../contract/index.ts'
import { behindKey, readBehind } from './behind.store.ts'
import { countPeriods } from './coverage.store.ts'
import { daysBetween, stateOf } from './entry.rules.ts'
import {
  countIn,
  type FoundEntry,
  isIn,
  pageByUnit,
  type Stretch,
  sliceEntries,
  stretchesOf,
} from './entry.store.ts'
import { type Frame, readFrame, tellFrame } from './read-frame.ts'
import { readReminders } from './reminded.ts'

const rowsOnPage = 50

/** One page of what a figure counts, and how much every group counts. Throws Problem `not-found`. */
export async function listEntries(
  tx: Database,
  scope: Scope,
  query: EntryQuery,
  today: string,
): Promise<Omit<EntryPage, 'actions'>> {
  const { group = 'gap', page = 1, pageSize = rowsOnPage } = query
  const frame = await readFrame(tx, scope, query, today)
  const stretches = stretchesOf(frame.tasks, query.task, query.period)
  const counted = await countPeriods({ tx, scope, frame, filter: query })
  const sizeOf = (each: EntryGroup, stretch: Stretch) =>
    isIn(each, stretch) ? countIn(each, stretch, counted) : 0
  const counts = Object.fromEntries(
    entryGroups.map(each => [each, stretches.reduce((sum, stretch) => sum + sizeOf(each, stretch), 0)]),
  ) as EntryPage['counts']
  const place = { limit: pageSize, offset: (page - 1) * pageSize }
  const order = query.sort === '-due' ? stretches.toReversed() : stretches
  const wanted = order.flatMap((stretch, at) =>
    isIn(group, stretch)
      ? [{ stretch: at, task: stretch.task.id, at: stretch.at, letters: groupRules[group][1] }]
      : [],
  )
  const found =
    query.sort === 'unit'
      ? await pageByUnit(tx, scope, frame, query, wanted, place)
      : await sliceEntries(
          tx,
          scope,
          frame,
          query,
          slicesOf(wanted, at => sizeOf(group, order[at]!), place),
        )
  return {
    ...tellFrame(frame),
    group,
    counts,
    rows: await tellEntries(tx, scope, frame, order, found),
    total: counts[group],
    page,
    pageSize,
  }
}

type Place = { readonly limit: number; readonly offset: number }

/** Which part of each stretch a page takes; the sizes are known, so that whole stretches are passed over unread. */
function slicesOf<T extends { readonly stretch: number }>(
  wanted: readonly T[],
  sizeOf: (stretch: number) => number,
  { limit, offset }: Place,
): (T & Place)[] {
  const slices: (T & Place)[] = []
  let skip = offset
  let left = limit
  for (const each of wanted) {
    const size = sizeOf(each.stretch)
    const take = Math.min(left, Math.max(0, size - skip))
    if (take > 0) slices.push({ ...each, limit: take, offset: skip })
    left -= take
    skip = Math.max(0, skip - size)
  }
  return slices
}

async function tellEntries(
  tx: Database,
  scope: Scope,
  { today }: Frame,
  stretches: readonly Stretch[],
  found: readonly FoundEntry[],
): Promise<Entry[]> {
  const asked = found.map(({ unitId, stretch }) => {
    const { task, period } = stretches[stretch]!
    return { unitId, taskId: task.id, periodNo: period.no }
  })
  const behind = await readBehind(tx, scope, asked)
  const reminders = await readReminders(tx, scope, asked)
  return found.map(({ letter, stretch, ...row }, at): Entry => {
    const { task, period } = stretches[stretch]!
    const key = behindKey(asked[at]!)
    const reminded = reminders.get(key) ?? []
    return {
      ...row,
      unitKind: row.unitKind as UnitKind,
      taskId: task.id,
      taskName: task.name,
      required: task.required,
      periodNo: period.no,
      periodName: task.rhythm ? period.name : null,
      dueDay: period.dueDay,
      daysLate: daysBetween(period.dueDay, today),
      state: stateOf(letter, period.nearness),
      proofs: [...behind.get(key)!.proofs],
      pending: [...behind.get(key)!.pending],
      remindedAt: reminded[0]?.at ?? null,
      reminders: reminded.length,
    }
  })
}
