import { useEffect, useRef, useState } from 'react'
import type { PackPreview } from '../../contract/index.ts'
import { checkPack } from '../campaign.queries.ts'

export type PackCheck = {
  readonly file: File | null
  readonly busy: boolean
  readonly preview: PackPreview | null
  readonly error: unknown
  readonly send: (file: File) => void
}

/** Has one pack after the other checked; the last one counts. */
export function usePackCheck(unit: string | undefined): PackCheck {
  const [state, setState] = useState<Omit<PackCheck, 'send'>>({
    ...{ file: null, busy: false, preview: null, error: null },
  })
  const under = useRef<AbortController>(null)
  useEffect(() => () => under.current?.abort(), [])
  const send = async (file: File) => {
    under.current?.abort()
    const controller = new AbortController()
    under.current = controller
    setState({ file, busy: true, preview: null, error: null })
    try {
      const preview = await checkPack(file, unit, controller.signal)
      setState({ file, busy: false, preview, error: null })
    } catch (error) {
      if (!controller.signal.aborted) setState({ file, busy: false, preview: null, error })
    }
  }
  return { ...state, send: file => void send(file) }
}
