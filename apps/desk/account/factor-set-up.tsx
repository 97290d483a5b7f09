import { ProblemNotice, usePhone } from '@jianbao/ui'
import { Button, Form, Input, QRCode } from 'antd'
import { useState } from 'react'
import styles from './account.module.css'
import { useAccountRefresh, useBeginFactor, useConfirmFactor } from './account.queries.ts'
import { accountTexts } from './account.texts.ts'
import { BackupCodes } from './backup-codes.tsx'
import { CodeField } from './code-field.tsx'
import { PasswordAsked } from './password-asked.tsx'

type Enrolment = NonNullable<ReturnType<typeof useBeginFactor>['data']>

/** Four steps: the password, the app, the codes to fall back on, and a first code that puts it in force. */
export function FactorSetUp({ onDone, onCancel }: { onDone?: () => void; onCancel?: () => void }) {
  const t = accountTexts.useTexts()
  const begin = useBeginFactor()
  if (begin.data) return <Steps enrolment={begin.data} {...(onDone ? { onDone } : {})} />
  return (
    <section>
      <h2 className={styles['step']}>{t('setUpPassword')}</h2>
      <p className={styles['stepNote']}>{t('setUpPasswordNote')}</p>
      <PasswordAsked
        submit={t('next')}
        pending={begin.isPending}
        error={begin.error}
        onSubmit={password => begin.mutate(password)}
        {...(onCancel ? { onCancel } : {})}
      />
    </section>
  )
}

function Steps({ enrolment, onDone }: { enrolment: Enrolment; onDone?: () => void }) {
  const t = accountTexts.useTexts()
  const confirm = useConfirmFactor()
  const refresh = useAccountRefresh()
  const [form] = Form.useForm<{ code: string }>()
  const phone = usePhone()
  const [typing, setTyping] = useState(false)
  const submit = ({ code }: { code: string }) =>
    confirm.mutate(code, {
      onSuccess: async () => {
        onDone?.()
        await refresh()
      },
      onError: () => form.resetFields(),
    })
  return (
    <>
      <section className={styles['part']}>
        <h2 className={styles['step']}>{t('setUpScan')}</h2>
        <p className={styles['stepNote']}>{t('setUpScanNote')}</p>
        <div className={styles['scan']}>
          {/* Black on white in either theme: cameras expect it. */}
          <QRCode
            value={enrolment.uri}
            size={184}
            color="#000000"
            bgColor="#ffffff"
            aria-label={t('qrCode')}
          />
          <div>
            {/* A phone cannot scan its own screen. */}
            {phone ? (
              <Button href={enrolment.uri} block>
                {t('openApp')}
              </Button>
            ) : null}
            <Button type="link" size="small" aria-expanded={typing} onClick={() => setTyping(!typing)}>
              {t('setUpType')}
            </Button>
            {typing ? (
              <Input.TextArea aria-label={t('secret')} value={enrolment.secret} autoSize readOnly />
            ) : null}
          </div>
        </div>
      </section>
      <section className={styles['part']}>
        <h2 className={styles['step']}>{t('setUpBackup')}</h2>
        <p className={styles['stepNote']}>{t('setUpBackupNote')}</p>
        <BackupCodes codes={enrolment.backupCodes} />
      </section>
      <section>
        <h2 className={styles['step']}>{t('setUpCode')}</h2>
        <p className={styles['stepNote']}>{t('setUpCodeNote')}</p>
        <Form form={form} layout="vertical" requiredMark={false} onFinish={submit}>
          <CodeField />
          {confirm.error ? (
            <div className={styles['problem']}>
              <ProblemNotice error={confirm.error} />
            </div>
          ) : null}
          <Button type="primary" htmlType="submit" loading={confirm.isPending}>
            {t('finish')}
          </Button>
        </Form>
      </section>
    </>
  )
}
