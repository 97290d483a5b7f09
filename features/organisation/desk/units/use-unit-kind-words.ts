import { useCallback } from 'react'
import { unitKinds } from '../../contract/index.ts'
import { unitTexts } from './unit.texts.ts'

/** @returns what a kind of units is called; one of a newer server is called what it is named. */
export function useUnitKindWords(): (kind: string) => string {
  const t = unitTexts.useTexts()
  return useCallback(
    kind => {
      const known = unitKinds.find(one => one === kind)
      return known ? t(`kind.${known}`) : kind
    },
    [t],
  )
}
