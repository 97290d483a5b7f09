import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import {
  actionsOfReport,
  type ReportAction,
  type ReportState,
  reportActions,
  reportFlow,
  reportRefusal,
  reportStates,
} from './index.ts'

const roles = ['reporter', 'unit-lead', 'editor', 'coordinator', 'signatory', 'inspector']

/** What each role may do in each state, standing in the unit and at the desk with one above it. */
function walk(role: string): string[] {
  return reportStates.flatMap(state => {
    const may = (inUnit: string[], atDesk: string[]) =>
      reportActions.filter(
        action => reportRefusal(action, { state, inUnit, atDesk, deskAbove: true, taken: false }) === null,
      )
    return [`${state} unit: ${may([role], []).join(' ')}`, `${state} desk: ${may([], [role]).join(' ')}`]
  })
}

test('who may do what with a report, walked whole', () => {
  const something = (lines: string[]) => lines.filter(line => !line.endsWith(': '))
  expect(something(walk('reporter'))).toEqual([
    'draft unit: edit send remove',
    'review unit: withdraw',
    'submitted unit: withdraw',
    'returned unit: edit send',
    'withdrawn unit: edit send',
  ])
  expect(something(walk('unit-lead'))).toEqual([
    'draft unit: edit send approve remove',
    'review unit: approve decline withdraw',
    'submitted unit: withdraw',
    'returned unit: edit send approve',
    'withdrawn unit: edit send approve',
  ])
  expect(something(walk('editor'))).toEqual([
    'submitted desk: accept forward adopt keep return',
    'accepted desk: forward adopt keep return correct',
    'adopted desk: forward revoke correct',
    'kept desk: forward adopt reopen correct',
  ])
  for (const role of roles.slice(3)) expect(something(walk(role)), role).toEqual([])
})

test('at the top nothing goes higher, and a refusal says why', () => {
  for (const state of reportStates)
    for (const action of reportActions) {
      const at = reportFlow[action].at
      const role = reportFlow[action].by[0]
      const standing = { state, inUnit: at === 'unit' ? [role] : [], atDesk: at === 'desk' ? [role] : [] }
      const from = reportFlow[action].from as readonly ReportState[]
      const expected = !from.includes(state) ? 'state' : action === 'forward' ? 'top' : null
      expect([action, state, reportRefusal(action, { ...standing, deskAbove: false, taken: false })]).toEqual(
        [action, state, expected],
      )
      const nobody = { state, inUnit: [], atDesk: [], deskAbove: true, taken: false }
      expect(reportRefusal(action, nobody)).toBe('role')
    }
})

test('what a desk took up is not taken back, wherever it was handed on to', () => {
  const standing = { state: 'submitted', inUnit: ['reporter'], atDesk: [], deskAbove: true } as const
  expect(actionsOfReport({ ...standing, taken: false })).toEqual(['withdraw'])
  expect(actionsOfReport({ ...standing, taken: true })).toEqual([])
})

test('every state but the first is reached, and none is a dead end', () => {
  const reached = new Set(reportActions.map(action => reportFlow[action].to))
  for (const state of reportStates) {
    if (state !== 'draft') expect([state, reached.has(state)]).toEqual([state, true])
    const out = reportActions.filter(action => (reportFlow[action].from as readonly string[]).includes(state))
    expect([state, out.length > 0]).toEqual([state, true])
  }
})

/** The flow as a drawing in text (mermaid); deeds that lead the same way share a line. */
function draw(): string {
  const lines = new Map<string, ReportAction[]>()
  for (const action of reportActions) {
    const { from, to } = reportFlow[action]
    if (!to) continue
    for (const state of from)
      lines.set(`${state} --> ${to}`, [...(lines.get(`${state} --> ${to}`) ?? []), action])
  }
  const drawn = [...lines].map(([line, actions]) => `  ${line}: ${actions.join(', ')}`)
  return ['```mermaid', 'stateDiagram-v2', '  [*] --> draft', ...drawn, '```'].join('\n')
}

test('the README draws the flow as it is', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  expect(readme, `it should hold:\n${draw()}`).toContain(draw())
})
