import { holdsRole, ProblemNotice, useHasPage, useHeldRoles, useProblemText } from '@jianbao/ui'
import { Link, useNavigate } from '@tanstack/react-router'
import { App, Button, Input, Modal } from 'antd'
import { useId, useState } from 'react'
import type { Report, ReportAction } from '../../contract/index.ts'
import { doDeed, useRefreshReports } from '../report.queries.ts'
import { reportTexts } from '../report.texts.ts'
import styles from './report.module.css'

/** Who makes cases of reports, and of which, in the room of cases. */
const caseKeepers = ['editor', 'reviser', 'signatory'] as const
const taken: readonly Report['state'][] = ['submitted', 'accepted', 'adopted', 'kept']

/** What the caller may do next, as the server says; on a phone it stands at the thumb. */
export function ReportActs({ report }: { report: Report }) {
  const t = reportTexts.useTexts()
  const text = useProblemText()
  const { modal, message } = App.useApp()
  const refresh = useRefreshReports()
  const navigate = useNavigate()
  const [busy, setBusy] = useState<string | null>(null)
  const [declining, setDeclining] = useState(false)
  const { id, version, state } = report
  const may = (action: ReportAction) => report.actions.includes(action)
  const act = async (deed: 'send' | 'approve' | 'withdraw' | 'decline' | 'remove', reason?: string) => {
    setBusy(deed)
    try {
      await doDeed(id, deed, { version, ...(reason ? { reason } : {}) })
      void message.success(t(`done.${deed}`))
      if (deed === 'remove') await navigate({ to: '/reports' })
      await refresh()
    } catch (error) {
      void message.error(text(error), 8)
      void refresh()
    } finally {
      setBusy(null)
    }
  }
  const ask = (deed: 'withdraw' | 'remove') =>
    modal.confirm({
      title: t(`ask.${deed}`),
      content: t(`askNote.${deed}`),
      okText: t(deed),
      cancelText: t('cancel'),
      okButtonProps: { danger: deed === 'remove' },
      focusable: { autoFocusButton: 'cancel' },
      onOk: () => act(deed),
    })
  const casebook = useHasPage('/cases/new')
  const marksCases = holdsRole(useHeldRoles(), caseKeepers) && casebook && taken.includes(state)
  const signing = state === 'review' && may('approve')
  return (
    <div className={styles['acts']} data-thumb={signing || may('edit') || undefined}>
      {signing ? (
        <Button type="primary" size="large" loading={busy === 'approve'} onClick={() => void act('approve')}>
          {t('approve')}
        </Button>
      ) : null}
      {may('decline') ? (
        <Button size="large" onClick={() => setDeclining(true)}>
          {t('decline')}
        </Button>
      ) : null}
      {may('edit') ? (
        <Link to="/reports/$id/edit" params={{ id }} className={styles['primary'] ?? ''}>
          {t(state === 'returned' ? 'mend' : 'goOn')}
        </Link>
      ) : null}
      {may('withdraw') ? (
        <Button loading={busy === 'withdraw'} onClick={() => ask('withdraw')}>
          {t('withdraw')}
        </Button>
      ) : null}
      {may('remove') ? (
        <Button danger loading={busy === 'remove'} onClick={() => ask('remove')}>
          {t('remove')}
        </Button>
      ) : null}
      <Link to="/reports/new" search={{ copy: id }} className={styles['quiet'] ?? ''}>
        {t('copy')}
      </Link>
      {marksCases ? (
        <Link to="/cases/new" search={{ report: id }} className={styles['quiet'] ?? ''}>
          {t('markCase')}
        </Link>
      ) : null}
      {declining ? (
        <DeclineDialog
          onClose={() => setDeclining(false)}
          onDecline={reason => doDeed(id, 'decline', { version, reason })}
          onDone={() => {
            void message.success(t('done.decline'))
            void refresh()
          }}
        />
      ) : null}
    </div>
  )
}

type DeclineDialogProps = {
  readonly onClose: () => void
  readonly onDecline: (reason: string) => Promise<unknown>
  readonly onDone: () => void
}

const reasonKeys = ['figures', 'facts', 'photos'] as const

function DeclineDialog({ onClose, onDecline, onDone }: DeclineDialogProps) {
  const t = reportTexts.useTexts()
  const [reason, setReason] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const field = useId()
  const decline = async () => {
    setBusy(true)
    setError(null)
    try {
      await onDecline(reason.trim())
      onDone()
      onClose()
    } catch (thrown) {
      setError(thrown)
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title={t('declineTitle')}
      okText={t('decline')}
      cancelText={t('cancel')}
      confirmLoading={busy}
      okButtonProps={{ disabled: reason.trim().length < 2 }}
      onOk={() => void decline()}
      onCancel={onClose}
    >
      <label htmlFor={field}>{t('declineWhy')}</label>
      <Input.TextArea
        id={field}
        autoFocus
        value={reason}
        maxLength={500}
        autoSize={{ minRows: 3, maxRows: 8 }}
        onChange={event => setReason(event.target.value)}
      />
      <div className={styles['reasons']}>
        {reasonKeys.map(key => (
          <Button key={key} size="small" onClick={() => setReason(t(`why.${key}`))}>
            {t(`why.${key}`)}
          </Button>
        ))}
      </div>
      {error ? <ProblemNotice error={error} /> : null}
    </Modal>
  )
}
