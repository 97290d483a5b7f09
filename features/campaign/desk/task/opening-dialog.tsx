import { ActDialog, FormDrawer } from '@jianbao/organisation/desk/parts'
import { DayField, FormField, useSending } from '@jianbao/ui'
import { Alert, Input, Select } from 'antd'
import { useState } from 'react'
import type { BoundUnit, TaskDetail } from '../../contract/index.ts'
import { useCampaignStep } from '../campaign.queries.ts'
import { useTaskWords } from '../plan/campaign-words.tsx'
import type { AskingOpening } from './asking-opening.ts'
import { taskTexts } from './task.texts.ts'

type OpeningDialogProps = {
  readonly task: TaskDetail
  readonly asking: AskingOpening
  readonly onClose: () => void
}

/** Opens a locked period for one unit, or takes that back. */
export function OpeningDialog({ task, asking, onClose }: OpeningDialogProps) {
  const t = taskTexts.useTexts()
  const step = useCampaignStep()
  if (asking.act === 'open') return <OpeningForm task={task} unit={asking.unit} onClose={onClose} />
  const { unit, opening } = asking
  const closing = { periodNo: opening.periodNo, unitId: unit.id }
  return (
    <ActDialog
      title={t('takeBackOf', { unit: unit.name, period: opening.periodName })}
      confirm={t('takeBack')}
      cancel={t('cancel')}
      overtaken={t('theirs')}
      danger
      onConfirm={() => step.mutateAsync({ act: 'close-period', id: task.id, closing })}
      onClose={onClose}
    >
      <p>{t('takeBackWords')}</p>
    </ActDialog>
  )
}

type OpeningFormProps = {
  readonly task: TaskDetail
  readonly unit: BoundUnit
  readonly onClose: () => void
}

function OpeningForm({ task, unit, onClose }: OpeningFormProps) {
  const t = taskTexts.useTexts()
  const { day } = useTaskWords()
  const step = useCampaignStep()
  const sending = useSending(onClose)
  const locked = task.periods.filter(period => period.state === 'locked')
  const [periodNo, setPeriodNo] = useState(locked.at(-1)?.no ?? 0)
  const [untilDay, setUntilDay] = useState<string>()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const late = !untilDay || untilDay < task.today
  const short = reason.trim().length < 2
  const send = () => {
    setTried(true)
    if (late || short || !periodNo || !untilDay) return
    const opening = { periodNo, unitId: unit.id, untilDay, reason: reason.trim() }
    void sending.send(() => step.mutateAsync({ act: 'open-period', id: task.id, opening }))
  }
  return (
    <FormDrawer
      title={t('allowOf', { unit: unit.name })}
      save={t('allowDo')}
      cancel={t('cancel')}
      overtaken={t('theirs')}
      sending={sending}
      onSend={send}
      onClose={onClose}
    >
      {locked.length ? <p>{t('allowWords')}</p> : <Alert type="info" showIcon title={t('noLocked')} />}
      {locked.length ? (
        <>
          <FormField label={t('whichPeriod')}>
            <Select<number>
              value={periodNo}
              onChange={setPeriodNo}
              options={locked.map(({ no, name, dueDay }) => ({
                value: no,
                label: `${name} · ${t('due', { day: day(dueDay) })}`,
              }))}
            />
          </FormField>
          <FormField label={t('until')} problem={tried && late ? t('untilNeeded') : null}>
            <DayField label={t('until')} value={untilDay} earliest={task.today} onChange={setUntilDay} />
          </FormField>
          <FormField
            label={t('reason')}
            hint={t('reasonHint')}
            problem={tried && short ? t('reasonNeeded') : null}
          >
            <Input.TextArea
              value={reason}
              maxLength={300}
              aria-required="true"
              autoSize={{ minRows: 3, maxRows: 8 }}
              onChange={event => setReason(event.target.value)}
            />
          </FormField>
        </>
      ) : null}
    </FormDrawer>
  )
}
