import { StateTag, useRoleWords } from '@jianbao/ui'
import type { PersonPost, PersonSummary } from '../../contract/index.ts'
import styles from './people.module.css'
import { personTexts } from './person.texts.ts'

type WithAccount = Pick<PersonSummary, 'state' | 'username' | 'locked'>

/** Whether somebody can sign in, in a word with a shape. */
export function AccountTag({ person: { state, username, locked } }: { person: WithAccount }) {
  const t = personTexts.useTexts()
  if (username === null) return <StateTag tone="quiet">{t('account.none')}</StateTag>
  if (state === 'left') return <StateTag tone="quiet">{t('account.off')}</StateTag>
  if (locked) return <StateTag tone="bad">{t('account.locked')}</StateTag>
  return <StateTag tone="good">{t('account.open')}</StateTag>
}

/** Roles somebody holds, with the unit where it is not their own. */
export function PostList({ person }: { person: Pick<PersonSummary, 'posts' | 'unitId'> }) {
  const t = personTexts.useTexts()
  const roleWords = useRoleWords()
  const words = ({ role, unitId, unitName }: PersonPost) =>
    unitId === person.unitId ? roleWords(role) : t('postOf', { role: roleWords(role), unit: unitName })
  if (person.posts.length === 0) return <span className={styles['quiet']}>{t('noRole')}</span>
  return (
    <ul className={styles['posts']}>
      {person.posts.map(post => (
        <li key={post.id} data-asleep={post.asleep} title={post.asleep ? t('asleep') : undefined}>
          {words(post)}
        </li>
      ))}
    </ul>
  )
}
