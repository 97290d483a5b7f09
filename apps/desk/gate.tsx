import { HeldRoles, ProblemNotice } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Spin } from 'antd'
import { lazy, Suspense, useMemo, useState } from 'react'
import { SessionContext, type SignedInSession } from './session.context.ts'
import { type Session, sessionQuery } from './session.queries.ts'
import styles from './sign-in.module.css'
import { SignInPage } from './sign-in.page.tsx'
import { signInTexts } from './sign-in.texts.ts'
import { SignInAgain } from './sign-in-again.tsx'

const ChangePasswordPage = lazy(() => import('./change-password.page.tsx'))
const SecondFactorPage = lazy(() => import('./second-factor.page.tsx'))
const Desk = lazy(() => import('./router.tsx'))

/**
 * Who is not signed in sees the sign-in at whatever address, and goes on there afterwards. When a sign-in ends, the page
 * stays as it is below the new one: nothing that was typed is lost.
 */
export function Gate() {
  const session = useQuery(sessionQuery)
  const present = signedIn(session.data)
  // Who was here before the sign-in ended; signing out loads the app anew and so forgets.
  const [last, setLast] = useState<SignedInSession | null>(null)
  if (present && present !== last) setLast(present)
  if (!session.data) return session.isError ? <NoAnswer {...session} /> : <Waiting />
  const inside = present ?? last
  if (!inside)
    return (
      <main>
        <SignInPage session={session.data} before={null} />
      </main>
    )
  return (
    <>
      <div className={styles['below']} inert={!present}>
        <Suspense fallback={<Waiting />}>
          <SessionContext value={inside}>
            <Inside session={inside} />
          </SessionContext>
        </Suspense>
      </div>
      {present ? null : <SignInAgain session={session.data} before={inside.user.username} />}
    </>
  )
}

/** The desk, or what must be done before it opens. */
function Inside({ session: { user } }: { session: SignedInSession }) {
  const { posts } = user
  const roles = useMemo(() => [...new Set(posts.map(post => post.role))], [posts])
  if (user.mustChangePassword) return <ChangePasswordPage />
  if (user.mustSetUpSecondFactor) return <SecondFactorPage />
  return (
    <HeldRoles value={roles}>
      <Desk />
    </HeldRoles>
  )
}

const found = new WeakMap<Session, SignedInSession>()

/** The same object for the same answer, so that pages are not drawn anew by a sign of life. */
function signedIn(session: Session | undefined): SignedInSession | null {
  if (!session?.user) return null
  const known = found.get(session)
  if (known) return known
  const present = { ...session, user: session.user }
  found.set(session, present)
  return present
}

function NoAnswer({ error, refetch }: { error: unknown; refetch: () => unknown }) {
  return (
    <main className={styles['page']}>
      <div className={styles['card']}>
        <ProblemNotice error={error} onRetry={() => void refetch()} />
      </div>
    </main>
  )
}

function Waiting() {
  const t = signInTexts.useTexts()
  return (
    <main className={styles['page']} aria-busy="true" aria-label={t('loading')}>
      <Spin delay={300} />
    </main>
  )
}
