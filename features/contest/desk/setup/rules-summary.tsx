import { useLanguage } from '@jianbao/ui'
import { Button } from 'antd'
import { type ContestRules, type RulesFault, rulesSentences } from '../../contract/index.ts'
import type { FormStep } from './contest-search.ts'
import { stepOf } from './contest-values.ts'
import { useFaultText } from './fault-lines.tsx'
import styles from './setup.module.css'
import { setupTexts } from './setup.texts.ts'

type RulesSummaryProps = {
  readonly rules: ContestRules
  readonly faults: readonly RulesFault[]
  readonly onGo: (step: FormStep) => void
}

/** What the rules mean in plain sentences, and everything that is wrong with them. */
export function RulesSummary({ rules, faults, onGo }: RulesSummaryProps) {
  const t = setupTexts.useTexts()
  const against = faults.filter(({ hint }) => !hint)
  const hints = faults.filter(({ hint }) => hint)
  return (
    <>
      <section className={styles['card']} aria-labelledby="contest-meaning">
        <h2 id="contest-meaning">{t('meaning')}</h2>
        <Sentences rules={rules} />
      </section>
      <section className={styles['card']} aria-labelledby="contest-faults" aria-live="polite">
        <h2 id="contest-faults" className={against.length ? styles['against'] : styles['ready']}>
          {against.length ? t('faultsTitle', { count: against.length }) : t('noFaults')}
        </h2>
        <FaultList faults={against} onGo={onGo} />
        {hints.length ? <h3 className={styles['hintsHead']}>{t('hintsTitle')}</h3> : null}
        <FaultList faults={hints} onGo={onGo} />
      </section>
    </>
  )
}

export function Sentences({ rules }: { readonly rules: ContestRules }) {
  const language = useLanguage()
  return (
    <ul className={styles['sentences']}>
      {rulesSentences(rules, language).map(sentence => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}

function FaultList({ faults, onGo }: Pick<RulesSummaryProps, 'faults' | 'onGo'>) {
  const t = setupTexts.useTexts()
  const text = useFaultText()
  if (!faults.length) return null
  return (
    <ul className={styles['faultList']}>
      {faults.map(fault => (
        <li key={`${fault.at} ${fault.code}`}>
          <span>{text(fault)}</span>
          <Button size="small" onClick={() => onGo(stepOf(fault))}>
            {t('goField')} · {t(`step.${stepOf(fault)}`)}
          </Button>
        </li>
      ))}
    </ul>
  )
}
