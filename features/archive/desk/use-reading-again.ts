import { isMissing, useProblemText } from '@jianbao/ui'
import { App } from 'antd'
import type { DocumentSummary } from '../contract/index.ts'
import { useReadAgain } from './document.queries.ts'

/**
 * @param onMissing takes the place of the message when somebody has removed the document meanwhile.
 * @returns a function that has a document read once more, and says so when that could not be begun.
 */
export function useReadingAgain(onMissing?: () => void) {
  const text = useProblemText()
  const { message } = App.useApp()
  const { mutate, isPending } = useReadAgain()
  const readAgain = (document: DocumentSummary, onBegun: (news: DocumentSummary) => void) =>
    mutate(document.id, {
      onSuccess: onBegun,
      onError: error => (onMissing && isMissing(error) ? onMissing() : void message.error(text(error))),
    })
  return { readAgain, isPending }
}
