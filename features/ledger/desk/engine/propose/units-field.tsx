import { unitKinds } from '@jianbao/organisation/contract'
import { UnitPicker, useUnitKindWords } from '@jianbao/organisation/desk/parts'
import { FormField, formatCount } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Checkbox, Radio, Select } from 'antd'
import { ChosenUnits } from './chosen-units.tsx'
import type { FieldsProps } from './form.types.ts'
import styles from './propose.module.css'
import { unitCountQuery } from './propose.queries.ts'
import { proposeTexts } from './propose.texts.ts'
import type { ProposeValues } from './propose.values.ts'

/** How many units it will be given to; null while it is counted or nothing is chosen. */
export function useUnitCount({ unitsBy, units, under, kinds, itself }: ProposeValues): number | null {
  const below = useQuery({
    ...unitCountQuery(under?.id ?? '', kinds),
    enabled: unitsBy === 'below' && under !== null,
  })
  if (unitsBy === 'chosen') return units.length
  if (under === null || below.data === undefined) return null
  const own = itself && (kinds.length === 0 || kinds.includes(under.kind))
  return below.data + (own ? 1 : 0)
}

/** Which units it is for: some, or those of some kinds below one, with how many they are. */
export function UnitsField({ values, faults, onChange }: FieldsProps) {
  const t = proposeTexts.useTexts()
  const kindWords = useUnitKindWords()
  const count = useUnitCount(values)
  const problem = faults.includes('units') ? t('fault.units') : null
  const { unitsBy, under } = values
  return (
    <>
      <fieldset className={styles['field']}>
        <legend>{t('unitsBy')}</legend>
        <Radio.Group
          aria-label={t('unitsBy')}
          value={unitsBy}
          onChange={event => onChange({ unitsBy: event.target.value as 'chosen' | 'below', owner: null })}
          options={(['chosen', 'below'] as const).map(by => ({ value: by, label: t(`unitsBy.${by}`) }))}
        />
      </fieldset>
      {unitsBy === 'chosen' ? (
        <ChosenUnits
          label={t('unitsBy.chosen')}
          units={values.units}
          most={20_000}
          problem={problem}
          onChange={units => onChange({ units, owner: null })}
        />
      ) : (
        <>
          <UnitPicker
            label={t('under')}
            value={under}
            problem={problem}
            onChange={picked => onChange({ under: picked })}
          />
          <FormField label={t('kinds')} hint={t('kindsHint')}>
            <Select
              mode="multiple"
              value={[...values.kinds]}
              onChange={(kinds: string[]) => onChange({ kinds })}
              options={unitKinds.map(kind => ({ value: kind, label: kindWords(kind) }))}
            />
          </FormField>
          {under ? (
            <Checkbox checked={values.itself} onChange={event => onChange({ itself: event.target.checked })}>
              {t('itself', { name: under.name })}
            </Checkbox>
          ) : null}
        </>
      )}
      {unitsBy === 'below' && under ? (
        <p className={styles['count']} role="status">
          {count === null ? t('countWait') : null}
          {count === 0 ? t('countNone') : null}
          {count ? t('countWords', { count: formatCount(count) }) : null}
        </p>
      ) : null}
    </>
  )
}
