import { answer, api, useProblemText } from '@jianbao/ui'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { importTexts } from './import.texts.ts'

/** Opens the most doubtful document nobody else has open. */
export function StartReview() {
  const t = importTexts.useTexts()
  const text = useProblemText()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const next = useMutation({
    mutationFn: () => answer(api.GET('/api/review/next')),
    onSuccess: ({ documentId }) =>
      documentId === null
        ? void message.info(t('nothingToReview'))
        : void navigate({ to: '/documents/$id/review', params: { id: documentId } }),
    onError: error => void message.error(text(error)),
  })
  return (
    <Button type="primary" loading={next.isPending} onClick={() => next.mutate()}>
      {t('startReview')}
    </Button>
  )
}
