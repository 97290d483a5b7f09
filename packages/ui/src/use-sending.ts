import { ProblemError } from '@jianbao/client'
import { useEffect, useState } from 'react'
import { onSignedInAgain } from './signed-in-again.ts'

export type Sending = {
  readonly busy: boolean
  /** Why the last attempt was refused; null before one, and while one is under way. */
  readonly error: unknown
  readonly send: (work: () => Promise<unknown>) => Promise<void>
}

/** Sends what a form holds, once at a time; success calls `onDone`, a refusal is kept beside what was typed. */
export function useSending(onDone: () => void): Sending {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  // That one has to sign in is no longer so; why something else was refused still is.
  useEffect(
    () => onSignedInAgain(() => setError((before: unknown) => (isSignInWanted(before) ? null : before))),
    [],
  )
  const send = async (work: () => Promise<unknown>) => {
    if (busy) return
    setBusy(true)
    setError(null)
    try {
      await work()
      onDone()
    } catch (thrown) {
      setError(thrown)
      setBusy(false)
    }
  }
  return { busy, error, send }
}

function isSignInWanted(error: unknown): boolean {
  return error instanceof ProblemError && error.status === 401
}
