import { ActDialog, type PickedUnit, UnitPicker } from '@jianbao/organisation/desk/parts'
import { FormField } from '@jianbao/ui'
import { Input, Radio } from 'antd'
import { useState } from 'react'
import { type DeliveryAdd, distributionKinds } from '../../contract/index.ts'
import styles from './distribution.module.css'
import { distributionTexts } from './distribution.texts.ts'

type AddDialogProps = {
  readonly onAdd: (recipient: DeliveryAdd) => Promise<unknown>
  readonly onClose: () => void
}

/** 补发: a unit of the tree, or somebody outside by mail or on paper. */
export function AddDialog({ onAdd, onClose }: AddDialogProps) {
  const t = distributionTexts.useTexts()
  const [to, setTo] = useState<DeliveryAdd['to']>('发')
  const [outside, setOutside] = useState(false)
  const [unit, setUnit] = useState<PickedUnit | null>(null)
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const recipient: DeliveryAdd = outside
    ? { to, unitId: null, name: name.trim(), email: email.trim() || null }
    : { to, unitId: unit?.id ?? null, name: unit?.name ?? '', email: null }
  return (
    <ActDialog
      title={t('addTitle')}
      confirm={t('addConfirm')}
      cancel={t('cancel')}
      blocked={outside ? name.trim() === '' : unit === null}
      overtaken={t('overtaken')}
      onConfirm={() => onAdd(recipient)}
      onClose={onClose}
    >
      <div className={styles['form']}>
        <p>{t('addWords')}</p>
        <Radio.Group
          aria-label={t('addKind')}
          value={to}
          optionType="button"
          options={distributionKinds.map(kind => ({ value: kind, label: kind }))}
          onChange={event => setTo(distributionKinds.find(kind => kind === event.target.value) ?? '发')}
        />
        <Radio.Group
          aria-label={t('addWho')}
          value={outside}
          options={[
            { value: false, label: t('addInside') },
            { value: true, label: t('addOutside') },
          ]}
          onChange={event => setOutside(event.target.value === true)}
        />
        {outside ? (
          <>
            <FormField label={t('addName')}>
              <Input value={name} maxLength={60} onChange={event => setName(event.target.value)} />
            </FormField>
            <FormField label={t('addEmail')}>
              <Input
                type="email"
                value={email}
                maxLength={254}
                onChange={event => setEmail(event.target.value)}
              />
            </FormField>
          </>
        ) : (
          <UnitPicker label={t('addUnit')} value={unit} onChange={setUnit} />
        )}
      </div>
    </ActDialog>
  )
}
