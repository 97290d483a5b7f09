import { PageHeader } from '@jianbao/ui'
import { useSession } from '../session.context.ts'
import { usePosts } from '../use-posts.ts'
import styles from './account.module.css'
import { accountTexts } from './account.texts.ts'
import { FactorCard } from './factor-card.tsx'
import { MailCard } from './mail-card.tsx'
import { OwnSessions } from './own-sessions.tsx'
import { PasswordCard } from './password-card.tsx'

export default function AccountPage() {
  const t = accountTexts.useTexts()
  const { name, username } = useSession().user
  const posts = usePosts()
  return (
    <>
      <PageHeader title={t('title')} note={t('note', { name, username })} />
      <div className={styles['cards']}>
        <section className={styles['card']} aria-labelledby="account-posts">
          <div className={styles['head']}>
            <h2 id="account-posts">{t('posts')}</h2>
          </div>
          {posts.length ? (
            <ul className={styles['posts']}>
              {posts.map(line => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          ) : (
            <p>{t('noPosts')}</p>
          )}
          <p className={styles['cardNote']}>{t('postsNote')}</p>
        </section>
        <PasswordCard />
        <FactorCard />
        <MailCard />
        <OwnSessions />
      </div>
    </>
  )
}
