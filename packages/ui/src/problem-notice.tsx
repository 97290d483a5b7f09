import { ProblemError } from '@jianbao/client'
import { Alert, Button } from 'antd'
import { offline } from './request.ts'
import { uiTexts } from './ui.texts.ts'

type ProblemNoticeProps = { readonly error: unknown; readonly onRetry?: () => void }

/** Says what went wrong in the server's own sentence, with a way to try again. */
export function ProblemNotice({ error, onRetry }: ProblemNoticeProps) {
  const t = uiTexts.useTexts()
  const text = useProblemText()
  // Only what failed on the server's side is looked up in its log by number.
  const requestId = error instanceof ProblemError && error.status >= 500 ? error.requestId : null
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={text(error)}
      {...(requestId ? { description: t('requestId', { id: requestId }) } : {})}
      action={
        onRetry ? (
          <Button size="small" onClick={onRetry}>
            {t('retry')}
          </Button>
        ) : null
      }
    />
  )
}

/** @returns a function that turns any thrown value into a sentence for a person. */
export function useProblemText(): (error: unknown) => string {
  const t = uiTexts.useTexts()
  return error => {
    if (!(error instanceof ProblemError)) return t('unexpected', { status: '-' })
    if (error.code === offline) return t('offline')
    // A proxy's page instead of an answer has no sentence for a person.
    if (error.code === 'unreadable-answer' || !error.detail) return t('unexpected', { status: error.status })
    return error.detail
  }
}
