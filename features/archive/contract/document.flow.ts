import type { DocumentState } from './document.schema.ts'

/** Every action on a document, the states it starts from and the state it leads to. */
export const documentFlow = {
  receive: { from: [], to: 'waiting' },
  read: { from: ['waiting'], to: 'reading' },
  finish: { from: ['reading'], to: 'read' },
  fail: { from: ['reading'], to: 'failed' },
  setAside: { from: ['reading'], to: 'unrecognised' },
  resume: { from: ['reading'], to: 'waiting' },
  readAgain: { from: ['read', 'failed', 'unrecognised'], to: 'waiting' },
  recognise: { from: ['unrecognised', 'read', 'failed'], to: 'waiting' },
  edit: { from: ['read'], to: 'read' },
  accept: { from: ['read'], to: 'accepted' },
  reopen: { from: ['accepted'], to: 'read' },
  remove: { from: ['waiting', 'read', 'failed', 'unrecognised', 'accepted'], to: null },
} as const satisfies Record<string, { from: readonly DocumentState[]; to: DocumentState | null }>

export type DocumentAction = keyof typeof documentFlow

export function mayAct(action: DocumentAction, state: DocumentState): boolean {
  return (documentFlow[action].from as readonly DocumentState[]).includes(state)
}
