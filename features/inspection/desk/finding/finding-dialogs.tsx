import { ActDialog } from '@jianbao/organisation/desk/parts'
import { answer, api, DayField, FormField, ListSkeleton, ProblemNotice } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { App, Input, Select } from 'antd'
import { useState } from 'react'
import type { Finding, FindingAction } from '../../contract/index.ts'
import { useRefreshInspection } from '../inspection.queries.ts'
import styles from './finding.module.css'
import { findingTexts } from './finding.texts.ts'

export type FindingDeed = FindingAction
type FindingDialogProps = {
  readonly deed: FindingDeed
  readonly findings: readonly Finding[]
  readonly onDone: () => void
  readonly onClose: () => void
}

/** 确认问题, 不予认定, 生成整改事项: of all that were chosen. */
export function FindingDialog(props: FindingDialogProps) {
  return props.deed === 'raise' ? <Raise {...props} /> : <Settle {...props} deed={props.deed} />
}

type Done = { readonly settle: (send: () => Promise<unknown>) => Promise<void> }

function useDone(deed: FindingDeed, count: number, onDone: () => void): Done {
  const t = findingTexts.useTexts()
  const { message } = App.useApp()
  const refresh = useRefreshInspection()
  return {
    settle: async send => {
      try {
        await send()
        void message.success(t(`done.${deed}`, { count }))
        onDone()
      } finally {
        void refresh()
      }
    },
  }
}

function Settle({ deed, findings, onDone, onClose }: FindingDialogProps & { deed: 'confirm' | 'dismiss' }) {
  const t = findingTexts.useTexts()
  // What was chosen when it was asked, whatever the list shows meanwhile.
  const [chosen] = useState(findings)
  const [reason, setReason] = useState('')
  const { settle } = useDone(deed, chosen.length, onDone)
  const wished = chosen.map(({ id, version }) => ({ id, version }))
  const dismisses = deed === 'dismiss'
  return (
    <ActDialog
      title={t(`${deed}Title`, { count: chosen.length })}
      confirm={t(deed)}
      cancel={t('cancel')}
      danger={dismisses}
      blocked={dismisses && reason.trim().length < 2}
      overtaken={t('overtaken')}
      onConfirm={() =>
        settle(() =>
          dismisses
            ? answer(api.POST('/api/findings/dismiss', { body: { findings: wished, reason } }))
            : answer(api.POST('/api/findings/confirm', { body: { findings: wished } })),
        )
      }
      onClose={onClose}
    >
      <p>{t(`${deed}Words`)}</p>
      <ul className={styles['listed']}>
        {chosen.map(({ id, problem, unitName }) => (
          <li key={id}>{`${unitName}：${problem}`}</li>
        ))}
      </ul>
      {dismisses ? (
        <FormField label={t('reason')}>
          <Input.TextArea
            autoSize={{ minRows: 2, maxRows: 6 }}
            maxLength={500}
            value={reason}
            onChange={event => setReason(event.target.value)}
          />
        </FormField>
      ) : null}
    </ActDialog>
  )
}

function Raise({ findings, onDone, onClose }: FindingDialogProps) {
  const t = findingTexts.useTexts()
  const ledgers = useQuery({
    queryKey: ['inspection', 'ledgers'],
    queryFn: ({ signal }) => answer(api.GET('/api/ledgers', { signal })),
  })
  const open = (ledgers.data?.rows ?? []).filter(
    ({ kind, state }) => kind === 'rectification' && state === 'open',
  )
  const [picked, setPicked] = useState<string | null>(null)
  const ledgerId = picked ?? open[0]?.id ?? null
  const [wishes, setWishes] = useState(findings)
  const { settle } = useDone('raise', wishes.length, onDone)
  const change = (id: string, part: Partial<Finding>) =>
    setWishes(wishes.map(wish => (wish.id === id ? { ...wish, ...part } : wish)))
  const send = () => {
    const body = {
      ledgerId: ledgerId!,
      findings: wishes.map(({ id, version, measure, dueDay }) => ({ id, version, measure, dueDay: dueDay! })),
    }
    return answer(api.POST('/api/findings/raise', { body }))
  }
  return (
    <ActDialog
      title={t('raiseTitle', { count: wishes.length })}
      confirm={t('raise')}
      cancel={t('cancel')}
      blocked={ledgerId === null || wishes.some(({ dueDay }) => dueDay === null)}
      overtaken={t('overtaken')}
      onConfirm={() => settle(send)}
      onClose={onClose}
    >
      <p>{t('raiseWords')}</p>
      {ledgers.isPending ? <ListSkeleton rows={2} /> : null}
      {ledgers.error ? <ProblemNotice error={ledgers.error} onRetry={() => void ledgers.refetch()} /> : null}
      {ledgers.data && open.length === 0 ? <p role="alert">{t('noLedger')}</p> : null}
      {open.length > 0 ? (
        <FormField label={t('ledger')}>
          <Select
            aria-label={t('ledger')}
            value={ledgerId}
            onChange={setPicked}
            options={open.map(({ id, name, unitName }) => ({ value: id, label: `${name}（${unitName}）` }))}
          />
        </FormField>
      ) : null}
      {wishes.map(({ id, problem, unitName, measure, dueDay, day }) => (
        <fieldset key={id} className={styles['raise']}>
          <legend>{`${unitName}：${problem}`}</legend>
          <FormField label={t('measure')}>
            <Input.TextArea
              autoSize={{ minRows: 2, maxRows: 6 }}
              maxLength={2000}
              value={measure}
              onChange={event => change(id, { measure: event.target.value })}
            />
          </FormField>
          <FormField label={t('due')} problem={dueDay === null ? t('must') : null}>
            <DayField
              label={t('due')}
              value={dueDay ?? undefined}
              earliest={day}
              onChange={next => change(id, { dueDay: next ?? null })}
            />
          </FormField>
        </fieldset>
      ))}
    </ActDialog>
  )
}
