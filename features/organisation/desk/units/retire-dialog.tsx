import { formatCount } from '@jianbao/ui'
import type { Unit } from '../../contract/index.ts'
import { ActDialog } from '../act-dialog.tsx'
import styles from '../form.module.css'
import { unitTexts } from './unit.texts.ts'

type RetireDialogProps = {
  readonly unit: Unit
  readonly onRetire: () => Promise<unknown>
  readonly onClose: () => void
}

export function RetireDialog({ unit, onRetire, onClose }: RetireDialogProps) {
  const t = unitTexts.useTexts()
  return (
    <ActDialog
      title={t('retireTitle', { name: unit.name })}
      confirm={t('retireConfirm')}
      cancel={t('cancel')}
      overtaken={t('changedMeanwhile', { name: unit.name })}
      danger
      onClose={onClose}
      onConfirm={onRetire}
    >
      <p className={styles['sentence']}>{t('retireWords', { people: formatCount(unit.people) })}</p>
    </ActDialog>
  )
}
