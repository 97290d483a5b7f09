import { formatCount, formatFigure, ProblemNotice } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import type { Issue } from '../contract/index.ts'
import { bulletinTexts } from './bulletin.texts.ts'
import styles from './issue.module.css'
import { issueEventsQuery } from './issue.queries.ts'

/** How much the issue holds; each number leads to what it counts in the original. */
export function IssueFacts({ issue }: { issue: Issue }) {
  const t = bulletinTexts.useTexts()
  const [open, setOpen] = useState(false)
  const { documentId } = issue
  const counts = [
    ['colArticles', issue.articles],
    ['colEvents', issue.events],
    ['colFigures', issue.figures],
  ] as const
  return (
    <section className={styles['card']} aria-labelledby="issue-facts">
      <h2 id="issue-facts">{t('facts')}</h2>
      <dl className={styles['counts']}>
        {counts.map(([name, count]) => (
          <div key={name}>
            <dt>{t(name)}</dt>
            <dd>
              {documentId ? (
                <Link to="/documents/$id" params={{ id: documentId }}>
                  {formatCount(count)}
                </Link>
              ) : (
                formatCount(count)
              )}
            </dd>
          </div>
        ))}
      </dl>
      {documentId ? (
        <>
          <p className={styles['note']}>
            <Link to="/documents/$id" params={{ id: documentId }}>
              {t('source')}
            </Link>
            <br />
            {t('sourceNote')}
          </p>
          <Button aria-expanded={open} onClick={() => setOpen(!open)}>
            {t(open ? 'hideFacts' : 'listFacts')}
          </Button>
          {open ? <EventList documentId={documentId} issueId={issue.id} /> : null}
        </>
      ) : null}
    </section>
  )
}

function EventList({ documentId, issueId }: { documentId: string; issueId: string }) {
  const t = bulletinTexts.useTexts()
  const events = useQuery(issueEventsQuery(documentId, issueId))
  if (events.error) return <ProblemNotice error={events.error} onRetry={() => void events.refetch()} />
  if (!events.data) return <Skeleton active title={false} paragraph={{ rows: 5, width: '100%' }} />
  if (events.data.events.length === 0) return <p className={styles['note']}>{t('noEvents')}</p>
  const { reading } = events.data
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long list scrolls and must be reachable by keyboard
    <section className={styles['events']} tabIndex={0} aria-label={t('factsList')}>
      <ol>
        {events.data.events.map(({ event, at }) => (
          <li key={at}>
            <Link to="/documents/$id" params={{ id: documentId }} search={{ reading, at }}>
              {event.act || event.text.trim().slice(0, 24)}
            </Link>
            {event.figures.length > 0 ? (
              <span className={styles['faint']}>
                {event.figures
                  .map(figure => [figure.of, formatFigure(figure)].filter(Boolean).join(' '))
                  .join('；')}
              </span>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  )
}
