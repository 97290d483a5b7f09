import type { LedgerItem } from '../../../contract/index.ts'

type OriginLink = {
  readonly words: 'finding' | 'need' | 'task'
  readonly to: string
  readonly search?: Record<string, string>
}

/** Where what an item came from is looked at; null where it was proposed by hand. */
export function originLink({ origin, taskId }: Pick<LedgerItem, 'origin' | 'taskId'>): OriginLink | null {
  if (origin?.kind === 'finding') return { words: 'finding', to: '/findings', search: { id: origin.id } }
  if (origin?.kind === 'need') return { words: 'need', to: `/needs/${origin.id}` }
  return taskId === null ? null : { words: 'task', to: `/tasks/${taskId}` }
}
