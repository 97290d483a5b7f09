import { ProblemError } from '@jianbao/client'
import { chooseLanguage, ProblemNotice, useLanguage, useMedia } from '@jianbao/ui'
import { Alert, Button, Form, Input, type InputRef } from 'antd'
import { useEffect, useRef } from 'react'
import { deskTexts } from './desk.texts.ts'
import { isSignedOut, type Session, useSignIn } from './session.queries.ts'
import styles from './sign-in.module.css'

type Fields = { username: string; password: string }

type SignInPageProps = {
  readonly session: Session
  /** Who worked here until the sign-in ended, null for a first visit. */
  readonly before: string | null
}

export function SignInPage({ session, before }: SignInPageProps) {
  const t = deskTexts.useTexts()
  const [form] = Form.useForm<Fields>()
  const signIn = useSignIn(before)
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
        <Form<Fields>
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={{ username: before ?? '' }}
          onFinish={submit}
        >
          {before !== null && !signIn.error ? (
            <div className={styles['problem']}>
              <Alert type="warning" showIcon role="alert" title={t('sessionEnded')} />
            </div>
          ) : null}
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
            <Input
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              autoFocus={mouse && before === null}
            />
          </Form.Item>
          <Form.Item<Fields>
            name="password"
            label={t('password')}
            rules={[{ required: true, message: t('passwordNeeded') }]}
          >
            <Input.Password
              ref={password}
              autoComplete="current-password"
              autoFocus={mouse && before !== null}
            />
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
                <code>{demonstration.people[0]?.username}</code> / <code>{demonstration.password}</code>
              </span>
              <Button
                size="small"
                onClick={() =>
                  form.setFieldsValue({
                    username: demonstration.people[0]?.username ?? '',
                    password: demonstration.password,
                  })
                }
              >
                {t('fill')}
              </Button>
            </p>
          </aside>
        ) : null}
      </div>
      <footer className={styles['footer']}>
        <a href="/">{t('publicSite')}</a>
        <LanguageSwitch />
        <span>{t('version', { version: session.version })}</span>
      </footer>
    </main>
  )
}

/** Each language is offered in its own words, for who cannot read the other. */
function LanguageSwitch() {
  const other = useLanguage() === 'zh' ? 'en' : 'zh'
  return (
    <button
      type="button"
      className={styles['language']}
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      onClick={() => chooseLanguage(other)}
    >
      {other === 'zh' ? '中文' : 'English'}
    </button>
  )
}

function SignInProblem({ error }: { error: Error }) {
  const t = deskTexts.useTexts()
  const refused = error instanceof ProblemError && (error.status === 401 || error.status === 403)
  if (refused) return <Alert type="error" showIcon role="alert" title={t('refused')} />
  return <ProblemNotice error={error} />
}
