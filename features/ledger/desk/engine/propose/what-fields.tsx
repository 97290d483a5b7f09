import { FormField } from '@jianbao/ui'
import { Input, Select } from 'antd'
import type { LedgerSummary } from '../../../contract/index.ts'
import type { FieldsProps } from './form.types.ts'
import { PartOfForm } from './part-of-form.tsx'
import { proposeTexts } from './propose.texts.ts'
import { TargetFields } from './target-fields.tsx'

type WhatFieldsProps = FieldsProps & {
  readonly ledgers: readonly LedgerSummary[]
  /** The ledger of a draft stays what it is. */
  readonly fixed: boolean
}

/** What is to be done, why, and how much of it. */
export function WhatFields({ values, faults, onChange, ledgers, fixed }: WhatFieldsProps) {
  const t = proposeTexts.useTexts()
  const ledger = ledgers.find(({ id }) => id === values.ledgerId)
  const kind = ledger?.kind ?? 'work'
  const problem = (name: 'ledger' | 'title') => (faults.includes(name) ? t(`fault.${name}`) : null)
  return (
    <PartOfForm title={t('what')}>
      <FormField label={t('ledger')} hint={ledger ? undefined : ''} problem={problem('ledger')}>
        <Select
          value={values.ledgerId}
          disabled={fixed}
          onChange={(id: string) => onChange({ ledgerId: id })}
          options={ledgers.map(({ id, name, unitName }) => ({ value: id, label: `${name} · ${unitName}` }))}
        />
      </FormField>
      {ledger ? <Course ledger={ledger} /> : null}
      <FormField label={t('itemTitle')} hint={t('itemTitleHint')} problem={problem('title')}>
        <Input
          maxLength={120}
          value={values.title}
          onChange={event => onChange({ title: event.target.value })}
        />
      </FormField>
      {(['problem', 'measure'] as const).map(name => (
        <FormField key={name} label={t(`${name}.${kind}`)}>
          <Input.TextArea
            autoSize={{ minRows: 2, maxRows: 10 }}
            maxLength={4000}
            value={values[name]}
            onChange={event => onChange({ [name]: event.target.value })}
          />
        </FormField>
      ))}
      <FormField label={t('basis')} hint={t('basisHint')}>
        <Input
          maxLength={500}
          value={values.basis}
          onChange={event => onChange({ basis: event.target.value })}
        />
      </FormField>
      <TargetFields
        values={values}
        faults={faults}
        onChange={onChange}
        campaignId={ledger?.campaignId ?? null}
      />
    </PartOfForm>
  )
}

/** Which way an item of the ledger takes. */
function Course({ ledger: { name, rules } }: { readonly ledger: LedgerSummary }) {
  const t = proposeTexts.useTexts()
  const { review, recheckDays } = rules.steps
  const steps = [
    t(review ? 'stepsReview' : 'stepsDirect'),
    ...(recheckDays === null ? [] : [t('stepsRecheck', { count: recheckDays })]),
  ]
  return <p>{t('ledgerHint', { name, steps: steps.join(t('stepsJoin')) })}</p>
}
