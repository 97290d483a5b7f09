import { CloseOutlined } from '@ant-design/icons'
import type { FilterChange } from '@jianbao/ui'
import { Button, Modal, Radio, Space } from 'antd'
import { useState } from 'react'
import form from '../form.module.css'
import { type PickedUnit, UnitPicker } from '../unit-picker.tsx'
import styles from './people.module.css'
import { personTexts } from './person.texts.ts'
import type { PersonSearch } from './person-search.ts'

type UnitFilterProps = {
  readonly filters: PersonSearch
  readonly unitName: string | null
  readonly onChange: (change: FilterChange<PersonSearch>) => void
}

/** The unit whose people are shown, with all below or alone. */
export function UnitFilter({ filters, unitName, onChange }: UnitFilterProps) {
  const t = personTexts.useTexts()
  const [asking, setAsking] = useState(false)
  const name = unitName ?? t('unitGone')
  const words = filters.unit ? t(filters.only ? 'unitOnly' : 'unitWhole', { name }) : t('anyUnit')
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
        {filters.unit ? (
          <Button
            aria-label={t('unitClear')}
            title={t('unitClear')}
            icon={<CloseOutlined aria-hidden="true" />}
            onClick={() => onChange({ unit: undefined, only: undefined })}
          />
        ) : null}
      </Space.Compact>
      {asking ? (
        <UnitChoice
          only={filters.only ?? false}
          onClose={() => setAsking(false)}
          onUse={(unit, only) => {
            setAsking(false)
            onChange({ unit: unit.id, only: only || undefined })
          }}
        />
      ) : null}
    </>
  )
}

type UnitChoiceProps = {
  readonly only: boolean
  readonly onClose: () => void
  readonly onUse: (unit: PickedUnit, only: boolean) => void
}

function UnitChoice({ only: before, onClose, onUse }: UnitChoiceProps) {
  const t = personTexts.useTexts()
  const [unit, setUnit] = useState<PickedUnit | null>(null)
  const [only, setOnly] = useState(before)
  return (
    <Modal open title={t('unitFilter')} footer={null} width={520} onCancel={onClose}>
      <form
        className={form['form']}
        onSubmit={event => {
          event.preventDefault()
          if (unit) onUse(unit, only)
        }}
      >
        <UnitPicker label={t('unitChoose')} value={unit} onChange={setUnit} />
        <Radio.Group
          aria-label={t('unitScope')}
          value={only}
          onChange={event => setOnly(event.target.value)}
          options={[
            { value: false, label: t('withBelow') },
            { value: true, label: t('withoutBelow') },
          ]}
        />
        <div className={form['foot']}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="primary" htmlType="submit" disabled={!unit}>
            {t('use')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
