import { Link } from '@tanstack/react-router'
import type { FoundArticle } from '../../contract/index.ts'
import { markId } from '../reading.marks.ts'
import articleStyles from './article.module.css'
import { EventItem } from './event-item.tsx'
import styles from './find.module.css'
import { findTexts } from './find.texts.ts'

/** What was read from an article, in the order of its text, each with the way to its place in the original. */
export function ArticleEvents({ article }: { article: FoundArticle }) {
  const t = findTexts.useTexts()
  const { documentId, reading, columnPosition, position, events } = article
  return (
    <section className={articleStyles['panel']} aria-labelledby="events">
      <h2 id="events">{t('eventsOf', { count: events.length })}</h2>
      {events.length === 0 ? <p className={styles['faint']}>{t('noEvents')}</p> : null}
      {events.map((event, at) => (
        <EventItem
          key={event.id}
          event={event}
          inArticle
          source={
            documentId === null ? null : (
              <Link
                to="/documents/$id"
                params={{ id: documentId }}
                search={{ reading, at: markId.event(columnPosition, position, at) }}
              >
                {t('original')}
              </Link>
            )
          }
        />
      ))}
    </section>
  )
}
