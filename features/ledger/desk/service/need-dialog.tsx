import { ActDialog } from '@jianbao/organisation/desk/parts'
import { DayField, FormField } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Input, Radio, Select } from 'antd'
import { useState } from 'react'
import { type NeedAction, type NeedRecord, needLimits } from '../../contract/index.ts'
import { daysLater, localToday } from './local-today.ts'
import { OfficeSelect } from './office-select.tsx'
import styles from './service.module.css'
import { type NeedStep, targetsQuery } from './service.queries.ts'
import { serviceTexts } from './service.texts.ts'

type NeedDialogProps = {
  readonly need: NeedRecord
  readonly action: NeedAction
  readonly onSend: (step: NeedStep) => Promise<void>
  readonly onClose: () => void
}

const titleLength = 60
const daysToDo = 60

/** What is asked before a need is decided. */
export function NeedDialog({ need, action, onSend, onClose }: NeedDialogProps) {
  const t = serviceTexts.useTexts()
  const [title, setTitle] = useState(() => need.words.split('\n')[0]!.slice(0, titleLength).toWellFormed())
  const [ledger, setLedger] = useState<string>()
  const [unitId, setUnitId] = useState<string | undefined>(action === 'accept' ? need.unitId : undefined)
  const [dueDay, setDueDay] = useState<string | undefined>(() => daysLater(localToday(), daysToDo))
  const [reason, setReason] = useState('')
  const [q, setQ] = useState('')
  const [itemId, setItemId] = useState<string>()
  const targets = useQuery({ ...targetsQuery(q), enabled: action === 'accept' || action === 'merge' })
  const ledgers = targets.data?.ledgers ?? []
  const ledgerId = ledger ?? ledgers[0]?.id
  const step = stepOf()
  function stepOf(): NeedStep | null {
    if (action === 'reconsider') return { act: action }
    if (action === 'merge') return itemId ? { act: action, itemId } : null
    if (action === 'accept')
      return ledgerId && dueDay && unitId && title.trim().length > 1
        ? { act: action, ledgerId, title: title.trim(), unitId, dueDay }
        : null
    if (reason.trim().length < 2) return null
    if (action === 'decline') return { act: action, reason: reason.trim() }
    return unitId ? { act: action, unitId, reason: reason.trim() } : null
  }
  return (
    <ActDialog
      title={t(`${action}Title`)}
      confirm={t(action)}
      cancel={t('cancel')}
      danger={action === 'decline'}
      blocked={step === null}
      overtaken={t('overtaken')}
      onConfirm={async () => step && onSend(step)}
      onClose={onClose}
    >
      {action === 'reconsider' ? <p>{t('reconsiderWords')}</p> : null}
      {action === 'accept' && targets.data && ledgers.length === 0 ? (
        <p role="alert">{t('noLedger')}</p>
      ) : null}
      {action === 'accept' ? (
        <>
          <FormField label={t('ledger')}>
            <Select<string>
              aria-label={t('ledger')}
              loading={targets.isPending}
              {...(ledgerId === undefined ? {} : { value: ledgerId })}
              onChange={setLedger}
              options={ledgers.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </FormField>
          <FormField label={t('itemTitle')}>
            <Input value={title} maxLength={120} onChange={event => setTitle(event.target.value)} />
          </FormField>
          <FormField label={t('doer')}>
            <OfficeSelect
              label={t('doer')}
              value={unitId}
              onChange={setUnitId}
              known={{ id: need.unitId, name: need.unitName }}
            />
          </FormField>
          <FormField label={t('dueDay')}>
            <DayField label={t('dueDay')} value={dueDay} earliest="2000-01-01" onChange={setDueDay} />
          </FormField>
        </>
      ) : null}
      {action === 'merge' ? (
        <>
          <Input.Search
            aria-label={t('findItem')}
            placeholder={t('findItem')}
            maxLength={100}
            onSearch={setQ}
            allowClear
          />
          {targets.data?.items.length === 0 ? <p>{t('noItems')}</p> : null}
          <Radio.Group
            className={styles['choices'] ?? ''}
            value={itemId}
            onChange={event => setItemId(event.target.value as string)}
            options={(targets.data?.items ?? []).map(item => ({
              value: item.id,
              label: `${item.title} · ${item.unitName} · ${item.dueDay}`,
            }))}
          />
        </>
      ) : null}
      {action === 'forward' ? (
        <FormField label={t('unit')}>
          <OfficeSelect label={t('unit')} value={unitId} onChange={setUnitId} without={need.unitId} />
        </FormField>
      ) : null}
      {action === 'forward' || action === 'decline' ? (
        <FormField label={t('reason')} hint={t(`${action}Hint`)}>
          <Input.TextArea
            value={reason}
            maxLength={needLimits.reason}
            autoSize={{ minRows: 3, maxRows: 8 }}
            onChange={event => setReason(event.target.value)}
          />
        </FormField>
      ) : null}
    </ActDialog>
  )
}
