/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Trouble } from '../player.state.ts'
import { sayTrouble } from '../player.texts.ts'

/** The heading of what is shown; whoever comes to it is led there. */
export function Heading({ of, children }: { of: string | number; children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another thing is shown, another heading has the focus.
  useLayoutEffect(() => {
    heading.current?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [of])
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  )
}

export function TroubleNote({ trouble }: { trouble: Trouble | null }) {
  return (
    <p class={trouble ? 'note wrong' : 'hidden'} role="alert">
      {trouble && sayTrouble(trouble)}
    </p>
  )
}

type ButtonProps = {
  onPress?: () => void
  busy?: boolean
  quiet?: boolean
  submit?: boolean
  children: ComponentChildren
}

/** Stays in place and keeps the focus while something is under way. */
export function Button({ onPress, busy = false, quiet = false, submit = false, children }: ButtonProps) {
  return (
    <button
      type={submit ? 'submit' : 'button'}
      class={quiet ? 'quiet' : ''}
      aria-disabled={busy}
      onClick={event => {
        if (busy) event.preventDefault()
        else onPress?.()
      }}
    >
      {children}
    </button>
  )
}
