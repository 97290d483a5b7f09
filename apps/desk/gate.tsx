import { ProblemNotice } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Spin } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { deskTexts } from './desk.texts.ts'
import { SessionContext } from './session.context.ts'
import { sessionQuery } from './session.queries.ts'
import styles from './sign-in.module.css'
import { SignInPage } from './sign-in.page.tsx'

const ChangePasswordPage = lazy(() => import('./change-password.page.tsx'))
const Desk = lazy(() => import('./router.tsx'))

/** Who is not signed in sees the sign-in at whatever address, and goes on there afterwards. */
export function Gate() {
  const session = useQuery(sessionQuery)
  // Who was here before the sign-in ended; signing out loads the app anew and so forgets.
  const [before, setBefore] = useState<string | null>(null)
  const username = session.data?.user?.username ?? before
  if (username !== before) setBefore(username)
  if (session.data) {
    const { user } = session.data
    if (!user) return <SignInPage session={session.data} before={before} />
    return (
      <Suspense fallback={<Waiting />}>
        {user.mustChangePassword ? (
          <ChangePasswordPage username={user.username} />
        ) : (
          <SessionContext value={{ ...session.data, user }}>
            <Desk />
          </SessionContext>
        )}
      </Suspense>
    )
  }
  if (session.isError)
    return (
      <main className={styles['page']}>
        <div className={styles['card']}>
          <ProblemNotice error={session.error} onRetry={() => void session.refetch()} />
        </div>
      </main>
    )
  return <Waiting />
}

function Waiting() {
  const t = deskTexts.useTexts()
  return (
    <main className={styles['page']} aria-busy="true" aria-label={t('loading')}>
      <Spin delay={300} />
    </main>
  )
}
