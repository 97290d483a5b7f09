import { ProblemNotice, useMedia } from '@jianbao/ui'
import { Alert, Button, Divider, Form, Input, type InputRef } from 'antd'
import { type KeyboardEvent, useRef, useState } from 'react'
import styles from './sign-in.module.css'
import { type Credentials, isRefused, useOidc, useSignIn } from './sign-in.queries.ts'
import { signInTexts } from './sign-in.texts.ts'
import { OidcProblem, useOidcRefusal } from './sign-in-oidc.tsx'

type PasswordFormProps = {
  /** What the demonstration put in for the person. */
  readonly filled: Credentials | null
  readonly before: string | null
  /** What the provider's button says; null where there is no provider. */
  readonly oidc: { readonly name: string } | null
  /** The name and the password were right and a second step follows. */
  readonly onPassed: (username: string) => void
}

export function PasswordForm({ filled, before, oidc, onPassed }: PasswordFormProps) {
  const t = signInTexts.useTexts()
  const [form] = Form.useForm<Credentials>()
  const signIn = useSignIn(before)
  const provider = useOidc()
  const refusal = useOidcRefusal()
  const password = useRef<InputRef>(null)
  const mouse = useMedia('(pointer: fine)')
  const [capsLock, setCapsLock] = useState(false)

  const submit = ({ username, password: typed }: Credentials) => {
    const fields = { username: username.trim(), password: typed }
    signIn.mutate(fields, {
      onSuccess: answer => {
        if (answer.secondFactor) onPassed(fields.username)
      },
      onError: error => {
        if (!isRefused(error)) return
        form.resetFields(['password'])
        password.current?.focus()
      },
    })
  }
  const watchCapsLock = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'))
  const problem = signIn.error ?? provider.error

  return (
    <>
      <Form<Credentials>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={filled ?? { username: before ?? '', password: '' }}
        onFinish={submit}
      >
        <div className={styles['problem']}>
          {problem ? (
            <SignInProblem error={problem} />
          ) : refusal ? (
            <OidcProblem refusal={refusal} />
          ) : before !== null ? (
            <Alert type="warning" showIcon role="alert" title={t('ended')} description={t('endedNote')} />
          ) : null}
        </div>
        <Form.Item<Credentials>
          name="username"
          label={t('username')}
          rules={[{ required: true, whitespace: true, message: t('usernameNeeded') }]}
        >
          <Input
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            autoFocus={mouse && before === null}
          />
        </Form.Item>
        <Form.Item<Credentials>
          name="password"
          label={t('password')}
          rules={[{ required: true, message: t('passwordNeeded') }]}
          extra={capsLock ? <span role="status">{t('capsLock')}</span> : null}
        >
          <Input.Password
            ref={password}
            autoComplete="current-password"
            autoFocus={mouse && before !== null}
            onKeyUp={watchCapsLock}
          />
        </Form.Item>
        <Button type="primary" htmlType="submit" block size="large" loading={signIn.isPending}>
          {t('submit')}
        </Button>
      </Form>
      {oidc ? (
        <>
          <Divider plain className={styles['or']!}>
            {t('or')}
          </Divider>
          <Button block size="large" loading={provider.isPending} onClick={() => provider.mutate()}>
            {oidc.name}
          </Button>
        </>
      ) : null}
    </>
  )
}

function SignInProblem({ error }: { error: Error }) {
  const t = signInTexts.useTexts()
  if (!isRefused(error)) return <ProblemNotice error={error} />
  return <Alert type="error" showIcon role="alert" title={t('refused')} description={t('refusedHint')} />
}
