import { Problem } from '@jianbao/errors'
import { defaultRegister } from '@jianbao/intake'
import { IntakeDocument } from '@jianbao/intake/contract'
import fc from 'fast-check'
import { Value } from 'typebox/value'
import { expect, test } from 'vitest'
import { ReviewEdit } from '../../contract/index.ts'
import { applyEdit, type ReviewState } from './apply-edit.rules.ts'
import { applyChange, type Change, changeBetween, type Json } from './change.rules.ts'
import { cleanWords } from './clean-words.rules.ts'
import { editFrom, editSeeds } from './random-edit.fixture.ts'
import { claims, misplaced, readInventedTexts, stateOf } from './readings.fixture.ts'

const texts = readInventedTexts()
const register = defaultRegister()
const typed = '手填'

/** The state after an edit, or null when it was refused as it should be. */
function after(state: ReviewState, edit: ReviewEdit, raw: string): ReviewState | null {
  try {
    return applyEdit(state, cleanWords(edit), { raw, register }).state
  } catch (error) {
    if (error instanceof Problem && error.status === 409) return null
    throw error
  }
}

test('after any edits nothing is lost, every text stands where its spans say, and undoing all brings everything back', () => {
  fc.assert(
    fc.property(
      fc.nat(texts.length - 1),
      fc.array(editSeeds(typed), { minLength: 1, maxLength: 25 }),
      (at, seeds) => {
        const { raw, readings } = texts[at]!
        const start = stateOf(readings)
        const frozen = JSON.stringify(start)
        const before = claims(raw, readings)
        let state: ReviewState = start
        const back: string[] = []
        for (const seed of seeds) {
          const edit = editFrom(seed, state)
          expect(Value.Check(ReviewEdit, edit), JSON.stringify(edit)).toBe(true)
          const next = after(state, edit, raw)
          if (!next) continue
          back.push(JSON.stringify(changeBetween(next as Json, state as Json)))
          state = JSON.parse(JSON.stringify(next))
          expect(claims(raw, state.readings), edit.act).toBe(before)
          expect(misplaced(raw, state.readings, typed), edit.act).toEqual([])
          for (const reading of state.readings)
            expect(Value.Check(IntakeDocument, reading), edit.act).toBe(true)
        }
        for (const change of back.reverse())
          state = applyChange(state as Json, JSON.parse(change) as Change | null) as unknown as ReviewState
        expect(state).toEqual(JSON.parse(frozen))
        expect(JSON.stringify(start)).toBe(frozen)
      },
    ),
    { numRuns: 60 },
  )
})
