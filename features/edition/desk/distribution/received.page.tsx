import {
  AbsentRecord,
  BackToList,
  formatInstant,
  isMissing,
  ListSkeleton,
  PageHeader,
  PaperFrame,
  ProblemNotice,
  receiveFile,
  useProblemText,
  useSending,
} from '@jianbao/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Alert, App, Button } from 'antd'
import { useEffect } from 'react'
import type { Received } from '../../contract/index.ts'
import styles from './distribution.module.css'
import {
  acknowledgeReceived,
  deliveryKey,
  openReceived,
  receivedHtmlQuery,
  receivedQuery,
} from './distribution.queries.ts'
import { distributionTexts } from './distribution.texts.ts'
import { ReplyBox } from './reply-box.tsx'

export default function ReceivedPage() {
  const t = distributionTexts.useTexts()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const received = useQuery(receivedQuery(id))
  if (received.data && !isMissing(received.error)) return <OpenReceived key={id} received={received.data} />
  return (
    <AbsentRecord
      query={received}
      list="/received"
      title={t('one')}
      back={t('back')}
      missing={t('missing')}
      goList={t('goList')}
    />
  )
}

function OpenReceived({ received }: { readonly received: Received }) {
  const t = distributionTexts.useTexts()
  const client = useQueryClient()
  const { id, read } = received
  useEffect(() => {
    if (read) return
    // That it was opened is told once; when it cannot be told now, the next visit tells it.
    openReceived(id).then(
      now => client.setQueryData(receivedQuery(id).queryKey, now),
      () => undefined,
    )
  }, [client, id, read])
  const note = [received.issuer, t('issuedAt', { at: formatInstant(received.issuedAt) }), received.unitName]
  return (
    <>
      <PageHeader
        title={received.issueName}
        back={<BackToList to="/received">{t('back')}</BackToList>}
        note={note.join(' · ')}
      />
      <div className={styles['page']}>
        <Paper received={received} />
        <div className={styles['side']}>
          <Recalled received={received} />
          <Receipt received={received} />
          <ReplyBox received={received} />
          <About received={received} />
          <Corrections received={received} />
          <Downloads received={received} />
        </div>
      </div>
    </>
  )
}

function Paper({ received: { id, formats } }: { readonly received: Received }) {
  const t = distributionTexts.useTexts()
  const has = formats.includes('html')
  const html = useQuery({ ...receivedHtmlQuery(id), enabled: has })
  return (
    <section aria-label={t('paper')}>
      {has ? null : <p className={styles['soft']}>{t('noPaper')}</p>}
      {html.error ? <ProblemNotice error={html.error} onRetry={() => void html.refetch()} /> : null}
      {has && html.isPending ? <ListSkeleton rows={16} /> : null}
      {html.data === undefined ? null : <PaperFrame html={html.data} title={t('paper')} />}
    </section>
  )
}

function Recalled({ received: { recalledAt, recallReason } }: { readonly received: Received }) {
  const t = distributionTexts.useTexts()
  if (!recalledAt) return null
  const words = t('recalledWords', { at: formatInstant(recalledAt), reason: recallReason ?? '' })
  return <Alert type="warning" showIcon title={words} />
}

/** The ledger items of this unit that the document is about. */
function About({ received: { about } }: { readonly received: Received }) {
  const t = distributionTexts.useTexts()
  if (!about.length) return null
  return (
    <section className={styles['box']} aria-labelledby="received-about">
      <h2 id="received-about">{t('about')}</h2>
      <ul className={styles['about']}>
        {about.map(({ id, title }) => (
          <li key={id}>
            <Link to={`/ledger-items/${id}`}>{title}</Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Receipt({ received }: { readonly received: Received }) {
  const t = distributionTexts.useTexts()
  const { message } = App.useApp()
  const client = useQueryClient()
  const { id, unitName, acknowledgedAt, acknowledgedName, actions, to } = received
  const sending = useSending(() => void message.success(t('acknowledgeDone')))
  const acknowledge = async () => {
    const now = await acknowledgeReceived(id)
    client.setQueryData(receivedQuery(id).queryKey, now)
    await client.invalidateQueries({ queryKey: [deliveryKey, 'received'] })
  }
  return (
    <section className={styles['box']} aria-labelledby="received-receipt">
      <h2 id="received-receipt">{t('receipt')}</h2>
      {acknowledgedAt ? (
        <p>
          {t('acknowledgedBy', {
            name: acknowledgedName ?? '',
            at: formatInstant(acknowledgedAt),
            unit: unitName,
          })}
        </p>
      ) : (
        <p>
          {t(actions.includes('acknowledge') ? 'acknowledgeWords' : 'acknowledgeOther', { unit: unitName })}
        </p>
      )}
      {sending.error ? <ProblemNotice error={sending.error} /> : null}
      {actions.includes('acknowledge') ? (
        <Button
          type="primary"
          size="large"
          block
          loading={sending.busy}
          onClick={() => void sending.send(acknowledge)}
        >
          {t('acknowledge')}
        </Button>
      ) : null}
      <span className={styles['soft']}>{t('toKind', { kind: to })}</span>
    </section>
  )
}

function Corrections({ received: { corrections } }: { readonly received: Received }) {
  const t = distributionTexts.useTexts()
  if (!corrections.length) return null
  return (
    <section className={styles['box']} aria-labelledby="received-errata">
      <h2 id="received-errata">{t('corrections')}</h2>
      <p className={styles['soft']}>{t('correctionsNote')}</p>
      <ol>
        {corrections.map(({ words, publishedAt }) => (
          <li key={publishedAt + words}>
            {words}
            <span className={styles['soft']}>{formatInstant(publishedAt)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Downloads({ received }: { readonly received: Received }) {
  const t = distributionTexts.useTexts()
  const text = useProblemText()
  const { message } = App.useApp()
  const path = `/api/deliveries/${received.id}/file`
  return (
    <section className={styles['box']} aria-labelledby="received-download">
      <h2 id="received-download">{t('download')}</h2>
      <div className={styles['acts']}>
        {received.formats.map(format => (
          <Button
            key={format}
            onClick={() =>
              void receiveFile(path, { query: { format } }).catch(error => void message.error(text(error)))
            }
          >
            {t(`format.${format}`)}
          </Button>
        ))}
      </div>
      <span className={styles['soft']}>{t('downloadNote')}</span>
      {received.public ? <a href={`/issues/${received.documentId}`}>{t('openPublic')}</a> : null}
    </section>
  )
}
