import { FormField, formatInstant, ProblemNotice, useFocusBack, useSending } from '@jianbao/ui'
import { App, Button, Checkbox, Input, Modal } from 'antd'
import { useState } from 'react'
import type { Reminded } from '../contract/index.ts'
import styles from './gap-dialogs.module.css'
import { byPeriod, type Gap } from './gaps.ts'
import { useGapActs } from './ledger.queries.ts'
import { ledgerTexts } from './ledger.texts.ts'
import { UnitsWords, useNames } from './units-words.tsx'

/** Tells the people of units what they have not done; says who cannot be told. */
export function RemindDialog({
  gaps,
  onClose,
}: {
  readonly gaps: readonly Gap[]
  readonly onClose: () => void
}) {
  const t = ledgerTexts.useTexts()
  const tell = useTellReminded()
  const acts = useGapActs()
  const { busy, error, send } = useSending(onClose)
  const [words, setWords] = useState('')
  const [again, setAgain] = useState(false)
  useFocusBack()
  const remind = async () => {
    const cells = byPeriod(gaps).map(({ period, units }) => ({
      ...{ taskId: period.taskId, periodNo: period.periodNo, unitIds: units },
    }))
    tell(
      await acts.remind({
        cells,
        ...(words.trim() ? { words: words.trim() } : {}),
        ...(again ? { again } : {}),
      }),
    )
  }
  return (
    <Modal open title={t('remindTitle', { count: gaps.length })} footer={null} width={520} onCancel={onClose}>
      <form
        className={styles['form']}
        onSubmit={event => {
          event.preventDefault()
          void send(remind)
        }}
      >
        <p>
          <UnitsWords gaps={gaps} />
        </p>
        <FormField label={t('remindWords')} hint={t('remindHint')}>
          <Input.TextArea
            value={words}
            maxLength={200}
            showCount
            rows={3}
            onChange={event => setWords(event.target.value)}
          />
        </FormField>
        <Checkbox checked={again} onChange={event => setAgain(event.target.checked)}>
          {t('remindAgain')}
        </Checkbox>
        {error ? <ProblemNotice error={error} /> : null}
        <div className={styles['foot']}>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={busy}>
            {t('remind')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

function useTellReminded(): (reminded: Reminded) => void {
  const t = ledgerTexts.useTexts()
  const { message } = App.useApp()
  const line = useNames()
  return ({ cells, people, at, quiet, unreached, toldToday }) => {
    const names = (units: Reminded['unreached']) => line(units.map(({ name }) => name))
    if (cells > 0)
      void message.success(
        quiet
          ? t('remindQuiet', { time: formatInstant(at), cells, people })
          : t('remindSent', { cells, people }),
      )
    if (toldToday.length > 0) void message.info(t('remindToldToday', { names: names(toldToday) }), 6)
    if (unreached.length > 0) void message.warning(t('remindUnreached', { names: names(unreached) }), 8)
  }
}
