import { CloseOutlined } from '@ant-design/icons'
import { Button, Modal, Radio, Space } from 'antd'
import { useState } from 'react'
import styles from './unit-filter.module.css'
import { unitFilterTexts } from './unit-filter.texts.ts'
import { type PickedUnit, UnitPicker } from './unit-picker.tsx'

type UnitFilterProps = {
  /** Name of the unit in the address, empty where it is not known; null where none is. */
  readonly name: string | null
  /** Undefined: a unit always comes with all below it here. */
  readonly only?: boolean | undefined
  readonly mayNarrow?: boolean
  readonly onChange: (unit: PickedUnit | undefined, only: boolean) => void
}

/** The unit that is looked at, with all below or alone. */
export function UnitFilter({ name, only = false, mayNarrow = false, onChange }: UnitFilterProps) {
  const t = unitFilterTexts.useTexts()
  const [asking, setAsking] = useState(false)
  const words =
    name === null ? t('anyUnit') : t(only ? 'unitOnly' : 'unitWhole', { name: name || t('unitGone') })
  return (
    <>
      <Space.Compact className={styles['unit'] ?? ''}>
        <Button
          aria-label={`${t('unitFilter')}: ${words}`}
          aria-haspopup="dialog"
          onClick={() => setAsking(true)}
        >
          {words}
        </Button>
        {name === null ? null : (
          <Button
            aria-label={t('unitClear')}
            title={t('unitClear')}
            icon={<CloseOutlined aria-hidden="true" />}
            onClick={() => onChange(undefined, false)}
          />
        )}
      </Space.Compact>
      {asking ? (
        <UnitChoice
          only={only}
          mayNarrow={mayNarrow}
          onClose={() => setAsking(false)}
          onUse={(unit, alone) => {
            setAsking(false)
            onChange(unit, alone)
          }}
        />
      ) : null}
    </>
  )
}

type UnitChoiceProps = {
  readonly only: boolean
  readonly mayNarrow: boolean
  readonly onClose: () => void
  readonly onUse: (unit: PickedUnit, only: boolean) => void
}

function UnitChoice({ only: before, mayNarrow, onClose, onUse }: UnitChoiceProps) {
  const t = unitFilterTexts.useTexts()
  const [unit, setUnit] = useState<PickedUnit | null>(null)
  const [only, setOnly] = useState(before)
  return (
    <Modal
      open
      title={t('unitFilter')}
      width={520}
      okText={t('use')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: !unit }}
      onOk={() => unit && onUse(unit, only)}
      onCancel={onClose}
    >
      <UnitPicker label={t('unitChoose')} value={unit} onChange={setUnit} />
      {mayNarrow ? (
        <Radio.Group
          aria-label={t('unitScope')}
          value={only}
          onChange={event => setOnly(event.target.value)}
          options={[
            { value: false, label: t('withBelow') },
            { value: true, label: t('withoutBelow') },
          ]}
        />
      ) : null}
    </Modal>
  )
}
