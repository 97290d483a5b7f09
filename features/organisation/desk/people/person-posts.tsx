import { formatInstant, StateTag, useRoleWords } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { Person } from '../../contract/index.ts'
import styles from './person.module.css'
import { personTexts } from './person.texts.ts'
import type { Asking } from './person-dialogs.tsx'

type PersonPostsProps = { readonly person: Person; readonly onAsk: (asking: Asking) => void }

/** The roles somebody holds, each with what it lets them do. */
export function PersonPosts({ person, onAsk }: PersonPostsProps) {
  const t = personTexts.useTexts()
  const roleWords = useRoleWords()
  const mayGrant = person.actions.includes('grant')
  return (
    <section className={styles['box']} aria-labelledby="person-posts">
      <div className={styles['boxHead']}>
        <h2 id="person-posts">{t('posts')}</h2>
        {mayGrant ? (
          <Button type="primary" onClick={() => onAsk({ act: 'grant' })}>
            {t('act.grant')}
          </Button>
        ) : null}
      </div>
      {person.posts.length > 0 ? null : person.state === 'left' ? (
        <p className={styles['soft']}>{t('noPostsLeft')}</p>
      ) : (
        <p className={styles['soft']}>
          {t('noPosts')} {mayGrant ? null : t('noPostsKeeper')}
        </p>
      )}
      <ul className={styles['rows']}>
        {person.posts.map(post => (
          <li key={post.id}>
            <div className={styles['row']}>
              <p className={styles['rowHead']}>
                <strong>{roleWords(post.role)}</strong>
                <Link to="/units/{-$id}" params={{ id: post.unitId }}>
                  {post.unitName}
                </Link>
                {post.asleep ? <StateTag tone="doubt">{t('asleep')}</StateTag> : null}
              </p>
              <p className={styles['soft']}>{t(`role.${post.role}`)}</p>
              <p className={styles['quiet']}>{t('grantedAt', { at: formatInstant(post.grantedAt) })}</p>
            </div>
            {post.actions.includes('withdraw') ? (
              <Button
                aria-label={`${t('act.withdraw')}: ${t('postOf', { role: roleWords(post.role), unit: post.unitName })}`}
                onClick={() => onAsk({ act: 'withdraw', post })}
              >
                {t('act.withdraw')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
