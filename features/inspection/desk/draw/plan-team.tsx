import { FormField } from '@jianbao/ui'
import { Button, InputNumber, Select } from 'antd'
import { useState } from 'react'
import {
  type DrawPlanView,
  type DrawPreview,
  type InspectorCandidates,
  mostDrawn,
  mostInspectors,
} from '../../contract/index.ts'
import styles from './draw.module.css'
import { drawTexts } from './draw.texts.ts'
import type { SetPlan } from './plan-values.ts'
import { RecusalDialog } from './recusal-dialog.tsx'
import { TypedInspector } from './typed-inspector.tsx'

type PlanTeamProps = {
  readonly plan: DrawPlanView
  readonly preview: DrawPreview | undefined
  readonly candidates: InspectorCandidates
  readonly onChange: SetPlan
}

/** Who inspects, at most how much, and what each is recused from. */
export function PlanTeam({ plan, preview, candidates, onChange }: PlanTeamProps) {
  const t = drawTexts.useTexts()
  const [typing, setTyping] = useState(false)
  const chosen = plan.inspectors.flatMap(({ personId }) => personId ?? [])
  const choose = (ids: string[]) => {
    const kept = plan.inspectors.filter(({ personId }) => personId === null || ids.includes(personId))
    const added = candidates.rows.filter(
      ({ personId }) => ids.includes(personId) && !chosen.includes(personId),
    )
    setInspectors([...kept, ...added.map(each => ({ key: crypto.randomUUID(), ...each }))])
  }
  const setInspectors = (inspectors: DrawPlanView['inspectors']) => {
    const keys = inspectors.map(({ key }) => key)
    onChange({
      inspectors,
      recusals: plan.recusals.filter(({ inspectorKey }) => keys.includes(inspectorKey)),
    })
  }
  return (
    <section className={styles['card']} aria-labelledby="draw-team">
      <h2 id="draw-team">{t('team')}</h2>
      <div className={styles['pair']}>
        <FormField label={t('perObject')}>
          <InputNumber
            min={2}
            max={20}
            precision={0}
            value={plan.inspectorsPerObject}
            suffix={t('people')}
            onChange={value => onChange({ inspectorsPerObject: value ?? 2 })}
          />
        </FormField>
        <FormField label={t('perInspector')}>
          <InputNumber
            min={1}
            max={mostDrawn}
            precision={0}
            value={plan.objectsPerInspector}
            suffix={t('places')}
            onChange={value => onChange({ objectsPerInspector: value ?? 1 })}
          />
        </FormField>
      </div>
      <FormField label={t('fromList')} hint={candidates.rows.length ? undefined : t('fromListNone')}>
        <Select
          mode="multiple"
          value={chosen}
          onChange={choose}
          maxCount={mostInspectors}
          optionFilterProp="label"
          disabled={candidates.rows.length === 0}
          options={candidates.rows.map(({ personId, name, unitName }) => ({
            value: personId,
            label: `${name}（${unitName}）`,
          }))}
        />
      </FormField>
      <span>
        <Button onClick={() => setTyping(true)}>{t('typeIn')}</Button>
      </span>
      {plan.inspectors.length ? (
        <ul className={styles['entries']} aria-label={t('team')}>
          {plan.inspectors.map(inspector => (
            <InspectorRow
              key={inspector.key}
              inspector={inspector}
              plan={plan}
              preview={preview}
              onChange={onChange}
              onRemove={() => setInspectors(plan.inspectors.filter(({ key }) => key !== inspector.key))}
            />
          ))}
        </ul>
      ) : (
        <p className={styles['hint']}>{t('inspectorsNone', { count: plan.inspectorsPerObject })}</p>
      )}
      {typing ? (
        <TypedInspector
          onAdd={added => setInspectors([...plan.inspectors, added])}
          onClose={() => setTyping(false)}
        />
      ) : null}
    </section>
  )
}

type InspectorRowProps = Omit<PlanTeamProps, 'candidates'> & {
  readonly inspector: DrawPlanView['inspectors'][number]
  readonly onRemove: () => void
}

function InspectorRow({ inspector, plan, preview, onChange, onRemove }: InspectorRowProps) {
  const t = drawTexts.useTexts()
  const [recusing, setRecusing] = useState(false)
  const { key, name, unitName } = inspector
  const counted = preview?.recused.find(each => each.key === key)
  return (
    <li>
      <span>
        {name}
        <span className={styles['faint']}>
          {unitName || t('ownUnitNone')}
          {counted?.objects ? ` · ${t('recusedFrom', { count: counted.objects })}` : ''}
          {counted?.own ? `（${t('recusedOwn', { count: counted.own })}）` : ''}
        </span>
      </span>
      <span className={styles['line']}>
        <Button size="small" aria-label={t('recuseNamed', { name })} onClick={() => setRecusing(true)}>
          {t('recuse')}
        </Button>
        <Button size="small" aria-label={t('removeNamed', { name })} onClick={onRemove}>
          {t('remove')}
        </Button>
      </span>
      {recusing ? (
        <RecusalDialog
          inspector={inspector}
          plan={plan}
          onChange={onChange}
          onClose={() => setRecusing(false)}
        />
      ) : null}
    </li>
  )
}
