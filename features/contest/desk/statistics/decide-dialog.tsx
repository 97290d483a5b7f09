import { FormField, ProblemNotice } from '@jianbao/ui'
import { App, Input, Modal } from 'antd'
import { useState } from 'react'
import type { ContestAttemptRow } from '../../contract/index.ts'
import styles from './statistics.module.css'
import { useDecide } from './statistics.queries.ts'
import { statisticsTexts } from './statistics.texts.ts'

type DialogProps = {
  readonly id: string
  readonly decision: 'valid' | 'void'
  readonly attempts: readonly ContestAttemptRow[]
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Says what the decision does, and asks why. */
export function DecideDialog({ id, decision, attempts, onClose, onDone }: DialogProps) {
  const t = statisticsTexts.useTexts()
  const { message } = App.useApp()
  const [reason, setReason] = useState('')
  const decide = useDecide(id)
  const count = attempts.length
  const send = async () => {
    const named = attempts.map(({ player, n }) => ({ player, n }))
    const { changed, unchanged } = await decide.mutateAsync({
      attempts: named,
      decision,
      reason: reason.trim(),
    })
    void message.success(
      unchanged > 0
        ? t('decidedSome', { count: changed, same: unchanged })
        : t('decided', { count: changed }),
    )
    onDone()
    onClose()
  }
  const isVoid = decision === 'void'
  return (
    <Modal
      open={true}
      title={t(isVoid ? 'decideTitleVoid' : 'decideTitleValid', { count })}
      okText={t(isVoid ? 'decideVoid' : 'decideValid')}
      cancelText={t('cancel')}
      okButtonProps={{ danger: isVoid, disabled: reason.trim().length < 2, loading: decide.isPending }}
      onOk={() => void send().catch(() => undefined)}
      onCancel={onClose}
    >
      <div className={styles['dialog']}>
        <p>{t(isVoid ? 'decideNoteVoid' : 'decideNoteValid')}</p>
        <FormField label={t('reason')} hint={t('reasonHint')}>
          <Input.TextArea
            rows={3}
            maxLength={300}
            value={reason}
            onChange={event => setReason(event.target.value)}
          />
        </FormField>
        {decide.error ? <ProblemNotice error={decide.error} /> : null}
      </div>
    </Modal>
  )
}
