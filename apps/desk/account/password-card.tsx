import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useSession } from '../session.context.ts'
import styles from './account.module.css'
import { accountTexts } from './account.texts.ts'
import { PasswordForm } from './password-form.tsx'

export function PasswordCard() {
  const t = accountTexts.useTexts()
  const { method } = useSession().user
  const [state, setState] = useState<'closed' | 'open' | 'changed'>('closed')
  return (
    <section className={styles['card']} aria-labelledby="account-password">
      <div className={styles['head']}>
        <h2 id="account-password">{t('password')}</h2>
      </div>
      <p className={styles['cardNote']}>{method === 'oidc' ? t('passwordOidc') : t('passwordNote')}</p>
      {state === 'changed' ? (
        <div className={styles['problem']}>
          <Alert type="success" showIcon role="status" title={t('passwordChanged')} />
        </div>
      ) : null}
      {state === 'open' ? (
        <PasswordForm
          submit={t('save')}
          onDone={() => setState('changed')}
          onCancel={() => setState('closed')}
        />
      ) : (
        <Button onClick={() => setState('open')}>{t('changePassword')}</Button>
      )}
    </section>
  )
}
