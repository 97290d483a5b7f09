import { formatCount } from '@jianbao/ui'
import { unitTexts } from './unit.texts.ts'

type Part = readonly ['alongUnits' | 'alongChildren' | 'alongPeople' | 'alongGroups', number]

/** What goes along, in words; of what there is none nothing is said. Empty when nothing goes along. */
export function useAlong(parts: readonly Part[]): string {
  const t = unitTexts.useTexts()
  return parts
    .filter(([, count]) => count > 0)
    .map(([key, count]) => t(key, { count, number: formatCount(count) }))
    .join(t('comma'))
}
