import { formatDay, useLanguage } from '@jianbao/ui'
import { useCallback } from 'react'
import type { LedgerItem } from '../../../contract/index.ts'
import { daysOf } from './item.days.ts'
import { itemTexts } from './item.texts.ts'
import { localDayOf } from './local-day.ts'

/** @returns how much time an item has left or lost, in words; empty for what has no clock. */
export function useDaysWords(): (item: LedgerItem) => string {
  const t = itemTexts.useTexts()
  return item => {
    const said = daysOf({ ...item, dayOf: localDayOf })
    return said === null ? '' : t(said.key, { count: said.count })
  }
}

/** @returns ISO days as the language of the page writes them. */
export function useDayWords(): (day: string) => string {
  const language = useLanguage()
  return useCallback(day => formatDay(day, language), [language])
}
