import { formatCount } from '@jianbao/ui'
import type { LedgerItem } from '../../../contract/index.ts'
import { isCounted } from './item.progress.ts'
import { itemTexts } from './item.texts.ts'

/** @returns how far an item is: `320 / 300 人次`, or the percentage its unit gave. */
export function useProgressWords(): (item: Pick<LedgerItem, 'target' | 'reached' | 'percent'>) => string {
  const t = itemTexts.useTexts()
  return item => {
    const { target, reached, percent } = item
    if (target === null) return t('targetPercent', { percent })
    const values = { value: formatCount(target.value), unit: target.unit }
    return isCounted(item)
      ? t('targetOf', { ...values, reached: formatCount(reached) })
      : t('targetOwn', { ...values, percent })
  }
}
