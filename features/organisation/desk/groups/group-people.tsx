import { ListSkeleton, ProblemNotice } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { groupPosts } from '../../contract/index.ts'
import styles from './group.module.css'
import { groupQuery } from './group.queries.ts'
import { groupTexts } from './group.texts.ts'

/** The members by post, each in the order of the group. */
export function GroupPeople({ id }: { id: string }) {
  const t = groupTexts.useTexts()
  const group = useQuery(groupQuery(id))
  if (group.error) return <ProblemNotice error={group.error} onRetry={() => void group.refetch()} />
  if (!group.data) return <ListSkeleton rows={3} />
  const { people } = group.data
  return (
    <dl className={styles['people']}>
      {groupPosts.map(post => {
        const holders = people.filter(person => person.post === post)
        return holders.length > 0 ? (
          <div key={post}>
            <dt>{t(`post.${post}`)}</dt>
            <dd>
              {holders.map(person => (
                <span key={person.personId} className={styles['person']}>
                  <Link to="/people/$id" params={{ id: person.personId }}>
                    {person.name}
                  </Link>
                  <span className={styles['quiet']}>
                    {[person.unitName, person.title].filter(Boolean).join(' · ')}
                    {person.left ? ` · ${t('left')}` : ''}
                  </span>
                </span>
              ))}
            </dd>
          </div>
        ) : null
      })}
    </dl>
  )
}
