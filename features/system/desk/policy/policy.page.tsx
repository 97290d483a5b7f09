import { formatInstant, PageHeader, ProblemNotice } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Form, Skeleton } from 'antd'
import { useState } from 'react'
import type { PolicyChange, SecurityPolicy } from '../../contract/index.ts'
import styles from './policy.module.css'
import { isStale, policyQuery, useChangePolicy } from './policy.queries.ts'
import { policyTexts } from './policy.texts.ts'
import { PolicyField } from './policy-field.tsx'

export default function PolicyPage() {
  const t = policyTexts.useTexts()
  const policy = useQuery(policyQuery)
  const [saved, setSaved] = useState(false)
  return (
    <>
      <PageHeader title={t('title')} note={policy.data ? <Changed policy={policy.data} /> : t('note')} />
      {policy.isError ? <ProblemNotice error={policy.error} onRetry={() => void policy.refetch()} /> : null}
      {policy.isPending ? <Skeleton active /> : null}
      {policy.data ? (
        <PolicyForm
          key={policy.data.version}
          policy={policy.data}
          saved={saved}
          onSaved={() => setSaved(true)}
          onReload={() => void policy.refetch()}
        />
      ) : null}
    </>
  )
}

function Changed({ policy: { changedAt, changedBy } }: { policy: SecurityPolicy }) {
  const t = policyTexts.useTexts()
  const words = changedAt
    ? t('changed', { at: formatInstant(changedAt), by: changedBy ?? '' })
    : t('unchanged')
  return (
    <>
      {t('note')} {words}
    </>
  )
}

type Fields = Omit<PolicyChange, 'version'>

type PolicyFormProps = {
  readonly policy: SecurityPolicy
  /** It was saved on this page before. */
  readonly saved: boolean
  readonly onSaved: () => void
  readonly onReload: () => void
}

function PolicyForm({ policy, saved, onSaved, onReload }: PolicyFormProps) {
  const t = policyTexts.useTexts()
  const [form] = Form.useForm<Fields>()
  const change = useChangePolicy(onSaved)
  const [touched, setTouched] = useState(false)
  const mayEdit = policy.actions.includes('edit')
  const { version, changedAt, changedBy, actions, secondFactorRequired, sessionHours, ...fields } = policy
  const shown = mayEdit ? {} : { policy }
  const reset = () => {
    form.resetFields()
    setTouched(false)
  }
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={fields}
      onValuesChange={() => setTouched(true)}
      onFinish={values => change.mutate({ ...values, version })}
      className={styles['policy']!}
    >
      {mayEdit ? null : <p className={styles['readOnly']}>{t('readOnly')}</p>}
      {saved && !touched ? <Alert type="success" showIcon role="status" title={t('saved')} /> : null}
      <fieldset className={styles['group']}>
        <legend>{t('passwords')}</legend>
        <PolicyField name="passwordLength" {...shown} />
        <PolicyField name="passwordHistory" {...shown} />
        <PolicyField name="passwordDays" {...shown} note={t('passwordDaysNote', { least: 30 })} />
        <PolicyField name="oneTimeHours" {...shown} note={t('oneTimeHoursNote')} />
      </fieldset>
      <fieldset className={styles['group']}>
        <legend>{t('signIn')}</legend>
        <PolicyField name="failures" {...shown} />
        <PolicyField name="restMinutes" {...shown} note={t('restNote')} />
      </fieldset>
      <fieldset className={styles['group']}>
        <legend>{t('sessions')}</legend>
        <PolicyField name="idleMinutes" {...shown} note={t('idleNote', { hours: sessionHours })} />
      </fieldset>
      <section className={styles['group']} aria-labelledby="fixed">
        <h2 id="fixed" className={styles['legend']}>
          {t('fixed')}
        </h2>
        <ul className={styles['fixed']}>
          <li>{t('fixedKinds')}</li>
          <li>{t(secondFactorRequired ? 'fixedFactor' : 'fixedFactorDemonstration')}</li>
          <li>{t('fixedCodes')}</li>
        </ul>
      </section>
      {change.error ? (
        <div className={styles['problem']}>
          <ProblemNotice error={change.error} />
          {isStale(change.error) ? <Button onClick={onReload}>{t('reload')}</Button> : null}
        </div>
      ) : null}
      {mayEdit ? (
        <div className={styles['actions']}>
          <Button type="primary" htmlType="submit" loading={change.isPending}>
            {t('save')}
          </Button>
          {touched ? <Button onClick={reset}>{t('reset')}</Button> : null}
        </div>
      ) : null}
    </Form>
  )
}
