import { Form, InputNumber } from 'antd'
import { type PolicyField as Field, policyBounds, type SecurityPolicy } from '../../contract/index.ts'
import styles from './policy.module.css'
import { policyTexts } from './policy.texts.ts'

type PolicyFieldProps = {
  readonly name: Field
  readonly note?: string
  /** For those who may only look. */
  readonly policy?: SecurityPolicy
}

/** One number of the policy with its bounds beside it. */
export function PolicyField({ name, note, policy }: PolicyFieldProps) {
  const t = policyTexts.useTexts()
  if (policy)
    return (
      <div className={styles['value']}>
        <span>{t(name)}</span>
        <strong>{name === 'passwordDays' && !policy[name] ? t('never') : policy[name]}</strong>
      </div>
    )
  return <NumberField name={name} {...(note ? { note } : {})} />
}

function NumberField({ name, note }: { name: Field; note?: string }) {
  const t = policyTexts.useTexts()
  const { least, most } = policyBounds[name]
  const days = name === 'passwordDays'
  const bounds = days ? t('boundsDays', { least, most }) : t('bounds', { least, most })
  const message = days ? t('outsideDays', { least, most }) : t('outside', { bounds })
  const check = (_: unknown, value: number | null) =>
    Number.isInteger(value) && ((days && value === 0) || (value! >= least && value! <= most))
      ? Promise.resolve()
      : Promise.reject(new Error(message))
  return (
    <Form.Item label={t(name)} {...(note ? { extra: note } : {})} className={styles['field']!}>
      <div className={styles['number']}>
        <Form.Item name={name} noStyle rules={[{ validator: check }]}>
          <InputNumber precision={0} controls inputMode="numeric" id={name} aria-label={t(name)} />
        </Form.Item>
        <span className={styles['bounds']}>{bounds}</span>
      </div>
    </Form.Item>
  )
}
