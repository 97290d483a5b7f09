/** The way of an item, as its ledger has it: which steps there are, how far it has come, and when. */
import type { ItemState, ItemStepRecord, LedgerItem } from '../../../contract/index.ts'

export const wayStops = [
  'propose',
  'review',
  'dispatch',
  'acknowledge',
  'work',
  'feedback',
  'verify',
  'close',
  'recheck',
] as const
export type WayStop = (typeof wayStops)[number]

export type WayStep = {
  readonly stop: WayStop
  readonly state: 'done' | 'here' | 'ahead'
  /** An instant, or for what lies ahead the day it is due; null where nothing was kept. */
  readonly at: string | null
}

type OnWay = Pick<
  LedgerItem,
  | 'state'
  | 'rules'
  | 'steps'
  | 'reviewedAt'
  | 'dispatchedAt'
  | 'acknowledgedAt'
  | 'fedBackAt'
  | 'closedAt'
  | 'settledAt'
  | 'recheckDay'
>

/** Where somebody has to do something, in each state; null: the end of the way. */
const here: Readonly<Record<ItemState, WayStop | null>> = {
  draft: 'propose',
  review: 'review',
  ready: 'dispatch',
  dispatched: 'acknowledge',
  doing: 'work',
  feedback: 'verify',
  closed: 'recheck',
  settled: null,
  cancelled: null,
}

function stopsOf({ steps, closing }: LedgerItem['rules']): readonly WayStop[] {
  const left: Partial<Record<WayStop, boolean>> = {
    review: !steps.review,
    acknowledge: !steps.acknowledge,
    // It closes itself when its reports are adopted: nobody feeds back or verifies.
    feedback: closing === 'adopted',
    verify: closing === 'adopted',
    recheck: steps.recheckDays === null,
  }
  return wayStops.filter(stop => !left[stop])
}

/** The earliest record is the proposal. */
const begunAt = (steps: readonly ItemStepRecord[]): string | null =>
  steps.reduce<string | null>((first, { at }) => (first === null || at < first ? at : first), null)

/** A ledger without that step is at its end. */
const placeOf = (stops: readonly WayStop[], stop: WayStop): number =>
  stops.includes(stop) ? stops.indexOf(stop) : stops.length

export function wayOf(item: OnWay): WayStep[] {
  const stops = stopsOf(item.rules)
  const at: Readonly<Record<WayStop, string | null>> = {
    propose: begunAt(item.steps),
    review: item.reviewedAt,
    dispatch: item.dispatchedAt,
    acknowledge: item.acknowledgedAt,
    work: null,
    feedback: item.fedBackAt,
    verify: null,
    close: item.closedAt,
    recheck: item.settledAt,
  }
  const stop = here[item.state]
  // What was cancelled stopped where its stamps end.
  const stopped = stops.findIndex(one => one !== 'work' && one !== 'verify' && at[one] === null)
  const hereAt = item.state === 'cancelled' ? stopped : stop === null ? stops.length : placeOf(stops, stop)
  return stops.map((one, index) => {
    const state = index < hereAt ? 'done' : index === hereAt && item.state !== 'cancelled' ? 'here' : 'ahead'
    const due = one === 'recheck' && state !== 'done' ? item.recheckDay : null
    return { stop: one, state, at: state === 'done' ? at[one] : due }
  })
}

/** Why what is being done is being done again: what came last before the work went on; null the first time. */
export function againOf({ state, steps }: Pick<LedgerItem, 'state' | 'steps'>): 'return' | 'reopen' | null {
  if (state !== 'doing') return null
  const turns = steps.filter(({ action }) => ['feedback', 'return', 'reopen', 'dispatch'].includes(action))
  const last = turns.reduce<ItemStepRecord | null>(
    (one, step) => (one && one.at > step.at ? one : step),
    null,
  )
  return last?.action === 'return' || last?.action === 'reopen' ? last.action : null
}
