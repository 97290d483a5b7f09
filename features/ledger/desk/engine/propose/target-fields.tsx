import { FormField } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { AutoComplete, InputNumber, Radio, Select } from 'antd'
import type { FieldsProps } from './form.types.ts'
import styles from './propose.module.css'
import { measuresQuery } from './propose.queries.ts'
import { proposeTexts } from './propose.texts.ts'
import type { TargetKind } from './propose.values.ts'

const kinds: readonly TargetKind[] = ['none', 'measure', 'own']

/** What is to be reached: a measure the campaign's reports are counted in, or one in words of its own. */
export function TargetFields(props: FieldsProps & { readonly campaignId: string | null }) {
  const { values, faults, onChange, campaignId } = props
  const t = proposeTexts.useTexts()
  const words = useQuery(measuresQuery)
  const campaigns = words.data?.campaigns ?? []
  const measures = (campaigns.find(({ id }) => id === campaignId) ?? campaigns[0])?.measures ?? []
  const units = measures.find(({ id }) => id === values.targetMeasure)?.units ?? []
  const { targetKind } = values
  return (
    <>
      <fieldset className={styles['field']}>
        <legend>{t('target')}</legend>
        <Radio.Group
          aria-label={t('target')}
          value={targetKind}
          onChange={event => onChange({ targetKind: event.target.value as TargetKind })}
          options={kinds.map(kind => ({ value: kind, label: t(`target.${kind}`) }))}
        />
        {targetKind === 'measure' ? <span className={styles['hint']}>{t('targetHint')}</span> : null}
      </fieldset>
      {targetKind === 'none' ? null : (
        <div className={styles['row']}>
          {targetKind === 'measure' ? (
            <FormField label={t('targetMeasure')}>
              <Select
                value={values.targetMeasure}
                onChange={(id: string) =>
                  onChange({
                    targetMeasure: id,
                    targetUnit: measures.find(one => one.id === id)?.units[0] ?? '',
                  })
                }
                options={measures.map(({ id, name }) => ({ value: id, label: name }))}
              />
            </FormField>
          ) : null}
          <FormField label={t('targetValue')}>
            <InputNumber
              min={0}
              max={1e12}
              value={values.targetValue}
              onChange={value => onChange({ targetValue: value })}
              style={{ width: '100%' }}
            />
          </FormField>
          <FormField label={t('targetUnit')}>
            <AutoComplete
              value={values.targetUnit}
              maxLength={8}
              onChange={(unit: string) => onChange({ targetUnit: unit })}
              options={targetKind === 'measure' ? units.map(unit => ({ value: unit })) : []}
            />
          </FormField>
        </div>
      )}
      {faults.includes('target') ? (
        <p className={styles['problem']} role="alert">
          {t('fault.target')}
        </p>
      ) : null}
    </>
  )
}
