import { useEffect, useRef, useState } from 'react'
import type { Session } from './session.queries.ts'
import styles from './sign-in.module.css'
import { SignInPage } from './sign-in.page.tsx'
import { signInTexts } from './sign-in.texts.ts'

/** The sign-in over a page whose sign-in has ended. A native dialog lies above everything and lets nothing through. */
export function SignInAgain({ session, before }: { session: Session; before: string }) {
  const t = signInTexts.useTexts()
  const dialog = useRef<HTMLDialogElement>(null)
  const [title] = useState(() => document.title)
  useEffect(() => {
    const opened = dialog.current
    opened?.showModal()
    return () => {
      opened?.close()
      document.title = title
    }
  }, [title])
  return (
    <dialog
      ref={dialog}
      className={styles['again']}
      aria-label={t('title')}
      onCancel={event => event.preventDefault()}
    >
      <SignInPage session={session} before={before} />
    </dialog>
  )
}
