/** An item that two people wrote at once: what one of them changed is taken, what both changed is for a person. */
import { diffArrays } from 'diff'
import type { BlockNode } from '../../contract/index.ts'
import { type ItemWords, inOrder, sameWords } from './item-words.ts'

/** Blocks nobody, or one side alone, changed; or what each of both made of the same place. */
export type MergedPart =
  | { readonly settled: readonly BlockNode[] }
  | { readonly mine: readonly BlockNode[]; readonly theirs: readonly BlockNode[] }

type Fields = Omit<ItemWords, 'doc'>
export type MergedField = keyof Fields
const fields = ['kind', 'headline', 'subtitle', 'contributor', 'withheld'] as const satisfies MergedField[]

export type MergedItem = {
  /** Mine where both changed. */
  readonly fields: Fields
  readonly disputed: readonly MergedField[]
  readonly parts: readonly MergedPart[]
}

/** Three-way: `base` is what both began with. Nothing either of them wrote is left out unseen. */
export function mergeItems(base: ItemWords, mine: ItemWords, theirs: ItemWords): MergedItem {
  const disputed = fields.filter(
    key => mine[key] !== theirs[key] && mine[key] !== base[key] && theirs[key] !== base[key],
  )
  const taken = fields.map(key => [key, mine[key] === base[key] ? theirs[key] : mine[key]])
  return {
    fields: Object.fromEntries(taken) as Fields,
    disputed,
    parts: mergeBlocks(base.doc.content, mine.doc.content, theirs.doc.content),
  }
}

/** Whether a person has to choose. */
export const isDisputed = ({ disputed, parts }: MergedItem): boolean =>
  disputed.length > 0 || parts.some(part => 'mine' in part)

/** The whole where nothing is disputed, or once `choose` has settled each place. */
export function joinParts(
  { fields: taken, parts }: MergedItem,
  choose: (part: Extract<MergedPart, { mine: unknown }>, place: number) => readonly BlockNode[],
): ItemWords {
  const content = parts.flatMap((part, place) => ('settled' in part ? part.settled : choose(part, place)))
  return { ...taken, doc: { type: 'doc', content: [...content] } }
}

/** One side's way from the base: base blocks [from, to) became `made`. */
type Change = { readonly from: number; readonly to: number; readonly made: readonly BlockNode[] }

function changesOf(base: readonly BlockNode[], side: readonly BlockNode[]): Change[] {
  const changes: Change[] = []
  let [at, there] = [0, 0]
  let open: { from: number; to: number; made: BlockNode[] } | null = null
  for (const { added, removed, count } of diffArrays(base.map(inOrder), side.map(inOrder))) {
    if (!added && !removed) {
      if (open) changes.push(open)
      open = null
      at += count
      there += count
      continue
    }
    open ??= { from: at, to: at, made: [] }
    if (removed) {
      at += count
      open.to = at
    } else {
      open.made.push(...side.slice(there, there + count))
      there += count
    }
  }
  return open ? [...changes, open] : changes
}

function mergeBlocks(
  base: readonly BlockNode[],
  mine: readonly BlockNode[],
  theirs: readonly BlockNode[],
): MergedPart[] {
  const [here, there] = [changesOf(base, mine), changesOf(base, theirs)]
  const parts: MergedPart[] = []
  let at = 0
  while (here.length > 0 || there.length > 0) {
    const from = Math.min(here[0]?.from ?? base.length, there[0]?.from ?? base.length)
    let to = from
    const taken: [Change[], Change[]] = [[], []]
    // Everything of both sides that touches the same stretch of the base belongs together.
    for (let more = true; more; ) {
      more = false
      for (const [side, queue] of [here, there].entries())
        while (queue[0] && (queue[0].from < to || queue[0].from === from || touches(queue[0], to, taken))) {
          const change = queue.shift()!
          taken[side as 0 | 1].push(change)
          to = Math.max(to, change.to)
          more = true
        }
    }
    if (from > at) parts.push({ settled: base.slice(at, from) })
    const [ours, others] = taken.map(changes => replay(base, from, to, changes)) as [BlockNode[], BlockNode[]]
    parts.push(partOf(ours, others, taken))
    at = to
  }
  if (at < base.length) parts.push({ settled: base.slice(at) })
  return parts
}

/** What is put in exactly where a stretch ends that both sides are in belongs to it. */
const touches = (change: Change, to: number, [mine, theirs]: readonly [Change[], Change[]]): boolean =>
  change.from === to && change.from === change.to && mine.length > 0 && theirs.length > 0

function replay(
  base: readonly BlockNode[],
  from: number,
  to: number,
  changes: readonly Change[],
): BlockNode[] {
  const made: BlockNode[] = []
  let at = from
  for (const change of changes) {
    made.push(...base.slice(at, change.from), ...change.made)
    at = change.to
  }
  return [...made, ...base.slice(at, to)]
}

function partOf(
  mine: BlockNode[],
  theirs: BlockNode[],
  [here, there]: readonly [Change[], Change[]],
): MergedPart {
  if (there.length === 0 || sameWords(mine, theirs)) return { settled: mine }
  if (here.length === 0) return { settled: theirs }
  return { mine, theirs }
}
