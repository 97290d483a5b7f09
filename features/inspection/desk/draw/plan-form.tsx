import { FormField, ProblemNotice, usePaused } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { type ReactNode, useState } from 'react'
import type { DrawPlanView, InspectorCandidates } from '../../contract/index.ts'
import styles from './draw.module.css'
import { campaignChoicesQuery, previewQuery } from './draw.queries.ts'
import { drawTexts } from './draw.texts.ts'
import { PlanPreview } from './plan-preview.tsx'
import { PlanRange } from './plan-range.tsx'
import { PlanStrata } from './plan-strata.tsx'
import { PlanTeam } from './plan-team.tsx'
import { type DrawValues, planOf } from './plan-values.ts'

type PlanFormProps = {
  readonly values: DrawValues
  readonly candidates: InspectorCandidates
  readonly busy: boolean
  readonly error: unknown
  /** What stands beside the button to save. */
  readonly status: string
  readonly onChange: (values: DrawValues) => void
  readonly onSave: () => void
  /** What else may be done, given whether the plan can be committed to. */
  readonly acts?: (ready: boolean) => ReactNode
}

const pauseMs = 300

/** A draw as it is prepared: name, range, strata, inspectors, and beside them what comes of it. */
export function PlanForm(props: PlanFormProps) {
  const { values, candidates, busy, error, status, onChange, onSave, acts } = props
  const t = drawTexts.useTexts()
  const [tried, setTried] = useState(false)
  const campaigns = useQuery(campaignChoicesQuery)
  const { plan } = values
  const paused = usePaused(plan, pauseMs)
  const preview = useQuery(previewQuery(planOf(paused)))
  const setPlan = (change: Partial<DrawPlanView>) => onChange({ ...values, plan: { ...plan, ...change } })
  const lacking = values.name.trim().length < 2
  const save = () => {
    setTried(true)
    if (!lacking) onSave()
  }
  const fresh = paused === plan && !preview.isPlaceholderData
  return (
    <form
      className={styles['page']}
      aria-label={t('newTitle')}
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
              {t('save')}
            </Button>
            {acts?.(fresh && preview.data?.problems.length === 0)}
          </div>
          <span className={styles['faint']} role="status">
            {status}
          </span>
          {error ? <ProblemNotice error={error} onRetry={save} /> : null}
        </div>
        {/* Below the buttons: it grows while one types, and would push them from under a finger. */}
        <PlanPreview preview={preview.data} error={preview.error} />
      </div>
      <div className={styles['main']}>
        <section className={styles['card']} aria-labelledby="draw-basics">
          <h2 id="draw-basics">{t('basics')}</h2>
          <FormField label={t('name')} hint={t('nameHint')} problem={tried && lacking ? t('must') : null}>
            <Input
              maxLength={100}
              value={values.name}
              onChange={event => onChange({ ...values, name: event.target.value })}
            />
          </FormField>
          <FormField label={t('campaign')}>
            <Select
              value={values.campaignId ?? ''}
              onChange={id => onChange({ ...values, campaignId: id || null })}
              options={[
                { value: '', label: t('noCampaign') },
                ...(campaigns.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          </FormField>
        </section>
        <PlanRange plan={plan} onChange={setPlan} />
        <PlanStrata plan={plan} preview={preview.data} onChange={setPlan} />
        <PlanTeam plan={plan} preview={preview.data} candidates={candidates} onChange={setPlan} />
      </div>
    </form>
  )
}
