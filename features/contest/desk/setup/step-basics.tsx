import { UnitPicker } from '@jianbao/organisation/desk/parts'
import { FormField } from '@jianbao/ui'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { type ContestValues, lackingOf, type SetValues } from './contest-values.ts'
import styles from './setup.module.css'
import { setupTexts } from './setup.texts.ts'

type StepBasicsProps = {
  readonly values: ContestValues
  readonly onChange: SetValues
  /** A unit is chosen once: rights and units of the players hang on it. */
  readonly fresh: boolean
  readonly tried: boolean
}

export function StepBasics({ values, onChange, fresh, tried }: StepBasicsProps) {
  const t = setupTexts.useTexts()
  const [choosing, setChoosing] = useState(false)
  const lacking = lackingOf(values)
  return (
    <>
      <FormField
        label={t('title')}
        hint={t('titleHint')}
        problem={tried && lacking.includes('title') ? t('must') : null}
      >
        <Input
          maxLength={80}
          value={values.title}
          onChange={event => onChange({ title: event.target.value })}
        />
      </FormField>
      {choosing ? (
        <UnitPicker
          label={t('unit')}
          value={null}
          onChange={unit => {
            if (unit) onChange({ unitId: unit.id, unitName: unit.name })
            setChoosing(false)
          }}
        />
      ) : (
        <div className={styles['field']}>
          <span className={styles['label']}>{t('unit')}</span>
          <span className={styles['line']}>
            <span>{values.unitName}</span>
            {fresh ? (
              <Button size="small" onClick={() => setChoosing(true)}>
                {t('chooseOther')}
              </Button>
            ) : null}
          </span>
        </div>
      )}
      <FormField
        label={t('slug')}
        hint={t('slugHint')}
        problem={lacking.includes('slug') ? t('slugWrong') : null}
      >
        <Input
          prefix={<span className={styles['quiet']}>/play/</span>}
          maxLength={40}
          autoCapitalize="none"
          spellCheck={false}
          value={values.slug}
          onChange={event => onChange({ slug: event.target.value.trim().toLowerCase() })}
        />
      </FormField>
      <FormField label={t('about')} hint={t('aboutHint')}>
        <Input.TextArea
          autoSize={{ minRows: 5, maxRows: 16 }}
          maxLength={4000}
          value={values.about}
          onChange={event => onChange({ about: event.target.value })}
        />
      </FormField>
    </>
  )
}
