import { ActDialog } from '@jianbao/organisation/desk/parts'
import { FormField } from '@jianbao/ui'
import { Alert, Button, Input } from 'antd'
import { useState } from 'react'
import type { Missive } from '../contract/index.ts'
import styles from './missive.module.css'
import { doDeed, doWithBatch, doWithReason } from './missive.queries.ts'
import { missiveTexts } from './missive.texts.ts'
import { useMissiveActs } from './use-missive-acts.ts'

type Asked = 'issue' | 'issueBatch' | 'return' | 'recall'

/** At the foot, under the thumb: sign, give back, recall, try again. */
export function SignBar({
  missive,
  changed,
}: {
  readonly missive: Missive
  readonly changed: string | null
}) {
  const t = missiveTexts.useTexts()
  const { press, busy } = useMissiveActs(missive.id)
  const [asked, setAsked] = useState<Asked | null>(null)
  const { id, version, actions, batch } = missive
  if (actions.length === 0) return null
  const has = (action: Missive['actions'][number]) => actions.includes(action)
  return (
    <div className={styles['bar']}>
      {changed && has('issue') ? <Alert type="warning" showIcon title={changed} /> : null}
      {has('issue') ? (
        <Button type="primary" size="large" onClick={() => setAsked('issue')}>
          {t('issue')}
        </Button>
      ) : null}
      {has('issue') && batch.waiting > 1 ? (
        <Button size="large" onClick={() => setAsked('issueBatch')}>
          {t('issueBatch', { count: batch.waiting })}
        </Button>
      ) : null}
      {has('return') ? (
        <Button size="large" onClick={() => setAsked('return')}>
          {t('return')}
        </Button>
      ) : null}
      {has('withdraw') ? (
        <Button
          loading={busy}
          onClick={() => void press(() => doDeed(id, 'withdraw', version), t('withdrawn'))}
        >
          {t('withdraw')}
        </Button>
      ) : null}
      {has('retry') ? (
        <Button
          type="primary"
          loading={busy}
          onClick={() => void press(() => doDeed(id, 'retry', version), t('retryDone'))}
        >
          {t('retry')}
        </Button>
      ) : null}
      {has('recall') ? (
        <Button danger onClick={() => setAsked('recall')}>
          {t('recall')}
        </Button>
      ) : null}
      {asked ? <SignDialog missive={missive} asked={asked} onClose={() => setAsked(null)} /> : null}
    </div>
  )
}

type DialogProps = { readonly missive: Missive; readonly asked: Asked; readonly onClose: () => void }

function SignDialog({ missive, asked, onClose }: DialogProps) {
  const t = missiveTexts.useTexts()
  const { act } = useMissiveActs(missive.id)
  const [reason, setReason] = useState('')
  const { id, version, batchId, batch } = missive
  const to =
    missive.kind === 'circular' ? t('wholeBelow', { name: missive.addresseeName }) : missive.addresseeName
  const reasoned = asked === 'return' || asked === 'recall'
  const confirm = (): Promise<void> => {
    switch (asked) {
      case 'issue':
        return act(() => doDeed(id, 'issue', version), t('issued'))
      case 'issueBatch':
        return act(() => doWithBatch(batchId, 'issue'), t('issuedCount', { count: batch.waiting }))
      case 'return':
        return act(() => doWithReason(id, 'return', { version, reason }), t('returnDone'))
      case 'recall':
        return act(() => doWithReason(id, 'recall', { version, reason }), t('recallDone'))
    }
  }
  return (
    <ActDialog
      title={asked === 'issueBatch' ? t('issueBatchTitle', { count: batch.waiting }) : t(`${asked}Title`)}
      confirm={t(asked === 'issueBatch' ? 'issue' : asked)}
      cancel={t('cancel')}
      danger={asked === 'recall'}
      blocked={reasoned && reason.trim() === ''}
      overtaken={t('overtaken')}
      onConfirm={confirm}
      onClose={onClose}
    >
      {asked === 'issue' ? <p>{t('issueWords', { to })}</p> : null}
      {asked === 'issueBatch' ? <p>{t('issueBatchWords')}</p> : null}
      {asked === 'recall' ? <p>{t('recallWords')}</p> : null}
      {reasoned ? (
        <FormField label={t('reason')}>
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
