import { type PickedUnit, UnitPicker } from '@jianbao/organisation/desk/parts'
import { DayField, FormField } from '@jianbao/ui'
import { Button, Input, InputNumber } from 'antd'
import type { LedgerItem } from '../../../../contract/index.ts'
import styles from '../item.module.css'
import { itemTexts } from '../item.texts.ts'
import { PersonField, type PickedPerson } from '../person-field.tsx'
import { useDayWords } from '../use-item-words.ts'

export type DraftPart = {
  readonly key: number
  /** `person`: somebody of the item's own unit. */
  readonly kind: 'unit' | 'person'
  readonly unit: PickedUnit | null
  readonly owner: PickedPerson | null
  readonly title: string
  readonly measure: string
  readonly dueDay: string | undefined
  readonly value: number | null
}

type PartFieldsProps = {
  readonly item: LedgerItem
  readonly part: DraftPart
  readonly no: number
  readonly tried: boolean
  readonly onChange: (change: Partial<DraftPart>) => void
  readonly onRemove: () => void
}

/** One part: whose, what, until when. */
export function PartFields({ item, part, no, tried, onChange, onRemove }: PartFieldsProps) {
  const t = itemTexts.useTexts()
  const dayWords = useDayWords()
  const { kind, unit, owner, title, measure, dueDay, value } = part
  const late = dueDay !== undefined && dueDay > item.dueDay
  return (
    <fieldset className={styles['part']}>
      <legend>
        {t('partNo', { no })}
        <Button size="small" type="text" aria-label={t('partRemove', { no })} onClick={onRemove}>
          ×
        </Button>
      </legend>
      {kind === 'unit' ? (
        <UnitPicker
          label={t('pickUnit')}
          value={unit}
          exceptId={item.unitId}
          onChange={picked => onChange({ unit: picked, owner: null })}
          problem={tried && unit === null ? t('pickUnitMust') : null}
        />
      ) : null}
      {kind === 'person' || unit ? (
        <PersonField
          label={t('partOwner')}
          unitId={unit?.id ?? item.unitId}
          unitName={unit?.name ?? item.unitName}
          value={owner}
          onChange={picked => onChange({ owner: picked })}
        />
      ) : null}
      {tried && kind === 'person' && owner === null ? (
        <p className={styles['problem']} role="alert">
          {t('handMust')}
        </p>
      ) : null}
      <FormField label={t('partTitle')} problem={tried && title.trim().length < 2 ? t('wordsMust') : null}>
        <Input maxLength={120} value={title} onChange={event => onChange({ title: event.target.value })} />
      </FormField>
      <FormField label={t('partMeasure')}>
        <Input.TextArea
          autoSize={{ minRows: 2, maxRows: 8 }}
          maxLength={4000}
          value={measure}
          onChange={event => onChange({ measure: event.target.value })}
        />
      </FormField>
      <FormField
        label={t('partDue')}
        problem={
          late
            ? t('partDueLate', { day: dayWords(item.dueDay) })
            : tried && dueDay === undefined
              ? t('dueMust')
              : null
        }
      >
        <DayField
          label={t('partDue')}
          value={dueDay}
          earliest={item.today}
          onChange={day => onChange({ dueDay: day })}
        />
      </FormField>
      {item.target ? (
        <FormField label={t('partTargetUnit', { unit: item.target.unit })}>
          <InputNumber
            min={0}
            max={1e12}
            value={value}
            onChange={next => onChange({ value: next })}
            style={{ width: '100%' }}
          />
        </FormField>
      ) : null}
    </fieldset>
  )
}
