import { useProblemText } from '@jianbao/ui'
import { App, Button } from 'antd'
import type { DocumentSummary } from '../contract/index.ts'
import { useRecognise } from './document.queries.ts'
import { importTexts } from './import.texts.ts'

type RecogniseButtonProps = {
  readonly document: DocumentSummary
  readonly onBegun?: (news: DocumentSummary) => void
  readonly size?: 'small' | 'middle'
}

/** Offered for pictures: reading letters takes long, so nobody is made to wait for it unasked. */
export function RecogniseButton({ document, onBegun, size = 'small' }: RecogniseButtonProps) {
  const t = importTexts.useTexts()
  const text = useProblemText()
  const { message } = App.useApp()
  const { mutate, isPending } = useRecognise()
  if (!document.may.includes('recognise') || document.state !== 'unrecognised') return null
  const file = document.fileName
  const begin = () =>
    mutate(document.id, {
      onSuccess: news => {
        void message.info(t('recogniseStarted', { file }))
        onBegun?.(news)
      },
      onError: error => void message.error(text(error)),
    })
  return (
    <Button
      size={size}
      type={size === 'small' ? 'default' : 'primary'}
      loading={isPending}
      onClick={begin}
      {...(size === 'small' ? { 'aria-label': t('recogniseFile', { file }) } : {})}
    >
      {t('recognise')}
    </Button>
  )
}
