import { useProblemText } from '@jianbao/ui'
import { App, Button } from 'antd'
import { useState } from 'react'
import type { DocumentSummary } from '../contract/index.ts'
import { useRecognise } from './document.queries.ts'
import { importTexts } from './import.texts.ts'

/** Asks for the letters of every picture of the page; the server reads them one after the other. */
export function RecogniseAll({ pictures }: { pictures: readonly DocumentSummary[] }) {
  const t = importTexts.useTexts()
  const text = useProblemText()
  const { message } = App.useApp()
  const { mutateAsync } = useRecognise()
  const [busy, setBusy] = useState(false)
  const begin = async () => {
    setBusy(true)
    try {
      for (const { id } of pictures) await mutateAsync(id)
      void message.info(t('recogniseAllStarted', { count: pictures.length }))
    } catch (error) {
      void message.error(text(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button loading={busy} onClick={() => void begin()}>
      {t('recogniseAll', { count: pictures.length })}
    </Button>
  )
}
