import { unitKinds } from '@jianbao/organisation/contract'
import { UnitPicker, useUnitKindWords } from '@jianbao/organisation/desk/parts'
import { FormField } from '@jianbao/ui'
import { Button, Select } from 'antd'
import { useState } from 'react'
import type { DrawPlanView } from '../../contract/index.ts'
import styles from './draw.module.css'
import { drawTexts } from './draw.texts.ts'
import type { SetPlan } from './plan-values.ts'
import { ReasonedUnit } from './reasoned-unit.tsx'

type PlanRangeProps = { readonly plan: DrawPlanView; readonly onChange: SetPlan }

/** Who may be drawn: everything below a unit, of some kinds, less what is excluded. */
export function PlanRange({ plan, onChange }: PlanRangeProps) {
  const t = drawTexts.useTexts()
  const kindWords = useUnitKindWords()
  const [choosing, setChoosing] = useState(false)
  const [excluding, setExcluding] = useState(false)
  return (
    <section className={styles['card']} aria-labelledby="draw-range">
      <h2 id="draw-range">{t('range')}</h2>
      {choosing ? (
        <UnitPicker
          label={t('root')}
          value={null}
          onChange={unit => {
            if (unit) onChange({ rootId: unit.id, rootName: unit.name, minimums: [] })
            setChoosing(false)
          }}
        />
      ) : (
        <div className={styles['field']}>
          <span className={styles['label']}>{t('root')}</span>
          <span className={styles['line']}>
            <strong>{plan.rootName}</strong>
            <Button size="small" onClick={() => setChoosing(true)}>
              {t('chooseOther')}
            </Button>
          </span>
          <span className={styles['hint']}>{t('rootHint')}</span>
        </div>
      )}
      <FormField label={t('kinds')} hint={t('kindsHint')}>
        <Select
          mode="multiple"
          value={[...plan.kinds]}
          onChange={kinds => onChange({ kinds })}
          options={unitKinds.map(kind => ({ value: kind, label: kindWords(kind) }))}
          optionFilterProp="label"
        />
      </FormField>
      <div className={styles['field']}>
        <span className={styles['label']}>{t('exclusions')}</span>
        {plan.exclusions.length ? (
          <ul className={styles['entries']} aria-label={t('exclusions')}>
            {plan.exclusions.map(({ unitId, unitName, reason }) => (
              <li key={unitId}>
                <span>
                  {unitName}
                  <span className={styles['faint']}>{reason}</span>
                </span>
                <Button
                  size="small"
                  aria-label={t('removeNamed', { name: unitName })}
                  onClick={() =>
                    onChange({ exclusions: plan.exclusions.filter(each => each.unitId !== unitId) })
                  }
                >
                  {t('remove')}
                </Button>
              </li>
            ))}
          </ul>
        ) : (
          <span className={styles['hint']}>{t('exclusionsNone')}</span>
        )}
        <span>
          <Button onClick={() => setExcluding(true)}>{t('exclude')}</Button>
        </span>
      </div>
      {excluding ? (
        <ReasonedUnit
          title={t('excludeTitle')}
          confirm={t('exclude')}
          onAdd={added =>
            onChange({
              exclusions: [...plan.exclusions.filter(each => each.unitId !== added.unitId), added],
            })
          }
          onClose={() => setExcluding(false)}
        />
      ) : null}
    </section>
  )
}
