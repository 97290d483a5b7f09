import { FormField, ProblemNotice, useSending } from '@jianbao/ui'
import { useQueryClient } from '@tanstack/react-query'
import { App, Input, Modal } from 'antd'
import { useState } from 'react'
import type { Recognition } from '../contract/index.ts'
import styles from './scoring.module.css'
import { revokeRecognition, scoringKey } from './scoring.queries.ts'
import { scoringTexts } from './scoring.texts.ts'

type RevokeDialogProps = { readonly row: Recognition; readonly onClose: () => void }

export function RevokeDialog({ row, onClose }: RevokeDialogProps) {
  const t = scoringTexts.useTexts()
  const { message } = App.useApp()
  const client = useQueryClient()
  const [reason, setReason] = useState('')
  const { busy, error, send } = useSending(() => {
    void message.success(t('revokedNow'))
    void client.invalidateQueries({ queryKey: [scoringKey] })
    onClose()
  })
  return (
    <Modal
      open
      title={t('revokeTitle')}
      okText={t('revoke')}
      cancelText={t('cancel')}
      okButtonProps={{ danger: true, disabled: reason.trim().length < 2, loading: busy }}
      onOk={() => void send(() => revokeRecognition(row, reason.trim()))}
      onCancel={onClose}
    >
      <div className={styles['form']}>
        <p>{t('revokeWords', { title: row.reportTitle })}</p>
        <FormField label={t('reason')}>
          <Input.TextArea
            rows={3}
            maxLength={500}
            value={reason}
            onChange={event => setReason(event.target.value)}
          />
        </FormField>
        {error ? <ProblemNotice error={error} /> : null}
      </div>
    </Modal>
  )
}
