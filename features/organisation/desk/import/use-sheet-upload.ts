import { useEffect, useRef, useState } from 'react'
import type { Import, ImportKind } from '../../contract/index.ts'
import { sendSheet } from './send-sheet.ts'

export type SheetUpload = {
  /** The sheet on its way, and how much of it is sent; null when none is. */
  readonly sending: { readonly fileName: string; readonly part: number } | null
  readonly error: unknown
  /** More than one was dropped at once. */
  readonly several: boolean
  readonly send: (files: readonly File[]) => void
  readonly cancel: () => void
}

/** Sends one sheet at a time; `onSent` is called once it lies safe on the server. */
export function useSheetUpload(kind: ImportKind, onSent: (sent: Import) => void): SheetUpload {
  const [sending, setSending] = useState<SheetUpload['sending']>(null)
  const [error, setError] = useState<unknown>(null)
  const [several, setSeveral] = useState(false)
  const under = useRef<AbortController>(null)
  useEffect(() => () => under.current?.abort(), [])
  const send = async (file: File) => {
    const controller = new AbortController()
    under.current = controller
    setError(null)
    setSending({ fileName: file.name, part: 0 })
    try {
      const note = (part: number) => setSending({ fileName: file.name, part })
      onSent(await sendSheet(kind, file, note, controller.signal))
    } catch (problem) {
      if (!controller.signal.aborted) setError(problem)
    } finally {
      setSending(null)
    }
  }
  return {
    sending,
    error,
    several,
    send: files => {
      setSeveral(files.length > 1)
      if (files.length > 1 || sending || !files[0]) return
      void send(files[0])
    },
    cancel: () => under.current?.abort(),
  }
}
