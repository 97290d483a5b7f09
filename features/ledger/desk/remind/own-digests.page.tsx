import {
  addressOf,
  EmptyState,
  formatDay,
  formatInstant,
  ListSkeleton,
  PageHeader,
  ProblemNotice,
  useFilters,
  useLanguage,
} from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { DigestLines } from './digest-lines.tsx'
import styles from './remind.module.css'
import { ownDigestsQuery } from './remind.queries.ts'
import { remindTexts } from './remind.texts.ts'

/** What one was told, day by day; a notice leads to its day. */
export default function OwnDigestsPage() {
  const t = remindTexts.useTexts()
  const language = useLanguage()
  const [{ day: asked }] = useFilters<{ readonly day?: string }>()
  const found = useQuery(ownDigestsQuery)
  const digests = found.data ?? []
  return (
    <>
      <PageHeader
        title={t('mineTitle')}
        note={t('mineNote')}
        actions={<Link {...addressOf('/account')}>{t('mailSettings')}</Link>}
      />
      {found.error ? <ProblemNotice error={found.error} onRetry={() => void found.refetch()} /> : null}
      {found.isPending ? <ListSkeleton rows={4} /> : null}
      {found.data && digests.length === 0 ? (
        <EmptyState title={t('mineEmpty')}>{t('mineEmptyWords')}</EmptyState>
      ) : null}
      <div className={styles['digests']}>
        {digests.map(({ day, at, lines }) => (
          <section
            key={day}
            className={styles['digest']}
            aria-labelledby={`digest-${day}`}
            {...(day === asked ? { 'data-asked': '' } : {})}
          >
            <header>
              <h2 id={`digest-${day}`}>{formatDay(day, language)}</h2>
              <span>{t('sentAt', { time: formatInstant(at).slice(11) })}</span>
            </header>
            <DigestLines label={formatDay(day, language)} lines={lines} />
          </section>
        ))}
      </div>
    </>
  )
}
