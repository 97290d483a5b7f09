import { formatInstant } from '@jianbao/ui'
import type { EditionStepRow } from '../../contract/index.ts'
import styles from './sign.module.css'
import { signTexts } from './sign.texts.ts'

const known = ['begin', 'send', 'recall', 'pass', 'return', 'sign', 'force', 'void', 'freeze'] as const

/** Everything that was done with it, the newest first. */
export function StepHistory({ steps }: { readonly steps: readonly EditionStepRow[] }) {
  const t = signTexts.useTexts()
  // A step that is called as what is done at it is not said twice.
  const didWords = (deed: string, step: string | null): string =>
    step && step !== deed ? t('at', { step }) + deed : deed
  return (
    <section className={styles['block']} aria-label={t('history')}>
      <h2>{t('history')}</h2>
      <ol className={styles['history']}>
        {steps.toReversed().map(({ seq, action, stepName, byName, reason, at }) => (
          <li key={seq}>
            <span>{didWords(t(`did.${known.find(each => each === action) ?? 'other'}`), stepName)}</span>
            <span className={styles['faint']}>{t('doneBy', { name: byName, at: formatInstant(at) })}</span>
            {reason ? <q className={styles['reason']}>{reason}</q> : null}
          </li>
        ))}
      </ol>
    </section>
  )
}
