import { formatInstant, ProblemNotice, useProblemText } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { App, Button, Skeleton } from 'antd'
import { useState } from 'react'
import type { Person, PersonSessions } from '../../contract/index.ts'
import styles from './person.module.css'
import { sessionsQuery, usePeopleActs } from './person.queries.ts'
import { personTexts } from './person.texts.ts'
import type { Asking } from './person-dialogs.tsx'

type PersonSessionsProps = { readonly person: Person; readonly onAsk: (asking: Asking) => void }

/** Where somebody is signed in, and the way to end it. */
export function PersonSessionsCard({ person, onAsk }: PersonSessionsProps) {
  const t = personTexts.useTexts()
  const sessions = useQuery(sessionsQuery(person.id))
  const rows = sessions.data?.rows ?? []
  const mayEnd = person.actions.includes('end-sessions') && rows.length > 0
  return (
    <section className={styles['box']} aria-labelledby="person-sessions">
      <div className={styles['boxHead']}>
        <h2 id="person-sessions">{t('sessions')}</h2>
        {mayEnd ? (
          <Button size="small" onClick={() => onAsk({ act: 'end-sessions', count: rows.length })}>
            {t('act.end-sessions')}
          </Button>
        ) : null}
      </div>
      {sessions.error ? (
        <ProblemNotice error={sessions.error} onRetry={() => void sessions.refetch()} />
      ) : null}
      {sessions.isPending ? <Skeleton active title={false} paragraph={{ rows: 2 }} /> : null}
      {sessions.data ? (
        <p className={styles['soft']}>{t(rows.length === 0 ? 'noSessions' : 'sessionsNote')}</p>
      ) : null}
      <ul className={styles['rows']}>
        {rows.map(session => (
          <Session key={session.id} personId={person.id} session={session} />
        ))}
      </ul>
    </section>
  )
}

type SessionProps = { readonly personId: string; readonly session: PersonSessions['rows'][number] }

function Session({ personId, session }: SessionProps) {
  const t = personTexts.useTexts()
  const text = useProblemText()
  const { message } = App.useApp()
  const { endSession } = usePeopleActs()
  const [busy, setBusy] = useState(false)
  const device = session.device ?? t('unknownDevice')
  const end = async () => {
    setBusy(true)
    try {
      await endSession(personId, session.id)
      void message.success(t('ended'))
    } catch (error) {
      void message.error(text(error))
    }
    setBusy(false)
  }
  return (
    <li>
      <div className={styles['row']}>
        <p className={styles['rowHead']}>
          <strong>{device}</strong>
          <span className={styles['soft']}>{t(`method.${session.method}`)}</span>
        </p>
        <p className={styles['quiet']}>
          {t('sessionTimes', {
            start: formatInstant(session.startedAt),
            last: formatInstant(session.lastSeenAt),
          })}
        </p>
      </div>
      {session.actions.includes('end') ? (
        <Button
          size="small"
          loading={busy}
          aria-label={`${t('act.end')}: ${device}`}
          onClick={() => void end()}
        >
          {t('act.end')}
        </Button>
      ) : null}
    </li>
  )
}
