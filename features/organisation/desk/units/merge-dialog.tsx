import { useState } from 'react'
import type { Unit } from '../../contract/index.ts'
import { ActDialog } from '../act-dialog.tsx'
import styles from '../form.module.css'
import { type PickedUnit, UnitPicker } from '../unit-picker.tsx'
import { unitTexts } from './unit.texts.ts'
import { useAlong } from './use-along.ts'

type MergeDialogProps = {
  readonly unit: Unit
  readonly onMerge: (into: PickedUnit) => Promise<unknown>
  readonly onClose: () => void
}

/** Into which unit, and in one sentence what becomes of everything that belongs to this one. */
export function MergeDialog({ unit, onMerge, onClose }: MergeDialogProps) {
  const t = unitTexts.useTexts()
  const along = useAlong([
    ['alongChildren', unit.childCount],
    ['alongPeople', unit.people],
    ['alongGroups', unit.groups],
  ])
  const [into, setInto] = useState<PickedUnit | null>(null)
  return (
    <ActDialog
      title={t('mergeTitle', { name: unit.name })}
      confirm={t('mergeConfirm')}
      cancel={t('cancel')}
      overtaken={t('changedMeanwhile', { name: unit.name })}
      danger
      blocked={into === null}
      onClose={onClose}
      onConfirm={() => onMerge(into!)}
    >
      <UnitPicker label={t('mergeInto')} value={into} exceptId={unit.id} onChange={setInto} />
      {into ? (
        <>
          <p className={styles['sentence']}>
            {t('mergeWords', { name: unit.name, into: into.name })}
            {along ? t('mergeAlong', { along, into: into.name }) : null}
            {t('mergeAfter', { name: unit.name, into: into.name })}
          </p>
          <p className={styles['warning']}>{t('mergeFinal')}</p>
        </>
      ) : (
        <p className={styles['hint']}>{t('mergePick')}</p>
      )}
    </ActDialog>
  )
}
