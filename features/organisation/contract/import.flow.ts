/** The way of a sheet: read and compared first, written only when a person has seen what would change. */
export const importStates = [
  'waiting',
  'checking',
  'checked',
  'confirmed',
  'writing',
  'done',
  'refused',
  'failed',
  'withdrawn',
] as const
export type ImportState = (typeof importStates)[number]

/** The system works on it, or is about to. */
export const importsAtWork: readonly ImportState[] = ['waiting', 'checking', 'confirmed', 'writing']

export const importActions = ['confirm', 'withdraw'] as const
export type ImportAction = (typeof importActions)[number]

/** What a person may do with an import, and where that leads. What is being written can no longer be stopped. */
export const importFlow = {
  confirm: { from: ['checked'], to: 'confirmed' },
  withdraw: { from: ['checked', 'waiting'], to: 'withdrawn' },
} as const satisfies Record<ImportAction, { from: readonly ImportState[]; to: ImportState }>

export function actionsOfImport(state: ImportState): ImportAction[] {
  return importActions.filter(action => (importFlow[action].from as readonly ImportState[]).includes(state))
}
