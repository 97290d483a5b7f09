import { expect, test } from 'vitest'
import {
  actionsOfQuestion,
  bankReaders,
  questionActions,
  questionDeeds,
  questionFlow,
  questionStates,
} from './index.ts'

const all = ['reporter', 'unit-lead', 'editor', 'reviser', 'signatory', 'coordinator', 'inspector']

test('every role in every state may do what the table says, and nothing else', () => {
  const seen = Object.fromEntries(
    questionStates.map(state => [
      state,
      Object.fromEntries(
        all.map(role => [
          role,
          actionsOfQuestion({ state, writtenBy: 'x' }, { id: 'y', roles: [role] }).join(' '),
        ]),
      ),
    ]),
  )
  const keeper = {
    draft: 'edit approve retire remove',
    approved: 'edit retire',
    retired: 'edit restore remove',
  }
  for (const state of questionStates)
    expect(seen[state]).toEqual({
      reporter: '',
      'unit-lead': state === 'draft' ? 'approve' : '',
      editor: keeper[state],
      reviser: state === 'draft' ? 'approve' : '',
      signatory: '',
      coordinator: keeper[state],
      inspector: '',
    })
})

test('nobody approves what they wrote, whatever they hold', () => {
  for (const state of questionStates)
    expect(actionsOfQuestion({ state, writtenBy: 'x' }, { id: 'x', roles: all })).not.toContain('approve')
})

test('whoever may act may look, and what is done with many is an action', () => {
  for (const action of questionActions)
    for (const role of questionFlow[action].by) expect(bankReaders).toContain(role)
  expect(questionDeeds.filter(deed => !questionActions.includes(deed))).toEqual([])
})
