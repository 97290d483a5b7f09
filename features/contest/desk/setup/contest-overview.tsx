import { formatCount, useLanguage } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useState } from 'react'
import { type ContestRecord, playSlug, rulesLine } from '../../contract/index.ts'
import { AmendDrawer } from './amend-drawer.tsx'
import { countedAt } from './contest-rows.tsx'
import { momentWords } from './contest-values.ts'
import { type AskedDeed, DeedDialog } from './deed-dialog.tsx'
import { LinkSheet } from './link-sheet.tsx'
import { QuestionsDrawer } from './questions-drawer.tsx'
import { RegradeNote } from './regrade-note.tsx'
import { RehearsalCard } from './rehearsal-card.tsx'
import { Sentences } from './rules-summary.tsx'
import styles from './setup.module.css'
import { setupTexts } from './setup.texts.ts'

type CardProps = { readonly contest: ContestRecord }

/** A contest that is played, or was: its address, its numbers, what may be done with it. */
export function ContestOverview({ contest }: CardProps) {
  return (
    <div className={styles['page']}>
      <div className={styles['side']}>
        <Acts contest={contest} />
        <History contest={contest} />
      </div>
      <div className={styles['main']}>
        <Notice contest={contest} />
        {contest.state === 'draft' ? null : <Address contest={contest} />}
        <RegradeNote regrade={contest.regrade} />
        {contest.state === 'draft' || contest.state === 'rehearsal' ? null : <Numbers contest={contest} />}
        <RehearsalCard contest={contest} />
        <Rules contest={contest} />
        {contest.keyCommitment && contest.state !== 'rehearsal' ? (
          <Commitment hash={contest.keyCommitment} />
        ) : null}
      </div>
    </div>
  )
}

function Notice({ contest: { state, opensAt, closedAt, publishedAt } }: CardProps) {
  const t = setupTexts.useTexts()
  if (state === 'rehearsal') return <p className={styles['warned']}>{t('rehearsing')}</p>
  if (state === 'open' && Date.parse(opensAt) > Date.now())
    return <p className={styles['warned']}>{t('notYet', { at: momentWords(opensAt) })}</p>
  if (publishedAt)
    return <p className={styles['note']}>{t('publishedAt', { at: momentWords(publishedAt) })}</p>
  if (closedAt) return <p className={styles['note']}>{t('closedAt', { at: momentWords(closedAt) })}</p>
  return null
}

const playAddress = (slug: string): string => `${location.origin}/play/${slug}`

function Address({ contest }: CardProps) {
  const t = setupTexts.useTexts()
  const { message } = App.useApp()
  const [printing, setPrinting] = useState(false)
  const url = playAddress(playSlug(contest))
  const copy = async () => {
    await navigator.clipboard.writeText(url)
    void message.success(t('copied'))
  }
  return (
    <section className={styles['card']} aria-labelledby="contest-address">
      <h2 id="contest-address">{t('address')}</h2>
      <p className={styles['address']}>{url}</p>
      <div className={styles['buttons']}>
        <Button onClick={() => void copy()}>{t('copy')}</Button>
        <a className={styles['plainButton']} href={url} target="_blank" rel="noreferrer">
          {t('openAddress')}
        </a>
        {contest.state === 'rehearsal' ? null : (
          <Button onClick={() => setPrinting(true)}>{t('linkSheet')}</Button>
        )}
      </div>
      {printing ? <LinkSheet contest={contest} url={url} onClose={() => setPrinting(false)} /> : null}
    </section>
  )
}

/** Each number leads to what it counts. */
function Numbers({ contest }: CardProps) {
  const t = setupTexts.useTexts()
  const { id, flagged, slug, actions } = contest
  return (
    <section className={styles['card']} aria-labelledby="contest-numbers">
      <h2 id="contest-numbers">{t('numbers')}</h2>
      <ul className={styles['numbers']}>
        {(['people', 'attempts', 'views'] as const).map(each => (
          <li key={each}>
            <Link {...countedAt[each]} params={{ id }}>
              <span className={styles['figure']}>{formatCount(contest[each])}</span>
              <span>{t(each)}</span>
            </Link>
            <span className={styles['faint']}>{t(`${each}Hint`)}</span>
          </li>
        ))}
      </ul>
      <p className={styles['links']}>
        <Link to="/contests/$id/statistics" params={{ id }}>
          {t('statistics')}
        </Link>
        {actions.includes('review') && flagged > 0 ? (
          <Link to="/contests/$id/review" params={{ id }} search={{ state: 'waiting' }}>
            {t('flaggedLink', { count: formatCount(flagged) })}
          </Link>
        ) : null}
        <Link to="/contests/$id/screen" params={{ id }}>
          {t('screen')}
        </Link>
        <Link to="/contests/$id/awards" params={{ id }}>
          {t('awards')}
        </Link>
        <a href={`/contests/${slug}`} target="_blank" rel="noreferrer">
          {t('publicPage')}
        </a>
      </p>
    </section>
  )
}

function Rules({ contest }: CardProps) {
  const t = setupTexts.useTexts()
  const language = useLanguage()
  const [open, setOpen] = useState(false)
  const { id, rules, questions, withdrawn, state, actions } = contest
  const keeps = actions.includes('withdraw-question')
  return (
    <section className={styles['card']} aria-labelledby="contest-rules">
      <h2 id="contest-rules">{t('rules')}</h2>
      <p>
        <strong>{rulesLine(rules, language)}</strong>
      </p>
      <Sentences rules={rules} />
      {state === 'draft' ? null : (
        <p className={styles['line']}>
          <span>
            {t('frozen')}：{t('frozenCount', { count: questions, withdrawn })}
          </span>
          {keeps ? <Button onClick={() => setOpen(true)}>{t('seeQuestions')}</Button> : null}
        </p>
      )}
      {open ? <QuestionsDrawer contest={contest} key={id} onClose={() => setOpen(false)} /> : null}
    </section>
  )
}

function Commitment({ hash }: { readonly hash: string }) {
  const t = setupTexts.useTexts()
  return (
    <section className={styles['card']} aria-labelledby="contest-commitment">
      <h2 id="contest-commitment">{t('commitment')}</h2>
      <code className={styles['hash']}>{hash}</code>
      <p className={styles['note']}>{t('commitmentNote')}</p>
    </section>
  )
}

const asks = ['open', 'publish', 'rewind', 'close', 'withdraw'] as const
const labels = {
  open: 'open',
  publish: 'publish',
  rewind: 'rewind',
  close: 'closeEarly',
  withdraw: 'withdraw',
} as const

function Acts({ contest }: CardProps) {
  const t = setupTexts.useTexts()
  const [asked, setAsked] = useState<AskedDeed | null>(null)
  const [amending, setAmending] = useState(false)
  const { actions, faults } = contest
  const blocked = faults.some(({ hint }) => !hint)
  const shown = asks.filter(each => actions.includes(each))
  if (!shown.length && !actions.includes('amend')) return null
  return (
    <div className={styles['card']}>
      <div className={styles['buttons']}>
        {shown.map(each => (
          <Button
            key={each}
            type={each === 'open' || each === 'publish' || each === 'rewind' ? 'primary' : 'default'}
            danger={each === 'close' || each === 'withdraw'}
            disabled={each === 'open' && blocked}
            onClick={() => setAsked(each)}
          >
            {t(labels[each])}
          </Button>
        ))}
        {actions.includes('amend') ? <Button onClick={() => setAmending(true)}>{t('amend')}</Button> : null}
      </div>
      {asked ? <DeedDialog deed={asked} contest={contest} onClose={() => setAsked(null)} /> : null}
      {amending ? <AmendDrawer contest={contest} onClose={() => setAmending(false)} /> : null}
    </div>
  )
}

const told = [
  ...([
    'create',
    'edit',
    'amend',
    'rehearse',
    'rewind',
    'open',
    'close',
    'withdraw-question',
    'review',
    'recount',
  ] as const),
  ...(['publish', 'withdraw'] as const),
] as const
const isTold = (action: string): action is (typeof told)[number] => told.some(each => each === action)

function History({ contest: { steps } }: CardProps) {
  const t = setupTexts.useTexts()
  return (
    <section className={styles['card']} aria-labelledby="contest-history">
      <h2 id="contest-history">{t('history')}</h2>
      <ol className={styles['history']}>
        {steps.map(({ at, action, byName, note }) => (
          <li key={`${at} ${action} ${note}`}>
            <span>
              {byName} {isTold(action) ? t(`did.${action}`) : action}
              {note ? `：${note}` : ''}
            </span>
            <span className={styles['faint']}>{momentWords(at)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
