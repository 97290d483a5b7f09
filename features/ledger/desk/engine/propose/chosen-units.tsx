import { CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { type PickedUnit, UnitPicker } from '@jianbao/organisation/desk/parts'
import { Button } from 'antd'
import { useState } from 'react'
import styles from './propose.module.css'
import { proposeTexts } from './propose.texts.ts'

type ChosenUnitsProps = {
  readonly label: string
  readonly units: readonly PickedUnit[]
  readonly problem?: string | null
  /** So many at most. */
  readonly most?: number
  readonly onChange: (units: readonly PickedUnit[]) => void
}

/** Units one by one, each found by its names or in the tree. */
export function ChosenUnits({ label, units, problem, most = 50, onChange }: ChosenUnitsProps) {
  const t = proposeTexts.useTexts()
  const [adding, setAdding] = useState(false)
  const open = adding || units.length === 0
  return (
    <div className={styles['units']}>
      {units.length > 0 ? <span className={styles['label']}>{label}</span> : null}
      {units.length > 0 ? (
        <ul aria-label={label} className={styles['chosen']}>
          {units.map(({ id, name }) => (
            <li key={id}>
              {name}
              <Button
                type="text"
                size="small"
                icon={<CloseOutlined aria-hidden="true" />}
                aria-label={t('removeUnit', { name })}
                onClick={() => onChange(units.filter(unit => unit.id !== id))}
              />
            </li>
          ))}
        </ul>
      ) : null}
      {open ? (
        <UnitPicker
          label={label}
          value={null}
          problem={problem}
          onChange={picked => {
            if (picked && !units.some(({ id }) => id === picked.id)) onChange([...units, picked])
            setAdding(false)
          }}
        />
      ) : units.length >= most ? null : (
        <Button icon={<PlusOutlined aria-hidden="true" />} onClick={() => setAdding(true)}>
          {t('addUnit')}
        </Button>
      )}
    </div>
  )
}
