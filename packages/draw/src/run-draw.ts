import { Problem } from '@jianbao/errors'
import { assignInspectors } from './assign-inspectors.ts'
import { digestOf } from './digest.ts'
import type { CommittedDraw, DrawnObject, DrawReveal, FinishedDraw } from './draw.contract.ts'
import { isPlain } from './plain-text.ts'
import { selectObjects } from './select-objects.ts'

/** The draw itself. Throws Problem `draw-seed` for another seed than was committed, `draw-contribution`. */
export function runDraw(committed: CommittedDraw, reveal: DrawReveal): FinishedDraw {
  if (digestOf(reveal.seed) !== committed.commit.seed) throw new Problem('draw-seed')
  if (!isPlain(reveal.contribution) || !reveal.contribution.trim()) throw new Problem('draw-contribution')
  return { ...committed, reveal, result: resultOf(committed, reveal) }
}

/** What comes of a register, a seed and a contribution: always the same. */
export function resultOf(committed: CommittedDraw, { seed, contribution }: DrawReveal): DrawnObject[] {
  const mixed = { seed, contribution, register: committed.commit.register }
  const drawn = selectObjects(committed.objects, committed.rules, mixed)
  const codes = drawn.map(({ object }) => object.code)
  const teams = assignInspectors(committed, codes, mixed)
  return drawn.map(({ object, rank }) => ({
    object: object.code,
    rank,
    inspectors: teams.get(object.code) ?? [],
  }))
}
