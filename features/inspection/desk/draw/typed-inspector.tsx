import { ActDialog, type PickedUnit, UnitPicker } from '@jianbao/organisation/desk/parts'
import { FormField } from '@jianbao/ui'
import { Input } from 'antd'
import { useState } from 'react'
import type { DrawPlanView } from '../../contract/index.ts'
import styles from './draw.module.css'
import { drawTexts } from './draw.texts.ts'

type TypedInspectorProps = {
  readonly onAdd: (added: DrawPlanView['inspectors'][number]) => void
  readonly onClose: () => void
}

/** Somebody who inspects and has no account here. */
export function TypedInspector({ onAdd, onClose }: TypedInspectorProps) {
  const t = drawTexts.useTexts()
  const [name, setName] = useState('')
  const [unit, setUnit] = useState<PickedUnit | null>(null)
  return (
    <ActDialog
      title={t('typeInTitle')}
      confirm={t('confirm')}
      cancel={t('cancel')}
      blocked={name.trim() === ''}
      overtaken={t('overtaken')}
      onConfirm={async () =>
        onAdd({
          key: crypto.randomUUID(),
          personId: null,
          name: name.trim(),
          unitId: unit?.id ?? null,
          unitName: unit?.name ?? '',
        })
      }
      onClose={onClose}
    >
      <FormField label={t('personName')}>
        <Input maxLength={60} value={name} onChange={event => setName(event.target.value)} />
      </FormField>
      <UnitPicker label={t('ownUnit')} value={unit} onChange={setUnit} />
      <p className={styles['hint']}>{t('ownUnitHint')}</p>
    </ActDialog>
  )
}
