import { type Gap, unitNames } from './gaps.ts'
import { ledgerTexts } from './ledger.texts.ts'

const namesShown = 5

/** How many units the gaps are of, and who. */
export function UnitsWords({ gaps }: { readonly gaps: readonly Gap[] }) {
  const t = ledgerTexts.useTexts()
  const names = unitNames(gaps)
  return t('remindUnits', { units: names.length, names: useNames()(names) })
}

/** The first few names in one line. */
export function useNames(): (names: readonly string[]) => string {
  const t = ledgerTexts.useTexts()
  return names => {
    const line = names.slice(0, namesShown).join('、')
    return names.length > namesShown ? t('andMore', { names: line }) : line
  }
}
