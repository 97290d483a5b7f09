import { ListSkeleton, PageHeader, ProblemNotice } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { useSession } from '../session.context.ts'
import { usePosts } from '../use-posts.ts'
import { NothingWaits } from './nothing-waits.tsx'
import styles from './work.module.css'
import { workQuery } from './work.queries.ts'
import { workTexts } from './work.texts.ts'
import { WorkCard } from './work-card.tsx'
import { WorkNews } from './work-news.tsx'

export default function WorkPage() {
  const t = workTexts.useTexts()
  const { user } = useSession()
  const posts = usePosts()
  const work = useQuery(workQuery)
  const groups = work.data?.groups ?? []
  return (
    <>
      <PageHeader title={t('menu')} note={[t('hello', { name: user.name }), ...posts].join(' · ')} />
      <div className={styles['columns']}>
        <section aria-label={t('list')}>
          {work.error ? <ProblemNotice error={work.error} onRetry={() => void work.refetch()} /> : null}
          {work.isPending ? <ListSkeleton rows={6} /> : null}
          {work.data && groups.length === 0 ? <NothingWaits /> : null}
          {groups.length > 0 ? (
            <ul className={styles['cards']}>
              {groups.map(group => (
                <li key={group.kind}>
                  <WorkCard group={group} />
                </li>
              ))}
            </ul>
          ) : null}
        </section>
        <WorkNews />
      </div>
    </>
  )
}
