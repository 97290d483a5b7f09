import { useEffect, useState } from 'react'
import type { Session } from './session.queries.ts'
import styles from './sign-in.module.css'
import { signInTexts } from './sign-in.texts.ts'
import { CodeForm } from './sign-in-code.tsx'
import { DemonstrationPeople } from './sign-in-demonstration.tsx'
import { SignInFoot } from './sign-in-foot.tsx'
import { PasswordForm } from './sign-in-password.tsx'

type SignInPageProps = {
  readonly session: Session
  /** Who worked here until the sign-in ended, null for a first visit. */
  readonly before: string | null
}

/** Name and password, then a code for those who have a second factor; or the provider, where there is one. */
export function SignInPage({ session, before }: SignInPageProps) {
  const t = signInTexts.useTexts()
  // Who has passed the first step, and the one the demonstration filled in.
  const [passed, setPassed] = useState<string | null>(null)
  const [filled, setFilled] = useState<{ username: string; password: string } | null>(null)
  const { demonstration, oidc } = session

  useEffect(() => {
    document.title = `${t('title')} · 简报台`
  }, [t])

  return (
    <div className={styles['page']}>
      <div className={styles['columns']} data-two={demonstration !== null && passed === null}>
        <section className={styles['card']} aria-labelledby="product">
          <div className={styles['brand']}>
            <img src={`${import.meta.env.BASE_URL}favicon.svg`} alt="" width={36} height={36} />
            <div>
              <h1 id="product" className={styles['title']}>
                {t('product')}
              </h1>
              <p className={styles['note']}>{t('note')}</p>
            </div>
          </div>
          {passed === null ? (
            <PasswordForm
              key={filled?.username ?? ''}
              filled={filled}
              before={before}
              oidc={oidc}
              onPassed={setPassed}
            />
          ) : (
            <CodeForm username={passed} before={before} onStartOver={() => setPassed(null)} />
          )}
        </section>
        {demonstration && passed === null ? (
          <DemonstrationPeople demonstration={demonstration} before={before} onFill={setFilled} />
        ) : null}
      </div>
      <SignInFoot version={session.version} />
    </div>
  )
}
