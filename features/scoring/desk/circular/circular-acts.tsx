import { ActDialog } from '@jianbao/organisation/desk/parts'
import { FormField, formatInstant, useProblemText } from '@jianbao/ui'
import { useNavigate } from '@tanstack/react-router'
import { App, Button, Input } from 'antd'
import { useState } from 'react'
import type { CircularRecord } from '../../contract/index.ts'
import styles from './circular.module.css'
import { useCircularStep } from './circular.queries.ts'
import { circularTexts } from './circular.texts.ts'
import { useChangedWords } from './circular-changed.tsx'
import { CircularTag } from './circular-rows.tsx'

type Asked = 'issue' | 'revoke' | 'remove'

/** Where the circular is in its course, and the buttons that the server says the caller may press. */
export function CircularActs({ circular }: { readonly circular: CircularRecord }) {
  const t = circularTexts.useTexts()
  const text = useProblemText()
  const { message } = App.useApp()
  const step = useCircularStep(circular)
  const [asked, setAsked] = useState<Asked | null>(null)
  const may = (action: CircularRecord['actions'][number]) => circular.actions.includes(action)
  const refresh = () =>
    step.mutate(
      { act: 'refresh' },
      {
        onSuccess: () => void message.success(t('refreshed')),
        onError: error => void message.error(text(error)),
      },
    )
  return (
    <section className={styles['card']} aria-labelledby="circular-issuing">
      <div className={styles['cardHead']}>
        <h2 id="circular-issuing">{t('issuing')}</h2>
        <CircularTag state={circular.state} />
      </div>
      <StateWords circular={circular} />
      <div className={styles['buttons']}>
        {may('issue') ? (
          <Button type="primary" onClick={() => setAsked('issue')}>
            {t('issue')}
          </Button>
        ) : null}
        {may('refresh') ? (
          <Button loading={step.isPending && step.variables.act === 'refresh'} onClick={refresh}>
            {t('refresh')}
          </Button>
        ) : null}
        {may('revoke') ? <Button onClick={() => setAsked('revoke')}>{t('revoke')}</Button> : null}
        {may('remove') ? (
          <Button danger onClick={() => setAsked('remove')}>
            {t('remove')}
          </Button>
        ) : null}
      </div>
      {asked ? <Ask asked={asked} circular={circular} onClose={() => setAsked(null)} /> : null}
    </section>
  )
}

function StateWords({ circular }: { readonly circular: CircularRecord }) {
  const t = circularTexts.useTexts()
  const { state, issuedAt, issuedName, revokedAt, revokedName, revokeReason } = circular
  const issued = issuedAt ? t('issuedNote', { date: formatInstant(issuedAt), name: issuedName ?? '' }) : null
  if (state === 'draft') return <p className={styles['note']}>{t('draftNote')}</p>
  if (state === 'issued' || !revokedAt) return <p className={styles['note']}>{issued}</p>
  return (
    <p className={styles['note']}>
      {t('revokedNote', {
        date: formatInstant(revokedAt),
        name: revokedName ?? '',
        reason: revokeReason ?? '',
      })}
    </p>
  )
}

type AskProps = {
  readonly asked: Asked
  readonly circular: CircularRecord
  readonly onClose: () => void
}

function Ask({ asked, circular, onClose }: AskProps) {
  const t = circularTexts.useTexts()
  const step = useCircularStep(circular)
  const navigate = useNavigate()
  const changed = useChangedWords(circular)
  const [reason, setReason] = useState('')
  const confirm = async () => {
    await step.mutateAsync(asked === 'revoke' ? { act: asked, reason } : { act: asked })
    if (asked === 'remove') void navigate({ to: '/circulars' })
  }
  return (
    <ActDialog
      title={t(`${asked}Title`)}
      confirm={t(asked)}
      cancel={t('cancel')}
      danger={asked !== 'issue'}
      blocked={asked === 'revoke' && reason.trim().length < 2}
      overtaken={t('overtaken')}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>{t(`${asked}Words`, { unit: circular.unitName })}</p>
      {asked === 'issue' && changed ? <p role="alert">{`${changed} ${t('issueStale')}`}</p> : null}
      {asked === 'revoke' ? (
        <FormField label={t('reason')} hint={t('reasonHint')}>
          <Input.TextArea
            rows={3}
            maxLength={500}
            value={reason}
            onChange={event => setReason(event.target.value)}
          />
        </FormField>
      ) : null}
    </ActDialog>
  )
}
