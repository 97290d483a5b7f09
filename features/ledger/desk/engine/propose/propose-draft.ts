/** The form as it was left, on the device: it outlives a closed window. */
import { remember, remembered } from '@jianbao/ui'
import { emptyValues, type ProposeValues } from './propose.values.ts'

const keyOf = (personId: string): string => `jianbao.propose.${personId}`

/** Null where nothing was kept, or what was kept is of another shape. */
export function keptProposal(personId: string): ProposeValues | null {
  const text = remembered(keyOf(personId))
  if (!text) return null
  try {
    const kept = JSON.parse(text) as Partial<ProposeValues>
    return typeof kept === 'object' && kept !== null ? { ...emptyValues, ...kept } : null
  } catch {
    return null
  }
}

export function keepProposal(personId: string, values: ProposeValues): void {
  const empty = JSON.stringify(values) === JSON.stringify(emptyValues)
  remember(keyOf(personId), empty ? '' : JSON.stringify(values))
}
