import { Form, Input } from 'antd'
import styles from './account.module.css'
import { accountTexts } from './account.texts.ts'

/** Six digits, of the app unless told otherwise; phones offer what they know. */
export function CodeField({ label }: { readonly label?: string }) {
  const t = accountTexts.useTexts()
  const rule = { required: true, pattern: /^\s*(?:[0-9０-９]\s*){6}$/, message: t('codeNeeded') }
  return (
    <Form.Item name="code" label={label ?? t('code')} rules={[rule]}>
      <Input
        className={styles['code']!}
        autoComplete="one-time-code"
        inputMode="numeric"
        maxLength={12}
        spellCheck={false}
      />
    </Form.Item>
  )
}
