import { ProblemNotice } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ReactNode, useMemo, useRef, useState } from 'react'
import { type ContestChoices, rulesFaults } from '../../contract/index.ts'
import { kindsQuery } from './contest.queries.ts'
import { type FormStep, formSteps } from './contest-search.ts'
import { type ContestValues, lackingOf, type SetRules, type SetValues, stepOf } from './contest-values.ts'
import { Faults } from './fault-lines.tsx'
import { RulesSummary } from './rules-summary.tsx'
import styles from './setup.module.css'
import { setupTexts } from './setup.texts.ts'
import { StepBasics } from './step-basics.tsx'
import { StepDraw } from './step-draw.tsx'
import { StepIdentity } from './step-identity.tsx'
import { StepPrivacy } from './step-privacy.tsx'
import { StepRewards } from './step-rewards.tsx'
import { StepScoring } from './step-scoring.tsx'
import { StepTimes } from './step-times.tsx'
import { StepsBar } from './steps-bar.tsx'

type ContestFormProps = {
  readonly values: ContestValues
  readonly choices: ContestChoices
  readonly step: FormStep
  readonly fresh: boolean
  readonly busy: boolean
  readonly error: unknown
  readonly status: string
  readonly onStep: (step: FormStep) => void
  readonly onChange: (values: ContestValues) => void
  readonly onSave: () => void
  /** What else may be done. */
  readonly acts?: ReactNode
}

/** A contest as it is set up, step by step; beside it what the rules mean and what is still wrong with them. */
export function ContestForm(props: ContestFormProps) {
  const { values, choices, step, fresh, busy, error, status, onStep, onChange, onSave, acts } = props
  const t = setupTexts.useTexts()
  const [tried, setTried] = useState(false)
  const head = useRef<HTMLHeadingElement>(null)
  const found = useQuery({ ...kindsQuery(values.bankIds), enabled: values.bankIds.length > 0 })
  const kinds = useMemo(
    () => (values.bankIds.length ? (found.data?.rows ?? []) : []),
    [values.bankIds, found.data],
  )
  const faults = useMemo(() => {
    const providers = choices.providers.map(({ key }) => key)
    const all = rulesFaults(values.rules, kinds, { now: new Date(), providers })
    // Not counted yet is not too few.
    return found.isLoading ? all.filter(fault => stepOf(fault) !== 'draw') : all
  }, [values.rules, kinds, choices.providers, found.isLoading])
  const set: SetValues = change => onChange({ ...values, ...change })
  const setRules: SetRules = change => onChange({ ...values, rules: { ...values.rules, ...change } })
  const go = (to: FormStep) => {
    onStep(to)
    // The next step is read from its head on.
    requestAnimationFrame(() => head.current?.focus())
  }
  const save = () => {
    setTried(true)
    if (lackingOf(values).length > 0) go('basics')
    else onSave()
  }
  const at = formSteps.indexOf(step)
  const shared = { rules: values.rules, onRules: setRules }
  return (
    <Faults value={faults}>
      <form
        className={styles['page']}
        aria-label={t('newTitle')}
        noValidate
        onSubmit={event => {
          event.preventDefault()
          // Dialogues stand inside this form to React, though not on the page: what they send is not this form's.
          if (event.target === event.currentTarget) save()
        }}
      >
        <div className={styles['side']}>
          <div className={styles['card']}>
            <div className={styles['buttons']}>
              <Button htmlType="submit" type={acts ? 'default' : 'primary'} loading={busy}>
                {t(fresh ? 'saveNew' : 'save')}
              </Button>
              {acts}
            </div>
            <span className={styles['faint']} role="status">
              {status}
            </span>
            {error ? <ProblemNotice error={error} onRetry={save} /> : null}
          </div>
          <RulesSummary rules={values.rules} faults={faults} onGo={go} />
        </div>
        <div className={styles['main']}>
          <StepsBar step={step} faults={faults} onStep={go} />
          <section className={styles['card']} aria-labelledby="contest-step">
            <h2 id="contest-step" ref={head} tabIndex={-1}>
              {t(`step.${step}`)}
            </h2>
            {step === 'basics' ? (
              <StepBasics values={values} onChange={set} fresh={fresh} tried={tried} />
            ) : null}
            {step === 'draw' ? (
              <StepDraw values={values} choices={choices} kinds={kinds} onChange={set} onRules={setRules} />
            ) : null}
            {step === 'times' ? <StepTimes {...shared} /> : null}
            {step === 'identity' ? <StepIdentity {...shared} choices={choices} /> : null}
            {step === 'scoring' ? <StepScoring {...shared} /> : null}
            {step === 'rewards' ? <StepRewards {...shared} /> : null}
            {step === 'privacy' ? <StepPrivacy {...shared} /> : null}
            <div className={styles['buttons']}>
              {at > 0 ? <Button onClick={() => go(formSteps[at - 1]!)}>{t('previous')}</Button> : null}
              {at < formSteps.length - 1 ? (
                <Button onClick={() => go(formSteps[at + 1]!)}>
                  {t('next')} · {t(`step.${formSteps[at + 1]!}`)}
                </Button>
              ) : null}
            </div>
          </section>
        </div>
      </form>
    </Faults>
  )
}
