import { FormField, useFocusBack } from '@jianbao/ui'
import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import styles from './proof.module.css'
import { proofTexts } from './proof.texts.ts'

type IgnoreDialogProps = {
  readonly quote: string
  readonly busy: boolean
  readonly onIgnore: (reason: string) => void
  readonly onClose: () => void
}

const usual = ['quote', 'name', 'checked', 'style'] as const

/** A finding is left only with a reason: one of the usual ones, or words of one's own. */
export function IgnoreDialog({ quote, busy, onIgnore, onClose }: IgnoreDialogProps) {
  const t = proofTexts.useTexts()
  const [reason, setReason] = useState('')
  useFocusBack()
  return (
    <Modal
      open
      title={t('ignoreTitle')}
      okText={t('ignore')}
      cancelText={t('cancel')}
      width={460}
      okButtonProps={{ disabled: reason.trim() === '', loading: busy }}
      onOk={() => onIgnore(reason.trim())}
      onCancel={onClose}
    >
      <div className={styles['dialog']}>
        {quote ? <blockquote className={styles['quoted']}>{quote}</blockquote> : null}
        <p className={styles['soft']}>{t('ignoreWords')}</p>
        <div className={styles['usual']}>
          {usual.map(key => (
            <Button key={key} size="small" onClick={() => setReason(t(`reason.${key}`))}>
              {t(`reason.${key}`)}
            </Button>
          ))}
        </div>
        <FormField label={t('reason')}>
          <Input.TextArea
            rows={2}
            maxLength={200}
            value={reason}
            onChange={event => setReason(event.target.value)}
          />
        </FormField>
      </div>
    </Modal>
  )
}
