import { sendUpload } from '@jianbao/report/desk/parts'
import { App } from 'antd'
import { useRef, useState } from 'react'
import type { LedgerItem } from '../../../contract/index.ts'
import { useItemActs } from './item.queries.ts'
import { itemTexts } from './item.texts.ts'

export type SendingFile = { readonly name: string; readonly part: number }

/** One file after another: each makes a new version of the item, which the next one goes by. */
export async function sendProofFiles(
  files: readonly File[],
  order: { readonly id: string; readonly version: number },
  onSending: (file: SendingFile) => void,
  onSent: (item: LedgerItem, file: File) => void,
): Promise<void> {
  let { version } = order
  for (const file of files) {
    onSending({ name: file.name, part: 0 })
    const path = `/api/ledger-items/${order.id}/evidence-files?version=${version}`
    const item = await sendUpload<LedgerItem>(path, file, file.name, part =>
      onSending({ name: file.name, part }),
    )
    version = item.version
    onSent(item, file)
  }
}

/** Files that are being sent as proof. What was not sent is kept, to be tried again. */
export function useProofFiles(item: LedgerItem) {
  const t = itemTexts.useTexts()
  const { message } = App.useApp()
  const acts = useItemActs(item.id)
  const [sending, setSending] = useState<SendingFile | null>(null)
  const [error, setError] = useState<unknown>(null)
  const waiting = useRef<File[]>([])
  const running = useRef(false)
  const run = async () => {
    if (running.current || waiting.current.length === 0) return
    running.current = true
    setError(null)
    let sent = 0
    try {
      while (waiting.current.length > 0) {
        // The newest version: others may have added proof since.
        const { version } = await acts.fresh()
        await sendProofFiles([waiting.current[0]!], { id: item.id, version }, setSending, answer => {
          waiting.current.shift()
          sent++
          void acts.keep(Promise.resolve(answer))
        })
      }
      void message.success(t('sentFiles', { count: sent }))
    } catch (thrown) {
      setError(thrown)
    } finally {
      running.current = false
      setSending(null)
    }
  }
  return {
    sending,
    error,
    add: (files: Iterable<File>) => {
      waiting.current.push(...files)
      void run()
    },
    retry: () => void run(),
  }
}
