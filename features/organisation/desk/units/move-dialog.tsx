import { FormField } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import type { Unit } from '../../contract/index.ts'
import { ActDialog } from '../act-dialog.tsx'
import styles from '../form.module.css'
import { type PickedUnit, UnitPicker } from '../unit-picker.tsx'
import { sightOf } from './sight.ts'
import type { MovePlan } from './tree-data.ts'
import { unitQuery, unitTreeQuery } from './unit.queries.ts'
import { unitTexts } from './unit.texts.ts'
import { useAlong } from './use-along.ts'

type MoveDialogProps = {
  readonly unit: Unit
  /** Where it was dropped; without it the place is still to be chosen. */
  readonly plan?: MovePlan | undefined
  readonly onMove: (to: MovePlan, target: PickedUnit) => Promise<unknown>
  readonly onClose: () => void
}

/** Says in words what moves where and who is affected, before anything moves. */
export function MoveDialog({ unit, plan, onMove, onClose }: MoveDialogProps) {
  const t = unitTexts.useTexts()
  const parent = unit.line.at(-1) ?? null
  const [picked, setPicked] = useState<PickedUnit | null>(null)
  const [position, setPosition] = useState<number | undefined>(plan?.position)
  const targetId = plan?.parentId ?? picked?.id
  const target = useQuery({ ...unitQuery(targetId ?? ''), enabled: targetId !== undefined }).data ?? null
  const stays = target !== null && target.id === parent?.id
  const nothing = stays && (position === undefined || position === unit.position)
  return (
    <ActDialog
      title={t(plan ? 'moveConfirmTitle' : 'moveTitle', { name: unit.name })}
      confirm={t('moveConfirm')}
      cancel={t('cancel')}
      overtaken={t('changedMeanwhile', { name: unit.name })}
      blocked={target === null || nothing}
      onClose={onClose}
      onConfirm={() =>
        onMove({ parentId: target!.id, ...(position === undefined ? {} : { position }) }, target!)
      }
    >
      {plan ? null : (
        <UnitPicker
          label={t('moveTo')}
          value={picked}
          exceptId={unit.id}
          onChange={chosen => {
            setPicked(chosen)
            setPosition(undefined)
          }}
        />
      )}
      {plan || !target ? null : (
        <OrderField unit={unit} parentId={target.id} position={position} onChange={setPosition} />
      )}
      {targetId && !target ? <p role="status">{t('moveCounting')}</p> : null}
      {target && !nothing ? <MoveWords unit={unit} target={target} stays={stays} /> : null}
      {targetId ? null : <p className={styles['hint']}>{t('movePick')}</p>}
    </ActDialog>
  )
}

function MoveWords({ unit, target, stays }: { unit: Unit; target: Unit; stays: boolean }) {
  const t = unitTexts.useTexts()
  const names = { name: unit.name, from: unit.line.at(-1)?.name ?? t('top'), to: target.name }
  const along = useAlong([
    ['alongUnits', unit.descendantCount],
    ['alongPeople', unit.peopleBelow],
  ])
  if (stays) return <p className={styles['sentence']}>{t('moveOrderWords', names)}</p>
  const { lose, gain } = sightOf(unit, target)
  const list = (units: readonly string[]) => units.map(name => t('quoted', { name })).join(t('comma'))
  return (
    <p className={styles['sentence']}>
      <strong>{t('moveWords', names)}</strong>
      <br />
      {along ? t('moveAlong', { along }) : t('moveAlone')}
      {lose.length > 0 ? t('moveLose', { names: list(lose) }) : null}
      {gain.length > 0 ? t('moveGain', { names: list(gain) }) : null}
    </p>
  )
}

type OrderFieldProps = {
  readonly unit: Unit
  readonly parentId: string
  readonly position: number | undefined
  readonly onChange: (position: number | undefined) => void
}

/** Its place among those it will stand beside: first, behind one of them, last. */
function OrderField({ unit, parentId, position, onChange }: OrderFieldProps) {
  const t = unitTexts.useTexts()
  const beside = useQuery(unitTreeQuery(parentId, true))
  const others = (beside.data?.rows ?? []).filter(row => row.id !== unit.id)
  const stays = unit.parentId === parentId
  const options = [
    { value: -1, label: t(stays ? 'orderSame' : 'orderLast') },
    { value: 0, label: t('orderFirst') },
    ...others.map((row, at) => ({
      value: at + 1,
      label: at + 1 === others.length ? t('orderLast') : t('orderAfter', { name: row.name }),
    })),
  ]
  return (
    <FormField label={t('moveOrder')}>
      <Select
        value={position ?? -1}
        showSearch={{ optionFilterProp: 'label' }}
        // Last is what is done when nothing is said.
        options={
          stays ? options : options.filter(option => option.value !== others.length || option.value === 0)
        }
        onChange={chosen => onChange(chosen === -1 ? undefined : chosen)}
      />
    </FormField>
  )
}
