import { expect, test } from 'vitest'
import {
  actionsOfFinding,
  actionsOfStop,
  actionsOfTour,
  findingActions,
  findingAfter,
  findingStates,
  stopStates,
  tourActions,
  tourAfter,
  tourStates,
} from './tour.flow.ts'

test('every pair of state and action leads where the table says', () => {
  const tours = tourStates.flatMap(state =>
    tourActions.flatMap(action => {
      const next = tourAfter(action, state)
      return next === null ? [] : [`${state} -${action}-> ${next}`]
    }),
  )
  expect(tours).toEqual([
    'planned -edit-> planned',
    'planned -open-> open',
    'planned -cancel-> cancelled',
    'open -edit-> open',
    'open -finish-> done',
    'open -cancel-> cancelled',
    'done -reopen-> open',
  ])
  const findings = findingStates.flatMap(state =>
    findingActions.flatMap(action => {
      const next = findingAfter(action, state)
      return next === null ? [] : [`${state} -${action}-> ${next}`]
    }),
  )
  expect(findings).toEqual([
    'open -confirm-> confirmed',
    'open -dismiss-> dismissed',
    'open -raise-> raised',
    'confirmed -dismiss-> dismissed',
    'confirmed -raise-> raised',
    'dismissed -confirm-> confirmed',
  ])
})

test('the team writes while the tour is under way and the check has not ended; others plan and look', () => {
  const nobody = { plans: false, onTeam: false, leads: false }
  const [planner, member] = [
    { ...nobody, plans: true },
    { ...nobody, onTeam: true },
  ]
  const leader = { ...member, leads: true }
  for (const tour of tourStates)
    for (const stop of stopStates) {
      expect(actionsOfStop(stop, tour, nobody)).toEqual([])
      expect(actionsOfStop(stop, tour, member).includes('write')).toBe(tour === 'open' && stop !== 'done')
      expect(actionsOfStop(stop, tour, planner).includes('write')).toBe(false)
      expect(actionsOfStop(stop, tour, leader).includes('reopen')).toBe(tour === 'open' && stop === 'done')
    }
  expect(actionsOfTour('open', false)).toEqual([])
  expect(actionsOfTour('open', true)).toEqual(['edit', 'finish', 'cancel'])
  expect(actionsOfFinding('open', leader)).toEqual(['confirm', 'dismiss'])
  expect(actionsOfFinding('open', planner)).toEqual(['confirm', 'dismiss', 'raise'])
  expect(actionsOfFinding('raised', planner)).toEqual([])
})
