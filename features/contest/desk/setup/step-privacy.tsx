import { FormField } from '@jianbao/ui'
import { Input } from 'antd'
import type { ContestRules } from '../../contract/index.ts'
import type { SetRules } from './contest-values.ts'
import { FaultLines } from './fault-lines.tsx'
import { NumberField } from './number-field.tsx'
import styles from './setup.module.css'
import { setupTexts } from './setup.texts.ts'

export function StepPrivacy({
  rules,
  onRules,
}: {
  readonly rules: ContestRules
  readonly onRules: SetRules
}) {
  const t = setupTexts.useTexts()
  const { privacy } = rules
  return (
    <>
      <FormField
        label={t('notice')}
        hint={t('noticeHint')}
        problem={privacy.notice.trim() === '' ? t('must') : null}
      >
        <Input.TextArea
          autoSize={{ minRows: 5, maxRows: 16 }}
          maxLength={4000}
          value={privacy.notice}
          onChange={event => onRules({ privacy: { ...privacy, notice: event.target.value } })}
        />
      </FormField>
      <div className={styles['pair']}>
        <NumberField
          label={t('minimumAge')}
          hint={t('minimumAgeHint')}
          min={0}
          max={18}
          value={privacy.minimumAge}
          onChange={minimumAge => onRules({ privacy: { ...privacy, minimumAge } })}
        />
        <NumberField
          label={t('keepDays')}
          hint={t('keepDaysHint')}
          min={1}
          max={730}
          value={privacy.keepDays}
          onChange={keepDays => onRules({ privacy: { ...privacy, keepDays } })}
        />
      </div>
      <FaultLines at="privacy" />
    </>
  )
}
