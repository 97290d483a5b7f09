import type { RulesFault } from '../../contract/index.ts'
import { type FormStep, formSteps } from './contest-search.ts'
import { stepOf } from './contest-values.ts'
import styles from './setup.module.css'
import { setupTexts } from './setup.texts.ts'

type StepsBarProps = {
  readonly step: FormStep
  readonly faults: readonly RulesFault[]
  readonly onStep: (step: FormStep) => void
}

/** The steps of the form, each with how much is wrong in it; any can be gone to at any time. */
export function StepsBar({ step, faults, onStep }: StepsBarProps) {
  const t = setupTexts.useTexts()
  const against = faults.filter(({ hint }) => !hint)
  return (
    <nav aria-label={t('steps')}>
      <ol className={styles['steps']}>
        {formSteps.map((each, at) => {
          const count = against.filter(fault => stepOf(fault) === each).length
          const words = t(`step.${each}`)
          return (
            <li key={each}>
              <button
                type="button"
                aria-current={each === step ? 'step' : undefined}
                onClick={() => onStep(each)}
              >
                <span className={styles['stepNo']}>{at + 1}</span>
                {words}
                {count > 0 ? (
                  <span className={styles['stepFaults']}>{t('stepFaults', { count })}</span>
                ) : null}
              </button>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
