import { useProblemText } from '@jianbao/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { recountScores, scoringKey } from './scoring.queries.ts'
import { scoringTexts } from './scoring.texts.ts'

/** For whoever doubts a figure: all of their units are reckoned anew. */
export function RecountButton() {
  const t = scoringTexts.useTexts()
  const text = useProblemText()
  const { message } = App.useApp()
  const client = useQueryClient()
  const recount = useMutation({
    mutationFn: recountScores,
    onSuccess: ({ units }) => void message.success(t('recounted', { count: units })),
    onError: error => void message.error(text(error)),
    onSettled: () => client.invalidateQueries({ queryKey: [scoringKey] }),
  })
  return (
    <Button loading={recount.isPending} onClick={() => recount.mutate()}>
      {t('recount')}
    </Button>
  )
}
