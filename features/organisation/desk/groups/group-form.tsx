import { FormField, useSending } from '@jianbao/ui'
import { Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { type Group, type GroupKind, groupKinds, type UnitKind, unitKinds } from '../../contract/index.ts'
import styles from '../form.module.css'
import { FormDrawer } from '../form-drawer.tsx'
import { type PickedUnit, UnitPicker } from '../unit-picker.tsx'
import { unitTexts } from '../units/unit.texts.ts'
import type { GroupStep } from './group.queries.ts'
import { groupTexts } from './group.texts.ts'
import { changeOf, type GroupValues, groupValuesOf } from './group-values.ts'
import type { GroupDesk } from './use-group-desk.ts'

type GroupFormProps = {
  /** Null: a new one. */
  readonly group: Group | null
  /** The unit a new one is most likely for. */
  readonly unit: PickedUnit | null
  readonly desk: GroupDesk
  readonly onClose: () => void
}

/** Type, name, duties and the unit kinds of a group; what was typed outlives a refusal. */
export function GroupForm({ group, unit: given, desk, onClose }: GroupFormProps) {
  const t = groupTexts.useTexts()
  const tu = unitTexts.useTexts()
  const [before] = useState(() => groupValuesOf(group))
  const [values, setValues] = useState<GroupValues>(before)
  const [unit, setUnit] = useState<PickedUnit | null>(given)
  const [tried, setTried] = useState(false)
  const sending = useSending(onClose)
  const set = (change: Partial<GroupValues>) => setValues({ ...values, ...change })
  const name = values.name.trim()
  const send = () => {
    setTried(true)
    if (name.length < 2) return
    const change = changeOf(before, values)
    const step: GroupStep | null = group
      ? { act: 'edit', id: group.id, change: { ...change, version: group.version } }
      : unit && { act: 'add', draft: { ...change, unitId: unit.id, kind: values.kind, name } }
    if (step) void sending.send(() => desk.send(step, name))
  }
  return (
    <FormDrawer
      title={group ? t('editTitle', { name: group.name }) : t('addTitle')}
      save={t('save')}
      cancel={t('cancel')}
      overtaken={t('theirs')}
      sending={sending}
      onSend={send}
      onClose={onClose}
    >
      {group ? null : (
        <UnitPicker
          label={t('unit')}
          value={unit}
          onChange={setUnit}
          problem={tried && !unit ? t('unitNeeded') : null}
        />
      )}
      <fieldset className={styles['plain']}>
        <legend className={styles['label']}>{t('kind')}</legend>
        <Radio.Group
          value={values.kind}
          onChange={event => set({ kind: event.target.value as GroupKind })}
          options={groupKinds.map(kind => ({ value: kind, label: t(`group.${kind}`) }))}
        />
      </fieldset>
      <FormField
        label={t('name')}
        hint={t('nameHint')}
        problem={tried && name.length < 2 ? t('nameNeeded') : null}
      >
        <Input
          value={values.name}
          maxLength={60}
          aria-required="true"
          onChange={event => set({ name: event.target.value })}
        />
      </FormField>
      <FormField label={t('duties')} hint={t('dutiesHint')}>
        <Input.TextArea
          value={values.duties}
          maxLength={1000}
          autoSize={{ minRows: 3, maxRows: 10 }}
          onChange={event => set({ duties: event.target.value })}
        />
      </FormField>
      <FormField label={t('unitKinds')} hint={t('unitKindsHint')}>
        <Select<UnitKind[]>
          mode="multiple"
          value={[...values.unitKinds]}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={kinds => set({ unitKinds: kinds })}
          options={unitKinds.map(kind => ({ value: kind, label: tu(`kind.${kind}`) }))}
        />
      </FormField>
    </FormDrawer>
  )
}
