import { DayField, FormField, ProblemNotice, useFocusBack, useSending } from '@jianbao/ui'
import { App, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import styles from './gap-dialogs.module.css'
import { byPeriod, type Gap, unitNames } from './gaps.ts'
import { useGapActs } from './ledger.queries.ts'
import { ledgerTexts } from './ledger.texts.ts'
import { UnitsWords } from './units-words.tsx'

/** Asks units for a piece on what they have not reported. */
export function CommissionDialog({
  gaps,
  onClose,
}: {
  readonly gaps: readonly Gap[]
  readonly onClose: () => void
}) {
  const t = ledgerTexts.useTexts()
  const { message } = App.useApp()
  const acts = useGapActs()
  const { busy, error, send } = useSending(onClose)
  const [title, setTitle] = useState(() => proposedTitle(gaps, task => t('commissionNamed', { task })))
  const [brief, setBrief] = useState('')
  const [dueDay, setDueDay] = useState<string>()
  const [tried, setTried] = useState(false)
  const titled = title.trim().length > 1
  useFocusBack()
  const units = unitNames(gaps).length
  const commission = async () => {
    await acts.commission(
      byPeriod(gaps).map(({ period, units }) => ({
        ...{ units, taskId: period.taskId, periodNo: period.periodNo },
        ...{ title: title.trim(), brief: brief.trim(), dueDay: dueDay! },
      })),
    )
    void message.success(t('commissionSent', { count: units }))
  }
  return (
    <Modal open title={t('commissionTitle', { count: units })} footer={null} width={520} onCancel={onClose}>
      <form
        className={styles['form']}
        onSubmit={event => {
          event.preventDefault()
          setTried(true)
          if (titled && dueDay) void send(commission)
        }}
      >
        <p>
          <UnitsWords gaps={gaps} />
        </p>
        <FormField label={t('commissionName')} problem={tried && !titled ? t('needTitle') : null}>
          <Input value={title} maxLength={100} onChange={event => setTitle(event.target.value)} />
        </FormField>
        <FormField label={t('commissionBrief')} hint={t('commissionBriefHint')}>
          <Input.TextArea
            value={brief}
            maxLength={1000}
            rows={4}
            onChange={event => setBrief(event.target.value)}
          />
        </FormField>
        <FormField label={t('commissionDue')} problem={tried && !dueDay ? t('needDue') : null}>
          <DayField label={t('commissionDue')} value={dueDay} earliest="2020-01-01" onChange={setDueDay} />
        </FormField>
        {error ? <ProblemNotice error={error} /> : null}
        <div className={styles['foot']}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={busy}>
            {t('commissionSend')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

/** What all gaps are of; nothing where they are of several tasks. */
function proposedTitle(gaps: readonly Gap[], words: (task: string) => string): string {
  const periods = byPeriod(gaps)
  const [first] = periods
  if (!first || periods.length > 1) return ''
  return words([first.period.periodName, first.period.taskName].filter(Boolean).join(''))
}
