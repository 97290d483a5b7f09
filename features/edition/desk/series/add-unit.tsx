import { type PickedUnit, UnitPicker } from '@jianbao/organisation/desk/parts'
import { Button } from 'antd'
import { useState } from 'react'
import type { AddProps } from './add-recipients.types.ts'
import styles from './series.module.css'
import { seriesTexts } from './series.texts.ts'

/** Units one by one; each picked one joins those that will be added. */
export function AddUnit({ taken, onAdd }: AddProps) {
  const t = seriesTexts.useTexts()
  const [picked, setPicked] = useState<readonly PickedUnit[]>([])
  const pick = (unit: PickedUnit | null) => {
    const there =
      unit && [...picked, ...taken.map(({ unitId }) => ({ id: unitId }))].some(({ id }) => id === unit.id)
    if (unit && !there) setPicked([...picked, unit])
  }
  return (
    <>
      <UnitPicker label={t('pickUnit')} value={null} onChange={pick} />
      {picked.length > 0 ? (
        <ul className={styles['chips']}>
          {picked.map(({ id, name }) => (
            <li key={id}>
              <span>{name}</span>
              <button
                type="button"
                aria-label={t('removeRecipient', { name })}
                onClick={() => setPicked(picked.filter(each => each.id !== id))}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <div className={styles['foot']}>
        <Button
          type="primary"
          disabled={picked.length === 0}
          onClick={() => onAdd(picked.map(({ id, name }) => ({ name, unitId: id, email: null })))}
        >
          {t('kindAdded', { count: picked.length })}
        </Button>
      </div>
    </>
  )
}
