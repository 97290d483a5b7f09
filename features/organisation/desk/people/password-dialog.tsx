import { CopyOutlined } from '@ant-design/icons'
import { Alert, Button, Modal } from 'antd'
import { useRef, useState } from 'react'
import type { OneTimePassword } from '../../contract/index.ts'
import form from '../form.module.css'
import styles from './person.module.css'
import { personTexts } from './person.texts.ts'

type PasswordDialogProps = { readonly told: OneTimePassword; readonly onClose: () => void }

/** The one place where a one-time password is ever seen; a click beside it does not take it away. */
export function PasswordDialog({ told: { person, password }, onClose }: PasswordDialogProps) {
  const t = personTexts.useTexts()
  const [copying, setCopying] = useState<'copied' | 'copyByHand' | null>(null)
  const shown = useRef<HTMLElement>(null)
  const username = person.username ?? ''
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(t('copyText', { username, password }))
      setCopying('copied')
    } catch {
      // Without a secure address the browser has no clipboard: the words are marked for the keyboard.
      if (shown.current) getSelection()?.selectAllChildren(shown.current)
      setCopying('copyByHand')
    }
  }
  return (
    <Modal
      open
      title={t('passwordTitle')}
      footer={null}
      width={480}
      mask={{ closable: false }}
      keyboard={false}
      closable={false}
    >
      <div className={form['form']}>
        <p>{t('passwordFor', { name: person.name })}</p>
        <dl className={styles['told']}>
          <div>
            <dt>{t('username')}</dt>
            <dd>{username}</dd>
          </div>
          <div>
            <dt>{t('password')}</dt>
            <dd>
              <code ref={shown}>{password}</code>
            </dd>
          </div>
        </dl>
        <Alert type="warning" showIcon title={t('passwordOnce')} />
        <p role="status" className={styles['soft']}>
          {copying ? t(copying) : null}
        </p>
        <div className={form['foot']}>
          <Button icon={<CopyOutlined aria-hidden="true" />} onClick={() => void copy()}>
            {t('copy')}
          </Button>
          <Button type="primary" onClick={onClose}>
            {t('passwordDone')}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
