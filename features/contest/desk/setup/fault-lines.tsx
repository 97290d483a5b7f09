import { createContext, use } from 'react'
import type { RulesFault } from '../../contract/index.ts'
import styles from './setup.module.css'
import { setupTexts } from './setup.texts.ts'

/** What is wrong with the rules as they are typed, for the fields below. */
export const Faults = createContext<readonly RulesFault[]>([])

export function useFaultText(): (fault: RulesFault) => string {
  const t = setupTexts.useTexts()
  return ({ code, values }) => t(`fault.${code}`, values)
}

/** What is wrong at one field: shown where it is mended. */
export function FaultLines({ at }: { readonly at: string }) {
  const text = useFaultText()
  const its = use(Faults).filter(fault => fault.at === at)
  if (!its.length) return null
  return (
    <ul className={styles['faults']}>
      {its.map(fault => (
        <li key={fault.code} data-hint={fault.hint}>
          {text(fault)}
        </li>
      ))}
    </ul>
  )
}
