import { ProblemNotice } from '@jianbao/ui'
import { Button, Form, Input } from 'antd'
import styles from './account.module.css'
import { accountTexts } from './account.texts.ts'
import { useSetMail } from './mail.queries.ts'

type MailAddressFormProps = { readonly onSent: () => void; readonly onCancel: () => void }

export function MailAddressForm({ onSent, onCancel }: MailAddressFormProps) {
  const t = accountTexts.useTexts()
  const set = useSetMail()
  return (
    <Form<{ address: string }>
      name="mail-address"
      layout="vertical"
      requiredMark={false}
      onFinish={({ address }) => set.mutate(address.trim(), { onSuccess: onSent })}
    >
      <Form.Item
        name="address"
        label={t('mailAddress')}
        extra={t('mailAddressNote')}
        rules={[{ required: true, whitespace: true, message: t('mailAddressNeeded') }]}
      >
        <Input type="email" autoComplete="email" inputMode="email" maxLength={254} spellCheck={false} />
      </Form.Item>
      {set.error ? (
        <div className={styles['problem']}>
          <ProblemNotice error={set.error} />
        </div>
      ) : null}
      <div className={styles['actions']}>
        <Button type="primary" htmlType="submit" loading={set.isPending}>
          {t('mailSendCode')}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </div>
    </Form>
  )
}
