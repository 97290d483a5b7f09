import { ProblemError } from '@jianbao/client'
import { FormField, ProblemNotice, usePhone } from '@jianbao/ui'
import { Alert, Button, Drawer, Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { type Group, type GroupKind, groupKinds, type UnitKind, unitKinds } from '../../contract/index.ts'
import styles from '../form.module.css'
import { type PickedUnit, UnitPicker } from '../unit-picker.tsx'
import { unitTexts } from '../units/unit.texts.ts'
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
  const phone = usePhone()
  const [before] = useState(() => groupValuesOf(group))
  const [values, setValues] = useState<GroupValues>(before)
  const [unit, setUnit] = useState<PickedUnit | null>(given)
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const set = (change: Partial<GroupValues>) => setValues({ ...values, ...change })
  const name = values.name.trim()
  const send = async () => {
    setTried(true)
    if (busy || name.length < 2 || (!group && !unit)) return
    setBusy(true)
    setError(null)
    try {
      const change = changeOf(before, values)
      if (group)
        await desk.send({ act: 'edit', id: group.id, change: { ...change, version: group.version } }, name)
      else
        await desk.send({ act: 'add', draft: { ...change, unitId: unit!.id, kind: values.kind, name } }, name)
      onClose()
    } catch (thrown) {
      setError(thrown)
      setBusy(false)
    }
  }
  return (
    <Drawer
      open
      size={phone ? '100%' : 520}
      title={group ? t('editTitle', { name: group.name }) : t('addTitle')}
      onClose={onClose}
      footer={
        <div className={styles['foot']}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="primary" htmlType="submit" form="group" loading={busy}>
            {t('save')}
          </Button>
        </div>
      }
    >
      <form
        id="group"
        className={styles['form']}
        onSubmit={event => {
          event.preventDefault()
          void send()
        }}
      >
        {error instanceof ProblemError && error.code === 'changed-meanwhile' ? (
          <Alert type="warning" showIcon role="alert" title={t('theirs')} />
        ) : error ? (
          <ProblemNotice error={error} />
        ) : null}
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
      </form>
    </Drawer>
  )
}
