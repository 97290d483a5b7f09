import { ProblemNotice } from '@jianbao/ui'
import { Button, Form, Input } from 'antd'
import { useSession } from '../session.context.ts'
import styles from './account.module.css'
import { useChangePassword } from './account.queries.ts'
import { accountTexts } from './account.texts.ts'
import { PasswordRuleList } from './password-rule-list.tsx'

type Fields = { currentPassword: string; newPassword: string; repeated: string }
type PasswordFormProps = {
  readonly submit: string
  readonly onDone?: () => void
  readonly onCancel?: () => void
}

/** The present password and a new one, twice. */
export function PasswordForm({ submit, onDone, onCancel }: PasswordFormProps) {
  const t = accountTexts.useTexts()
  const { username } = useSession().user
  const [form] = Form.useForm<Fields>()
  const change = useChangePassword()
  const typed = Form.useWatch('newPassword', form) ?? ''
  const needed = { required: true, message: t('passwordNeeded') }
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={({ currentPassword, newPassword }) =>
        change.mutate({ currentPassword, newPassword }, onDone ? { onSuccess: onDone } : {})
      }
    >
      {/* Lets the browser's password store know whose password changes. */}
      <input type="text" name="username" value={username} autoComplete="username" readOnly hidden />
      <Form.Item<Fields> name="currentPassword" label={t('currentPassword')} rules={[needed]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item<Fields>
        name="newPassword"
        label={t('newPassword')}
        extra={<PasswordRuleList password={typed} />}
        dependencies={['currentPassword']}
        rules={[
          needed,
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
      {change.error ? (
        <div className={styles['problem']}>
          <ProblemNotice error={change.error} />
        </div>
      ) : null}
      <div className={styles['actions']}>
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {submit}
        </Button>
        {onCancel ? <Button onClick={onCancel}>{t('cancel')}</Button> : null}
      </div>
    </Form>
  )
}
