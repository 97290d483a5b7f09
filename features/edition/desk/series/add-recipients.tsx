import { useFocusBack } from '@jianbao/ui'
import { Modal, Segmented } from 'antd'
import { useState } from 'react'
import type { DistributionRow } from '../../contract/index.ts'
import { AddKind } from './add-kind.tsx'
import { AddLines } from './add-lines.tsx'
import { AddOutside } from './add-outside.tsx'
import type { AddProps } from './add-recipients.types.ts'
import { AddUnit } from './add-unit.tsx'
import styles from './series.module.css'
import { seriesTexts } from './series.texts.ts'

const ways = { addUnit: AddUnit, addKind: AddKind, addOutside: AddOutside, addLines: AddLines } as const
const names = ['addUnit', 'addKind', 'addOutside', 'addLines'] as const

type AddRecipientsProps = AddProps & { readonly to: DistributionRow['to']; readonly onClose: () => void }

/** Four ways to put somebody on the list. */
export function AddRecipients({ to, taken, onAdd, onClose }: AddRecipientsProps) {
  const t = seriesTexts.useTexts()
  const [way, setWay] = useState<(typeof names)[number]>('addUnit')
  useFocusBack()
  const Way = ways[way]
  return (
    <Modal open title={t(`to.${to}`)} footer={null} width={560} onCancel={onClose}>
      <div className={styles['form']}>
        <Segmented
          block
          aria-label={t('addThem')}
          value={way}
          options={names.map(value => ({ value, label: t(value) }))}
          onChange={setWay}
        />
        <Way taken={taken} onAdd={onAdd} />
      </div>
    </Modal>
  )
}
