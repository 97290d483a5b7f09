import { useFocusBack } from '@jianbao/ui'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import type { DrawPlanView } from '../../contract/index.ts'
import styles from './draw.module.css'
import { drawTexts } from './draw.texts.ts'
import type { SetPlan } from './plan-values.ts'
import { ReasonedUnit } from './reasoned-unit.tsx'

type RecusalDialogProps = {
  readonly inspector: DrawPlanView['inspectors'][number]
  readonly plan: DrawPlanView
  readonly onChange: SetPlan
  readonly onClose: () => void
}

/** 回避: the units one inspector does not inspect besides their own. */
export function RecusalDialog({ inspector: { key, name }, plan, onChange, onClose }: RecusalDialogProps) {
  const t = drawTexts.useTexts()
  const [adding, setAdding] = useState(false)
  useFocusBack()
  const theirs = plan.recusals.filter(({ inspectorKey }) => inspectorKey === key)
  const without = (unitId: string) =>
    plan.recusals.filter(each => each.inspectorKey !== key || each.unitId !== unitId)
  return (
    <Modal
      open
      width={560}
      title={t('recuseTitle', { name })}
      onCancel={onClose}
      footer={
        <Button type="primary" onClick={onClose}>
          {t('close')}
        </Button>
      }
    >
      <p className={styles['note']}>{t('recuseOwnNote')}</p>
      {theirs.length ? (
        <ul className={styles['entries']}>
          {theirs.map(({ unitId, unitName, reason }) => (
            <li key={unitId}>
              <span>
                {unitName}
                <span className={styles['faint']}>{reason}</span>
              </span>
              <Button
                size="small"
                aria-label={t('removeNamed', { name: unitName })}
                onClick={() => onChange({ recusals: without(unitId) })}
              >
                {t('remove')}
              </Button>
            </li>
          ))}
        </ul>
      ) : (
        <p className={styles['hint']}>{t('recuseNone')}</p>
      )}
      <Button onClick={() => setAdding(true)}>{t('addRecusal')}</Button>
      {adding ? (
        <ReasonedUnit
          title={t('recuseTitle', { name })}
          confirm={t('addRecusal')}
          onAdd={added => onChange({ recusals: [...without(added.unitId), { inspectorKey: key, ...added }] })}
          onClose={() => setAdding(false)}
        />
      ) : null}
    </Modal>
  )
}
