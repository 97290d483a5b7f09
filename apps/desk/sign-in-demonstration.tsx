import { type DeskRole, ProblemNotice, useLanguage, useRoleWords } from '@jianbao/ui'
import { Button } from 'antd'
import type { Session } from './session.queries.ts'
import styles from './sign-in.module.css'
import { type Credentials, useSignIn } from './sign-in.queries.ts'
import { signInTexts } from './sign-in.texts.ts'

type Demonstration = NonNullable<Session['demonstration']>
type DemonstrationProps = {
  readonly demonstration: Demonstration
  readonly before: string | null
  readonly onFill: (credentials: Credentials) => void
}

/** By the first of their roles. */
const groups = [
  ['groupDesk', ['editor', 'reviser', 'signatory']],
  ['groupReport', ['reporter', 'unit-lead']],
  ['groupWatch', ['coordinator', 'inspector']],
  ['groupKeep', ['system-administrator', 'security-administrator', 'auditor']],
] as const satisfies readonly (readonly [string, readonly DeskRole[]])[]

/** The people everybody may be here, by kind of work; one press signs in. */
export function DemonstrationPeople({ demonstration, before, onFill }: DemonstrationProps) {
  const t = signInTexts.useTexts()
  const roleWords = useRoleWords()
  const comma = useLanguage() === 'zh' ? '、' : ', '
  const signIn = useSignIn(before)
  const { people, password } = demonstration
  const first = people[0]
  return (
    <aside className={styles['demonstration']} aria-labelledby="demonstration">
      <div className={styles['demonstrationHead']}>
        <h2 id="demonstration" className={styles['step']}>
          {t('demonstration')}
        </h2>
        {first ? (
          <Button size="small" onClick={() => onFill({ username: first.username, password })}>
            {t('fill')}
          </Button>
        ) : null}
      </div>
      <p className={styles['stepNote']}>{t('demonstrationNote')}</p>
      {signIn.error ? (
        <div className={styles['problem']}>
          <ProblemNotice error={signIn.error} />
        </div>
      ) : null}
      {groups.map(([label, roles]) => {
        const held = people.filter(person => roles.some(role => role === person.roles[0]))
        if (!held.length) return null
        return (
          <section key={label} aria-label={t(label)}>
            <h3 className={styles['group']}>{t(label)}</h3>
            <ul className={styles['people']}>
              {held.map(({ username, name, roles: theirs }) => {
                const words = theirs.map(role => roleWords(role)).join(comma)
                return (
                  <li key={username}>
                    <button
                      type="button"
                      className={styles['person']}
                      disabled={signIn.isPending}
                      onClick={() => signIn.mutate({ username, password })}
                    >
                      <strong>{name}</strong>
                      <span>{words}</span>
                      <code>{username}</code>
                    </button>
                  </li>
                )
              })}
            </ul>
          </section>
        )
      })}
    </aside>
  )
}
