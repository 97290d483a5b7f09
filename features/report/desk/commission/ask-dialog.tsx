import { CloseOutlined } from '@ant-design/icons'
import { type PickedUnit, UnitPicker } from '@jianbao/organisation/desk'
import { DayField, FormField, ProblemNotice, useSending } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { reportTitleLimit } from '../../contract/index.ts'
import { DialogFrame } from '../inbox/dialog-frame.tsx'
import styles from './commission.module.css'
import { commissionPlanQuery, useCommissionActs } from './commission.queries.ts'
import { commissionTexts } from './commission.texts.ts'

type AskDialogProps = {
  readonly today: string
  readonly onClose: () => void
  readonly onDone: (units: number) => void
}

/** One piece asked of one unit or of many: all of them, or none. */
export function AskDialog({ today, onClose, onDone }: AskDialogProps) {
  const t = commissionTexts.useTexts()
  const { ask } = useCommissionActs()
  const [units, setUnits] = useState<readonly PickedUnit[]>([])
  const [title, setTitle] = useState('')
  const [brief, setBrief] = useState('')
  const [dueDay, setDueDay] = useState<string>()
  const [task, setTask] = useState<{ id?: string; no?: number }>({})
  const [asked, setAsked] = useState(false)
  const { busy, error, send } = useSending(() => {
    onDone(units.length)
    onClose()
  })
  const whole = units.length > 0 && title.trim().length >= 2 && dueDay !== undefined
  const go = () => {
    setAsked(true)
    if (!whole) return
    void send(() =>
      ask({
        units: units.map(unit => unit.id),
        title: title.trim(),
        brief: brief.trim(),
        dueDay: dueDay!,
        ...(task.id ? { taskId: task.id } : {}),
        ...(task.no ? { periodNo: task.no } : {}),
      }),
    )
  }
  return (
    <DialogFrame
      title={t('askTitle')}
      confirm={t('send')}
      width={640}
      busy={busy}
      onConfirm={go}
      onClose={onClose}
    >
      <UnitsField
        units={units}
        problem={asked && !units.length ? t('lackUnits') : null}
        onChange={setUnits}
      />
      <FormField label={t('titleField')} problem={asked && title.trim().length < 2 ? t('lackTitle') : null}>
        <Input value={title} maxLength={reportTitleLimit} onChange={event => setTitle(event.target.value)} />
      </FormField>
      <FormField label={t('briefField')} hint={t('briefHint')}>
        <Input.TextArea
          value={brief}
          maxLength={2000}
          autoSize={{ minRows: 3, maxRows: 8 }}
          onChange={event => setBrief(event.target.value)}
        />
      </FormField>
      <FormField label={t('dueField')} problem={asked && !dueDay ? t('lackDay') : null}>
        <DayField label={t('dueField')} value={dueDay} earliest={today} onChange={setDueDay} />
      </FormField>
      <TaskField value={task} onChange={setTask} />
      {error ? <ProblemNotice error={error} /> : null}
    </DialogFrame>
  )
}

type UnitsFieldProps = {
  readonly units: readonly PickedUnit[]
  readonly problem: string | null
  readonly onChange: (units: readonly PickedUnit[]) => void
}

function UnitsField({ units, problem, onChange }: UnitsFieldProps) {
  const t = commissionTexts.useTexts()
  const [picking, setPicking] = useState(true)
  const add = (unit: PickedUnit | null) => {
    setPicking(false)
    if (unit && !units.some(({ id }) => id === unit.id)) onChange([...units, unit])
  }
  return (
    <div className={styles['units']}>
      <ul>
        {units.map(unit => (
          <li key={unit.id}>
            {unit.name}
            <Button
              type="text"
              size="small"
              icon={<CloseOutlined aria-hidden="true" />}
              aria-label={t('removeUnit', { unit: unit.name })}
              onClick={() => onChange(units.filter(({ id }) => id !== unit.id))}
            />
          </li>
        ))}
        {picking ? null : (
          <li data-add="">
            <Button size="small" onClick={() => setPicking(true)}>
              {t('addUnit')}
            </Button>
          </li>
        )}
      </ul>
      {picking ? <UnitPicker label={t('unitsField')} value={null} onChange={add} problem={problem} /> : null}
      {problem && !picking ? <p role="alert">{problem}</p> : null}
    </div>
  )
}

type TaskFieldProps = {
  readonly value: { readonly id?: string; readonly no?: number }
  readonly onChange: (value: { id?: string; no?: number }) => void
}

/** Of campaigns that are open; those who only coordinate see the plan as well. */
function TaskField({ value, onChange }: TaskFieldProps) {
  const t = commissionTexts.useTexts()
  const campaigns = useQuery(commissionPlanQuery).data ?? []
  const tasks = campaigns.flatMap(campaign => campaign.tasks)
  const periods = tasks.find(({ id }) => id === value.id)?.periods ?? []
  if (!tasks.length) return null
  return (
    <>
      <FormField label={t('taskField')}>
        <Select
          aria-label={t('taskField')}
          value={value.id ?? ''}
          onChange={id => onChange(id ? { id } : {})}
          options={[
            { value: '', label: t('noTask') },
            ...tasks.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </FormField>
      {periods.length > 1 ? (
        <FormField label={t('periodField')}>
          <Select
            aria-label={t('periodField')}
            value={value.no ?? 0}
            onChange={no => onChange({ ...(value.id ? { id: value.id } : {}), ...(no ? { no } : {}) })}
            options={[
              { value: 0, label: t('anyPeriod') },
              ...periods.map(({ no, name }) => ({ value: no, label: name })),
            ]}
          />
        </FormField>
      ) : null}
    </>
  )
}
