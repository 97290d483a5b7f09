import { ProblemNotice } from '@jianbao/ui'
import { Button, Form, Input, type InputRef } from 'antd'
import { useEffect, useRef, useState } from 'react'
import styles from './sign-in.module.css'
import { isLapsed, useSecondStep } from './sign-in.queries.ts'
import { signInTexts } from './sign-in.texts.ts'

type CodeFormProps = {
  readonly username: string
  readonly before: string | null
  readonly onStartOver: () => void
}

/** The second step: six digits of the app, or a code kept on paper. */
export function CodeForm({ username, before, onStartOver }: CodeFormProps) {
  const t = signInTexts.useTexts()
  const [form] = Form.useForm<{ code: string }>()
  const step = useSecondStep(before, username)
  const field = useRef<InputRef>(null)
  const [byApp, setByApp] = useState(true)

  // The step before had the focus; it goes on here.
  useEffect(() => field.current?.focus(), [])

  const change = () => {
    setByApp(!byApp)
    step.reset()
    form.resetFields()
    field.current?.focus()
  }
  const submit = ({ code }: { code: string }) =>
    step.mutate(code, {
      // The wrong code is there to be typed over; emptying the field late would take the next one with it.
      onError: () => field.current?.focus({ cursor: 'all' }),
    })
  return (
    <>
      <h2 className={styles['step']}>{t('codeTitle')}</h2>
      <p className={styles['stepNote']}>{byApp ? t('codeNote') : t('backupNote')}</p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={submit}>
        {step.error ? (
          <div className={styles['problem']}>
            <ProblemNotice error={step.error} />
          </div>
        ) : null}
        <Form.Item
          name="code"
          label={byApp ? t('code') : t('backup')}
          rules={[
            byApp
              ? { required: true, pattern: /^\s*(?:[0-9０-９]\s*){6}$/, message: t('codeNeeded') }
              : { required: true, whitespace: true, message: t('backupNeeded') },
          ]}
        >
          <Input
            ref={field}
            size="large"
            className={styles['code']!}
            autoComplete="one-time-code"
            inputMode={byApp ? 'numeric' : 'text'}
            autoCapitalize="none"
            spellCheck={false}
            maxLength={byApp ? 12 : 20}
            disabled={isLapsed(step.error)}
          />
        </Form.Item>
        {isLapsed(step.error) ? (
          <Button type="primary" block size="large" onClick={onStartOver}>
            {t('startOver')}
          </Button>
        ) : (
          <Button type="primary" htmlType="submit" block size="large" loading={step.isPending}>
            {t('verify')}
          </Button>
        )}
      </Form>
      <div className={styles['ways']}>
        <Button type="link" size="small" onClick={change}>
          {byApp ? t('useBackup') : t('useApp')}
        </Button>
        {isLapsed(step.error) ? null : (
          <Button type="link" size="small" onClick={onStartOver}>
            {t('startOver')}
          </Button>
        )}
      </div>
    </>
  )
}
