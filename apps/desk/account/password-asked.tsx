import { ProblemNotice } from '@jianbao/ui'
import { Button, Form, Input } from 'antd'
import { useSession } from '../session.context.ts'
import styles from './account.module.css'
import { accountTexts } from './account.texts.ts'

type PasswordAskedProps = {
  readonly submit: string
  readonly pending: boolean
  readonly error: Error | null
  readonly danger?: boolean
  readonly onSubmit: (password: string) => void
  readonly onCancel?: () => void
}

/** Asks for the password again before something that matters. */
export function PasswordAsked({
  submit,
  pending,
  error,
  danger = false,
  onSubmit,
  onCancel,
}: PasswordAskedProps) {
  const t = accountTexts.useTexts()
  const { username } = useSession().user
  return (
    <Form<{ password: string }>
      name="again"
      layout="vertical"
      requiredMark={false}
      onFinish={({ password }) => onSubmit(password)}
    >
      <input type="text" name="username" value={username} autoComplete="username" readOnly hidden />
      <Form.Item
        name="password"
        label={t('currentPassword')}
        rules={[{ required: true, message: t('passwordNeeded') }]}
      >
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      {error ? (
        <div className={styles['problem']}>
          <ProblemNotice error={error} />
        </div>
      ) : null}
      <div className={styles['actions']}>
        <Button type="primary" danger={danger} htmlType="submit" loading={pending}>
          {submit}
        </Button>
        {onCancel ? <Button onClick={onCancel}>{t('cancel')}</Button> : null}
      </div>
    </Form>
  )
}
