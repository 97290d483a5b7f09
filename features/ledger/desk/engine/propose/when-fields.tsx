import { CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { DayField, FormField } from '@jianbao/ui'
import { Button, Input, InputNumber } from 'antd'
import type { FieldsProps } from './form.types.ts'
import { PartOfForm } from './part-of-form.tsx'
import styles from './propose.module.css'
import { proposeTexts } from './propose.texts.ts'
import type { DraftMilestone } from './propose.values.ts'

const earliest = '2000-01-01'

/** Until when, over which milestones, with what money. */
export function WhenFields({ values, faults, onChange }: FieldsProps) {
  const t = proposeTexts.useTexts()
  const { milestones } = values
  const change = (at: number, part: Partial<DraftMilestone>) =>
    onChange({ milestones: milestones.map((one, index) => (index === at ? { ...one, ...part } : one)) })
  const due = (['due', 'dueBehindStart'] as const).find(fault => faults.includes(fault))
  const wrong = (['milestones', 'milestoneDays'] as const).filter(fault => faults.includes(fault))
  return (
    <PartOfForm title={t('when')}>
      <div className={styles['row']}>
        <FormField label={t('start')} hint={t('startHint')}>
          <DayField
            label={t('start')}
            value={values.startDay}
            earliest={earliest}
            onChange={startDay => onChange({ startDay })}
          />
        </FormField>
        <FormField label={t('due')} problem={due ? t(`fault.${due}`) : null}>
          <DayField
            label={t('due')}
            value={values.dueDay}
            earliest={values.startDay ?? earliest}
            onChange={dueDay => onChange({ dueDay })}
          />
        </FormField>
      </div>
      <fieldset className={styles['field']}>
        <legend>{t('milestones')}</legend>
        <span className={styles['hint']}>{t('milestonesHint')}</span>
        {milestones.map(({ name, day }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a milestone is known by its place
          <div key={at} className={styles['milestone']}>
            <Input
              aria-label={t('milestoneName', { no: at + 1 })}
              maxLength={60}
              value={name}
              onChange={event => change(at, { name: event.target.value })}
            />
            <DayField
              label={t('milestoneDay', { no: at + 1 })}
              value={day}
              earliest={values.startDay ?? earliest}
              onChange={next => change(at, { day: next })}
            />
            <Button
              type="text"
              icon={<CloseOutlined aria-hidden="true" />}
              aria-label={t('removeMilestone', { no: at + 1 })}
              onClick={() => onChange({ milestones: milestones.filter((_, index) => index !== at) })}
            />
          </div>
        ))}
        {wrong.map(fault => (
          <p key={fault} className={styles['problem']} role="alert">
            {t(`fault.${fault}`)}
          </p>
        ))}
        <div>
          <Button
            icon={<PlusOutlined aria-hidden="true" />}
            disabled={milestones.length >= 30}
            onClick={() => onChange({ milestones: [...milestones, { name: '', day: undefined }] })}
          >
            {t('addMilestone')}
          </Button>
        </div>
      </fieldset>
      <FormField label={t('budget')}>
        <InputNumber
          min={0}
          max={1e12}
          precision={2}
          value={values.budget}
          onChange={budget => onChange({ budget })}
          style={{ width: '100%', maxWidth: 240 }}
        />
      </FormField>
    </PartOfForm>
  )
}
