import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ReportDraft } from '../../contract/index.ts'
import { emptyDraft, type MergeKey, mergeDrafts, mergeGroups, pick, same, takeSide } from './merge-drafts.ts'

const ids = ['a', 'b', 'c'].map(letter => `00000000-0000-4000-8000-00000000000${letter}`)
const words = fc.constantFrom('', '一', '二', '三')
const day = fc.constantFrom(null, '2026-05-01', '2026-05-02')
const figures = fc
  .uniqueArray(fc.record({ id: fc.constantFrom(...ids), value: fc.integer({ min: 0, max: 3 }) }), {
    selector: figure => figure.id,
  })
  .map(all =>
    all.map(({ id, value }) => ({
      ...{ id, value, measure: 'people', unit: '人', qualifier: 'exact' as const },
      ...{ of: null, surface: null },
    })),
  )
const drafts: fc.Arbitrary<ReportDraft> = fc
  .record({
    ...{ title: words, body: words, place: fc.option(words), startDay: day, endDay: day, figures },
    ...{ type: fc.option(words), periodNo: fc.option(fc.integer({ min: 1, max: 2 })) },
    version: fc.integer({ min: 0, max: 9 }),
  })
  .map(part => ({ ...emptyDraft(ids[0]!), ...part }))

const say = (draft: ReportDraft, key: MergeKey): unknown =>
  key.startsWith('figure:')
    ? (draft.figures.find(({ id }) => `figure:${id}` === key) ?? null)
    : pick(draft, key as (typeof mergeGroups)[number])
const keys: MergeKey[] = [...mergeGroups, ...ids.map((id): MergeKey => `figure:${id}`)]
const check = (law: (base: ReportDraft, mine: ReportDraft, theirs: ReportDraft) => void) =>
  fc.assert(fc.property(drafts, drafts, drafts, law), { numRuns: 400 })

test('one side alone changed: it is taken, and nothing is asked', () => {
  check((base, mine) => {
    const away = mergeDrafts(base, mine, base)
    const here = mergeDrafts(base, base, mine)
    expect([away.conflicts, here.conflicts]).toEqual([[], []])
    for (const key of keys) {
      expect(say(away.draft, key)).toEqual(say(mine, key))
      expect(say(here.draft, key)).toEqual(say(mine, key))
    }
  })
})

test('asked is what both changed, each otherwise; nothing else is lost', () => {
  check((base, mine, theirs) => {
    const { draft, conflicts } = mergeDrafts(base, mine, theirs)
    for (const key of keys) {
      const [was, here, there] = [say(base, key), say(mine, key), say(theirs, key)]
      const both = !same(here, was) && !same(there, was) && !same(here, there)
      expect(conflicts.includes(key)).toBe(both)
      expect(say(draft, key)).toEqual(both || same(there, was) ? here : there)
    }
    expect(draft.version).toBe(theirs.version)
  })
})

test('who is called mine makes no difference to what is asked; choosing settles it', () => {
  check((base, mine, theirs) => {
    const { draft, conflicts } = mergeDrafts(base, mine, theirs)
    expect(mergeDrafts(base, theirs, mine).conflicts.toSorted()).toEqual([...conflicts].sort())
    for (const key of conflicts) {
      expect(say(takeSide(draft, theirs, key), key)).toEqual(say(theirs, key))
      expect(say(takeSide(draft, mine, key), key)).toEqual(say(mine, key))
    }
    const settled = conflicts.reduce((all, key) => takeSide(all, theirs, key), draft)
    expect(mergeDrafts(theirs, settled, theirs).conflicts).toEqual([])
  })
})
