import { FormField } from '@jianbao/ui'
import { Input } from 'antd'
import { PersonField } from '../item/person-field.tsx'
import { ChosenUnits } from './chosen-units.tsx'
import type { FieldsProps } from './form.types.ts'
import { PartOfForm } from './part-of-form.tsx'
import styles from './propose.module.css'
import { proposeTexts } from './propose.texts.ts'
import { oneUnitOf } from './propose.values.ts'
import { UnitsField } from './units-field.tsx'

/** Who is to do it, who answers for it, and who else has to do with it. */
export function WhoFields({ withUnits, ...props }: FieldsProps & { readonly withUnits: boolean }) {
  const t = proposeTexts.useTexts()
  const { values, onChange } = props
  const unit = oneUnitOf(values)
  return (
    <PartOfForm title={t('who')}>
      {withUnits ? <UnitsField {...props} /> : null}
      {unit ? (
        <PersonField
          label={t('owner')}
          unitId={unit.id}
          unitName={unit.name}
          value={values.owner}
          onChange={owner => onChange({ owner })}
        />
      ) : (
        <p className={styles['hint']}>{t('ownerMany')}</p>
      )}
      <FormField label={t('leader')}>
        <Input
          maxLength={40}
          value={values.leaderName}
          onChange={event => onChange({ leaderName: event.target.value })}
        />
      </FormField>
      <details className={styles['more']} open={values.lead !== null || values.assists.length > 0}>
        <summary>{t('parties')}</summary>
        <p className={styles['hint']}>{t('partiesHint')}</p>
        <ChosenUnits
          label={t('lead')}
          units={values.lead ? [values.lead] : []}
          most={1}
          onChange={([lead = null]) => onChange({ lead })}
        />
        <ChosenUnits
          label={t('assists')}
          units={values.assists}
          onChange={assists => onChange({ assists })}
        />
      </details>
    </PartOfForm>
  )
}
