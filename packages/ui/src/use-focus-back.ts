import { useEffect, useState } from 'react'

/** When this leaves the page, whoever works by keyboard goes on where it was opened. */
export function useFocusBack(): void {
  const [opener] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      // After the frame of the dialogue, which holds the focus to its end.
      setTimeout(() => {
        if (document.activeElement !== document.body) return
        if (opener instanceof HTMLElement && opener.isConnected) opener.focus()
      })
    },
    [opener],
  )
}
