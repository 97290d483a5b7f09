import { CloseOutlined } from '@ant-design/icons'
import { type PickedUnit, UnitPicker } from '@jianbao/organisation/desk'
import { Button, Modal, Space } from 'antd'
import { useState } from 'react'
import styles from './inbox.module.css'
import { inboxTexts } from './inbox.texts.ts'

type UnitFilterProps = {
  readonly filters: { readonly unit?: string }
  readonly unitName: string | null
  readonly onChange: (change: { unit: string | undefined }) => void
}

/** The unit with all below whose rows are shown. */
export function UnitFilter({ filters, unitName, onChange }: UnitFilterProps) {
  const t = inboxTexts.useTexts()
  const [asking, setAsking] = useState(false)
  const words = filters.unit ? (unitName ?? t('unitGone')) : t('anyUnit')
  const choose = (unit: PickedUnit | null) => {
    setAsking(false)
    if (unit) onChange({ unit: unit.id })
  }
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
            onClick={() => onChange({ unit: undefined })}
          />
        ) : null}
      </Space.Compact>
      {asking ? (
        <Modal open title={t('unitFilter')} footer={null} width={520} onCancel={() => setAsking(false)}>
          <UnitPicker label={t('unitChoose')} value={null} onChange={choose} />
        </Modal>
      ) : null}
    </>
  )
}
