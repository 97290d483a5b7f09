import { ActDialog } from '@jianbao/organisation/desk/parts'
import { FormField } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { type ContestRecord, mostRehearsed } from '../../contract/index.ts'
import { type ContestDeed, playingQuery, useContestDeed } from './contest.queries.ts'
import { momentWords } from './contest-values.ts'
import { useFaultText } from './fault-lines.tsx'
import styles from './setup.module.css'
import { setupTexts } from './setup.texts.ts'

export type AskedDeed = 'rehearse' | 'rewind' | 'open' | 'close' | 'publish' | 'withdraw' | 'remove'

type DeedDialogProps = {
  readonly deed: AskedDeed
  readonly contest: ContestRecord
  readonly onClose: () => void
}

const words = {
  rehearse: ['rehearseTitle', 'beginRehearsal'],
  rewind: ['rewindTitle', 'rewind'],
  open: ['openTitle', 'open'],
  close: ['closeTitle', 'closeEarly'],
  publish: ['publishTitle', 'publish'],
  withdraw: ['withdrawTitle', 'withdraw'],
  remove: ['removeTitle', 'remove'],
} as const

const usualPlayers = 500
const dangerous: readonly AskedDeed[] = ['rewind', 'close', 'withdraw', 'remove']

/** Asks once before a contest goes on to its next state, and says what comes of it. */
export function DeedDialog({ deed, contest, onClose }: DeedDialogProps) {
  const t = setupTexts.useTexts()
  const { message } = App.useApp()
  const step = useContestDeed(contest)
  const navigate = useNavigate()
  const [reason, setReason] = useState('')
  const [players, setPlayers] = useState<number | null>(usualPlayers)
  const [title, confirm] = words[deed]
  const reasoned = deed === 'close' || deed === 'withdraw'
  const order: ContestDeed =
    deed === 'rehearse'
      ? { act: deed, players: players ?? usualPlayers }
      : reasoned
        ? { act: deed, reason: reason.trim() }
        : { act: deed }
  const act = async () => {
    await step.mutateAsync(order)
    void message.success(t(`done.${deed}`))
    if (deed === 'remove') void navigate({ to: '/contests' })
  }
  return (
    <ActDialog
      title={t(title)}
      confirm={t(confirm)}
      cancel={t('cancel')}
      danger={dangerous.includes(deed)}
      blocked={(reasoned && reason.trim().length < 2) || (deed === 'rehearse' && players === null)}
      overtaken={t('overtaken')}
      onConfirm={act}
      onClose={onClose}
    >
      <Consequence deed={deed} contest={contest} />
      {deed === 'rehearse' ? (
        <FormField label={t('players')} hint={t('playersHint', { most: mostRehearsed })}>
          <InputNumber
            min={1}
            max={mostRehearsed}
            precision={0}
            value={players}
            style={{ width: '100%' }}
            onChange={setPlayers}
          />
        </FormField>
      ) : null}
      {reasoned ? (
        <FormField label={t(deed === 'close' ? 'closeReason' : 'withdrawReason')}>
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

function Consequence({ deed, contest }: Omit<DeedDialogProps, 'onClose'>) {
  const t = setupTexts.useTexts()
  switch (deed) {
    case 'open':
      return <Opening contest={contest} />
    case 'close':
      return <Closing id={contest.id} />
    case 'publish':
      return (
        <>
          <p>{t('publishWords')}</p>
          {contest.flagged > 0 ? (
            <p className={styles['warned']}>{t('publishFlagged', { count: contest.flagged })}</p>
          ) : null}
        </>
      )
    case 'rehearse':
      return <p>{t('rehearseNote')}</p>
    default:
      return <p>{t(`${deed}Words`, { title: contest.title })}</p>
  }
}

function Opening({ contest }: { readonly contest: ContestRecord }) {
  const t = setupTexts.useTexts()
  const text = useFaultText()
  const hints = contest.faults.filter(({ hint }) => hint)
  const count = contest.banks.reduce((sum, { approved }) => sum + approved, 0)
  return (
    <>
      <p>{t('openWords', { at: momentWords(contest.opensAt) })}</p>
      <p>{t('openFrozen', { count })}</p>
      {hints.length ? (
        <div className={styles['warned']}>
          {t('openHints')}
          <ul>
            {hints.map(hint => (
              <li key={`${hint.at} ${hint.code}`}>{text(hint)}</li>
            ))}
          </ul>
        </div>
      ) : null}
    </>
  )
}

/** Who may still be at it when it ends. */
function Closing({ id }: { readonly id: string }) {
  const t = setupTexts.useTexts()
  const playing = useQuery(playingQuery(id))
  if (!playing.data) return <p aria-busy="true">…</p>
  const { players, minutes, today, until } = playing.data
  return (
    <>
      <p className={players > 0 ? styles['warned'] : ''}>
        {t(players > 0 ? 'closePlaying' : 'closeQuiet', { players, minutes, today })}
      </p>
      <p>{t('closeWords', { until: momentWords(until) })}</p>
    </>
  )
}
