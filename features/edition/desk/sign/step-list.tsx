import { formatInstant, StateTag, type Tone } from '@jianbao/ui'
import type { Edition, SigningStep } from '../../contract/index.ts'
import styles from './sign.module.css'
import { signTexts } from './sign.texts.ts'

const tones: Readonly<Record<SigningStep['state'], Tone>> = { done: 'good', here: 'doubt', ahead: 'quiet' }

type StepListProps = { readonly edition: Edition; readonly steps: readonly SigningStep[] }

/** The chain, who holds each step, and how far it has come. */
export function StepList({ edition, steps }: StepListProps) {
  const t = signTexts.useTexts()
  // Signed past its chain.
  const skipped = edition.signedAt !== null
  return (
    <section className={styles['block']} aria-label={t('chain')}>
      <h2>
        {t('chain')}
        <span className={styles['faint']}>
          {edition.round > 0 ? t('round', { round: edition.round }) : t('notSent')}
        </span>
      </h2>
      <ol className={styles['steps']}>
        {steps.map((step, at) => (
          <li
            key={step.key}
            data-state={step.state}
            aria-current={step.state === 'here' ? 'step' : undefined}
          >
            <span className={styles['stepHead']}>
              <strong>{step.name}</strong>
              <StateTag tone={tones[step.state]}>
                {t(`step.${skipped && step.state === 'ahead' ? 'skipped' : step.state}`)}
              </StateTag>
            </span>
            <StepPeople step={step} before={steps[at - 1]} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function StepPeople({
  step,
  before,
}: {
  readonly step: SigningStep
  readonly before: SigningStep | undefined
}) {
  const t = signTexts.useTexts()
  const { byName, at, holders, edits } = step
  if (byName !== null && at !== null)
    return (
      <span className={styles['faint']}>
        {t('doneBy', { name: byName, at: formatInstant(at) })}
        {before?.byName === byName ? ` · ${t('sameHand')}` : null}
      </span>
    )
  if (holders.length === 0) return <span className={styles['alert']}>{t('nobody')}</span>
  return (
    <span className={styles['faint']}>
      {t('holders', { names: holders.join('、') })} · {t(edits ? 'mayMend' : 'mayNotMend')}
    </span>
  )
}
