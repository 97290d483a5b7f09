import { ProblemError } from '@jianbao/client'
import { ProblemNotice, useMedia } from '@jianbao/ui'
import { Alert, Button, Form, Input, type InputRef } from 'antd'
import { useEffect, useRef } from 'react'
import { deskTexts } from './desk.texts.ts'
import { isSignedOut, type Session, useSignIn } from './session.queries.ts'
import styles from './sign-in.module.css'

type Fields = { username: string; password: string }

export function SignInPage({ session }: { session: Session }) {
  const t = deskTexts.useTexts()
  const [form] = Form.useForm<Fields>()
  const signIn = useSignIn()
  const password = useRef<InputRef>(null)
  const mouse = useMedia('(pointer: fine)')
  const { demonstration } = session

  useEffect(() => {
    document.title = `${t('signIn')} · 简报台`
  })

  const submit = (fields: Fields) => {
    signIn.mutate(fields, {
      onError: error => {
        if (!isSignedOut(error)) return
        form.resetFields(['password'])
        password.current?.focus()
      },
    })
  }

  return (
    <main className={styles['page']}>
      <div className={styles['card']}>
        <h1 className={styles['title']}>{t('product')}</h1>
        <p className={styles['note']}>{t('signInNote')}</p>
        <Form<Fields> form={form} layout="vertical" requiredMark={false} onFinish={submit}>
          {signIn.error ? (
            <div className={styles['problem']}>
              <SignInProblem error={signIn.error} />
            </div>
          ) : null}
          <Form.Item<Fields>
            name="username"
            label={t('username')}
            rules={[{ required: true, message: t('usernameNeeded') }]}
          >
            <Input autoComplete="username" autoCapitalize="none" spellCheck={false} autoFocus={mouse} />
          </Form.Item>
          <Form.Item<Fields>
            name="password"
            label={t('password')}
            rules={[{ required: true, message: t('passwordNeeded') }]}
          >
            <Input.Password ref={password} autoComplete="current-password" />
          </Form.Item>
          <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
            {t('signIn')}
          </Button>
        </Form>
        {demonstration ? (
          <aside className={styles['demonstration']} aria-label={t('demonstration')}>
            <p>{t('demonstration')}</p>
            <p className={styles['account']}>
              <span>
                <code>{demonstration.username}</code> / <code>{demonstration.password}</code>
              </span>
              <Button size="small" onClick={() => form.setFieldsValue(demonstration)}>
                {t('fill')}
              </Button>
            </p>
          </aside>
        ) : null}
      </div>
      <footer className={styles['footer']}>
        <a href="/">{t('publicSite')}</a>
        <span>{t('version', { version: session.version })}</span>
      </footer>
    </main>
  )
}

function SignInProblem({ error }: { error: Error }) {
  const t = deskTexts.useTexts()
  const refused = error instanceof ProblemError && (error.status === 401 || error.status === 403)
  if (refused) return <Alert type="error" showIcon role="alert" title={t('refused')} />
  return <ProblemNotice error={error} />
}
