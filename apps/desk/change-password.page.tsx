import { ProblemNotice } from '@jianbao/ui'
import { Alert, Button, Form, Input } from 'antd'
import { useEffect } from 'react'
import { deskTexts } from './desk.texts.ts'
import { isSignedOut, useChangePassword, useSignOut } from './session.queries.ts'
import styles from './sign-in.module.css'

type Fields = { currentPassword: string; newPassword: string; repeated: string }

const minLength = 10

/** A one-time password lets nobody further than this page. */
export default function ChangePasswordPage({ username }: { username: string }) {
  const t = deskTexts.useTexts()
  const change = useChangePassword()
  const signOut = useSignOut()
  useEffect(() => {
    document.title = `${t('changePassword')} · 简报台`
  })
  return (
    <main className={styles['page']}>
      <div className={styles['card']}>
        <h1 className={styles['title']}>{t('changePassword')}</h1>
        <p className={styles['note']}>{t('changePasswordNote')}</p>
        <Form<Fields>
          layout="vertical"
          requiredMark={false}
          onFinish={({ currentPassword, newPassword }) => change.mutate({ currentPassword, newPassword })}
        >
          {change.error ? (
            <div className={styles['problem']}>
              {isSignedOut(change.error) ? (
                <Alert type="error" showIcon role="alert" title={t('currentRefused')} />
              ) : (
                <ProblemNotice error={change.error} />
              )}
            </div>
          ) : null}
          {/* Lets the browser's password store know whose password changes. */}
          <input type="text" name="username" value={username} autoComplete="username" readOnly hidden />
          <Form.Item<Fields>
            name="currentPassword"
            label={t('currentPassword')}
            rules={[{ required: true, message: t('passwordNeeded') }]}
          >
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          <Form.Item<Fields>
            name="newPassword"
            label={t('newPassword')}
            extra={t('passwordLength')}
            dependencies={['currentPassword']}
            rules={[
              { required: true, min: minLength, message: t('passwordLength') },
              ({ getFieldValue }) => ({
                validator: (_, value: string) =>
                  value && value === getFieldValue('currentPassword')
                    ? Promise.reject(new Error(t('passwordSame')))
                    : Promise.resolve(),
              }),
            ]}
          >
            <Input.Password autoComplete="new-password" />
          </Form.Item>
          <Form.Item<Fields>
            name="repeated"
            label={t('repeatPassword')}
            dependencies={['newPassword']}
            rules={[
              ({ getFieldValue }) => ({
                validator: (_, value: string | undefined) =>
                  (value ?? '') === (getFieldValue('newPassword') ?? '')
                    ? Promise.resolve()
                    : Promise.reject(new Error(t('passwordDiffers'))),
              }),
            ]}
          >
            <Input.Password autoComplete="new-password" />
          </Form.Item>
          <Button type="primary" htmlType="submit" block loading={change.isPending}>
            {t('save')}
          </Button>
        </Form>
      </div>
      <footer className={styles['footer']}>
        <Button type="link" size="small" onClick={() => signOut.mutate()}>
          {t('signOut')}
        </Button>
      </footer>
    </main>
  )
}
