import { ProblemNotice } from '@jianbao/ui'
import { Button, Form } from 'antd'
import type { ReactNode } from 'react'
import styles from './account.module.css'
import { accountTexts } from './account.texts.ts'
import { CodeField } from './code-field.tsx'
import { useConfirmMail } from './mail.queries.ts'

type MailCodeProps = {
  readonly pending: string
  readonly onDone: () => void
  /** The address was mistyped, or the code did not come. */
  readonly onOther: () => void
  /** What else may be done. */
  readonly children: ReactNode
}

/** The code that was mailed to the address. */
export function MailCode({ pending, onDone, onOther, children }: MailCodeProps) {
  const t = accountTexts.useTexts()
  const confirm = useConfirmMail()
  const plain = (code: string) => code.normalize('NFKC').replace(/\s/g, '')
  return (
    <Form<{ code: string }>
      name="mail-code"
      layout="vertical"
      requiredMark={false}
      onFinish={({ code }) => confirm.mutate(plain(code), { onSuccess: onDone })}
    >
      <p>{t('mailCodeSent', { address: pending })}</p>
      <CodeField label={t('mailCode')} />
      {confirm.error ? (
        <div className={styles['problem']}>
          <ProblemNotice error={confirm.error} />
        </div>
      ) : null}
      <div className={styles['actions']}>
        <Button type="primary" htmlType="submit" loading={confirm.isPending}>
          {t('confirm')}
        </Button>
        <Button onClick={onOther}>{t('mailAgain')}</Button>
        {children}
      </div>
    </Form>
  )
}
