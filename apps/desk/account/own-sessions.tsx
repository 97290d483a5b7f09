import { formatInstant, listStyles, ProblemNotice, StateTag, usePhone } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Popconfirm, Skeleton } from 'antd'
import { useSession } from '../session.context.ts'
import styles from './account.module.css'
import { type OwnSession, sessionsQuery, useEndOthers, useEndSession } from './account.queries.ts'
import { accountTexts } from './account.texts.ts'

/** Where one is signed in; each place can be ended, or all others at once. */
export function OwnSessions() {
  const t = accountTexts.useTexts()
  const list = useQuery(sessionsQuery)
  const endOthers = useEndOthers()
  const { rules } = useSession()
  const others = list.data?.filter(session => !session.current).length ?? 0
  return (
    <section className={styles['card']} aria-labelledby="account-sessions">
      <div className={styles['head']}>
        <h2 id="account-sessions">{t('sessions')}</h2>
        {others ? (
          <Popconfirm
            title={t('endOthersAsk', { count: others })}
            okText={t('end')}
            cancelText={t('cancel')}
            onConfirm={() => endOthers.mutate()}
          >
            <Button size="small" loading={endOthers.isPending}>
              {t('endOthers')}
            </Button>
          </Popconfirm>
        ) : null}
      </div>
      <p className={styles['cardNote']}>{t('sessionsNote')}</p>
      <div className={styles['problem']}>
        {endOthers.error ? <ProblemNotice error={endOthers.error} /> : null}
        {endOthers.data ? (
          <Alert
            type="success"
            showIcon
            role="status"
            title={t('endedOthers', { count: endOthers.data.ended })}
          />
        ) : null}
      </div>
      {list.isError ? <ProblemNotice error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.isPending ? <Skeleton active title={false} /> : null}
      {list.data ? <Sessions sessions={list.data} /> : null}
      <p className={styles['cardNote']}>{t('idleNote', { minutes: rules.idleMinutes })}</p>
    </section>
  )
}

function Sessions({ sessions }: { sessions: readonly OwnSession[] }) {
  const t = accountTexts.useTexts()
  const phone = usePhone()
  if (phone)
    return (
      <ul className={listStyles['cards']} aria-label={t('sessions')}>
        {sessions.map(session => (
          <li key={session.id} className={styles['session']}>
            <div>
              <Device session={session} />
              <div>
                {t('started')} {formatInstant(session.startedAt)}
              </div>
              <div>
                {t('lastSeen')} {formatInstant(session.lastSeenAt)}
              </div>
              <div>{t(`method.${session.method}`)}</div>
            </div>
            <End session={session} />
          </li>
        ))}
      </ul>
    )
  return (
    <table className={listStyles['table']} aria-label={t('sessions')}>
      <thead>
        <tr>
          <th scope="col">{t('device')}</th>
          <th scope="col">{t('started')}</th>
          <th scope="col">{t('lastSeen')}</th>
          <th scope="col">{t('way')}</th>
          <td className={styles['corner']} />
        </tr>
      </thead>
      <tbody>
        {sessions.map(session => (
          <tr key={session.id}>
            <td>
              <Device session={session} />
            </td>
            <td>{formatInstant(session.startedAt)}</td>
            <td>{formatInstant(session.lastSeenAt)}</td>
            <td>{t(`method.${session.method}`)}</td>
            <td className={styles['end']}>
              <End session={session} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Device({ session }: { session: OwnSession }) {
  const t = accountTexts.useTexts()
  return (
    <span className={styles['device']}>
      {session.device ?? t('unknownDevice')}
      {session.current ? <StateTag tone="good">{t('current')}</StateTag> : null}
    </span>
  )
}

function End({ session }: { session: OwnSession }) {
  const t = accountTexts.useTexts()
  const end = useEndSession()
  if (session.current) return null
  return (
    <Button
      size="small"
      loading={end.isPending}
      aria-label={t('endThis', { device: session.device ?? t('unknownDevice') })}
      onClick={() => end.mutate(session.id)}
    >
      {t('end')}
    </Button>
  )
}
