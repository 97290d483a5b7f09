import { ActDialog, type PickedUnit, UnitPicker } from '@jianbao/organisation/desk/parts'
import { FormField } from '@jianbao/ui'
import { Input } from 'antd'
import { useState } from 'react'
import { drawTexts } from './draw.texts.ts'

type Reasoned = { readonly unitId: string; readonly unitName: string; readonly reason: string }
type ReasonedUnitProps = {
  readonly title: string
  readonly confirm: string
  readonly onAdd: (added: Reasoned) => void
  readonly onClose: () => void
}

/** Asks for a unit and why. */
export function ReasonedUnit({ title, confirm, onAdd, onClose }: ReasonedUnitProps) {
  const t = drawTexts.useTexts()
  const [unit, setUnit] = useState<PickedUnit | null>(null)
  const [reason, setReason] = useState('')
  return (
    <ActDialog
      title={title}
      confirm={confirm}
      cancel={t('cancel')}
      blocked={unit === null || reason.trim().length < 2}
      overtaken={t('overtaken')}
      onConfirm={async () => unit && onAdd({ unitId: unit.id, unitName: unit.name, reason: reason.trim() })}
      onClose={onClose}
    >
      <UnitPicker label={t('unit')} value={unit} onChange={setUnit} />
      <FormField label={t('reason')} hint={t('reasonHint')}>
        <Input maxLength={200} value={reason} onChange={event => setReason(event.target.value)} />
      </FormField>
    </ActDialog>
  )
}
