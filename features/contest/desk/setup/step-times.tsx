import { FormField } from '@jianbao/ui'
import { Select } from 'antd'
import type { ContestRules } from '../../contract/index.ts'
import type { SetRules } from './contest-values.ts'
import { FaultLines } from './fault-lines.tsx'
import { MomentField } from './moment-field.tsx'
import { LimitField, NumberField } from './number-field.tsx'
import { HoursFields, SessionFields } from './session-fields.tsx'
import styles from './setup.module.css'
import { setupTexts } from './setup.texts.ts'

const limits = ['question', 'paper', 'none'] as const
const shown = ['never', 'at-once', 'after-close'] as const
const bounds = { question: [5, 600], paper: [10, 14_400] } as const

export function StepTimes({ rules, onRules }: { readonly rules: ContestRules; readonly onRules: SetRules }) {
  const t = setupTexts.useTexts()
  const { time, attempts } = rules
  const setLimit = (per: ContestRules['time']['per']) =>
    onRules({ time: per === 'none' ? { per } : { per, seconds: per === 'question' ? 30 : 600 } })
  return (
    <>
      <div className={styles['pair']}>
        <MomentField
          label={t('opensAt')}
          hint={t('timeHint')}
          value={rules.opensAt}
          onChange={opensAt => onRules({ opensAt })}
        />
        <MomentField
          label={t('closesAt')}
          hint={t('timeHint')}
          value={rules.closesAt}
          onChange={closesAt => onRules({ closesAt })}
        />
      </div>
      <FaultLines at="closesAt" />
      <HoursFields rules={rules} onRules={onRules} />
      <div className={styles['triple']}>
        <FormField label={t('limit')}>
          <Select
            value={time.per}
            onChange={setLimit}
            options={limits.map(value => ({ value, label: t(`limit.${value}`) }))}
          />
        </FormField>
        {time.per === 'none' ? null : (
          <NumberField
            label={t('seconds')}
            min={bounds[time.per][0]}
            max={bounds[time.per][1]}
            value={time.seconds}
            onChange={seconds => onRules({ time: { per: time.per, seconds } })}
          />
        )}
        <NumberField
          label={t('grace')}
          hint={t('graceHint')}
          min={0}
          max={600}
          value={rules.graceSeconds}
          onChange={graceSeconds => onRules({ graceSeconds })}
        />
      </div>
      <div className={styles['pair']}>
        <LimitField
          label={t('perDay')}
          hint={t('unlimited')}
          min={1}
          max={1000}
          value={attempts.perDay}
          onChange={perDay => onRules({ attempts: { ...attempts, perDay } })}
        />
        <LimitField
          label={t('inAll')}
          hint={t('unlimited')}
          min={1}
          max={10_000}
          value={attempts.inAll}
          onChange={inAll => onRules({ attempts: { ...attempts, inAll } })}
        />
      </div>
      <FaultLines at="attempts" />
      <label className={styles['check']}>
        <input
          type="checkbox"
          checked={rules.practice}
          onChange={event => onRules({ practice: event.target.checked })}
        />
        {t('practice')}
      </label>
      <FormField label={t('answersShown')}>
        <Select
          value={rules.answersShown}
          onChange={answersShown => onRules({ answersShown })}
          options={shown.map(value => ({ value, label: t(`answersShown.${value}`) }))}
        />
      </FormField>
      <FaultLines at="answersShown" />
      <SessionFields rules={rules} onRules={onRules} />
    </>
  )
}
