import { DayField, FormField, ProblemNotice, useSending } from '@jianbao/ui'
import { Input } from 'antd'
import { useState } from 'react'
import type { Commission } from '../../contract/index.ts'
import { DialogFrame } from '../inbox/dialog-frame.tsx'
import { useCommissionActs } from './commission.queries.ts'
import { commissionTexts } from './commission.texts.ts'

type DeedProps = { readonly row: Commission; readonly onClose: () => void; readonly onDone: () => void }

export function MoveDialog({ row, today, onClose, onDone }: DeedProps & { today: string }) {
  const t = commissionTexts.useTexts()
  const { move } = useCommissionActs()
  const [dueDay, setDueDay] = useState<string | undefined>(row.dueDay)
  const { busy, error, send } = useSending(onDone)
  return (
    <DialogFrame
      title={t('moveTitle')}
      confirm={t('move')}
      busy={busy}
      blocked={!dueDay}
      onConfirm={() => void send(() => move(row.id, { version: row.version, dueDay: dueDay! }))}
      onClose={onClose}
    >
      <p>
        {row.unitName} · {row.title}
      </p>
      <FormField label={t('dueField')}>
        <DayField label={t('dueField')} value={dueDay} earliest={today} onChange={setDueDay} />
      </FormField>
      {error ? <ProblemNotice error={error} /> : null}
    </DialogFrame>
  )
}

export function CancelDialog({ row, onClose, onDone }: DeedProps) {
  const t = commissionTexts.useTexts()
  const { cancel } = useCommissionActs()
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const { busy, error, send } = useSending(onDone)
  const lacking = reason.trim().length < 2
  const go = () => {
    setAsked(true)
    if (!lacking) void send(() => cancel(row.id, { version: row.version, reason: reason.trim() }))
  }
  return (
    <DialogFrame
      title={t('cancelTitle')}
      confirm={t('cancel')}
      danger
      busy={busy}
      onConfirm={go}
      onClose={onClose}
    >
      <p>
        {row.unitName} · {row.title}
      </p>
      <p>{t('cancelNote')}</p>
      <FormField label={t('reason')} problem={asked && lacking ? t('lackReason') : null}>
        <Input.TextArea
          value={reason}
          maxLength={500}
          autoSize={{ minRows: 2, maxRows: 6 }}
          onChange={event => setReason(event.target.value)}
        />
      </FormField>
      {error ? <ProblemNotice error={error} /> : null}
    </DialogFrame>
  )
}
