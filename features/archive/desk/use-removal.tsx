import { useProblemText } from '@jianbao/ui'
import { App } from 'antd'
import type { DocumentSummary } from '../contract/index.ts'
import { archiveTexts } from './archive.texts.ts'
import { useRemoveDocument } from './document.queries.ts'
import { uploadDesk } from './uploads.ts'

/** @returns a function that names what will be lost, asks, and then removes. */
export function useRemoval(onRemoved?: () => void): (document: DocumentSummary) => void {
  const t = archiveTexts.useTexts()
  const text = useProblemText()
  const { modal, message } = App.useApp()
  const remove = useRemoveDocument()
  return document => {
    const file = document.fileName
    modal.confirm({
      title: t('removeTitle', { file }),
      content:
        document.issueIds.length > 0
          ? t('removeIssues', {
              issues: document.issueIds.length,
              articles: document.articles,
              events: document.events,
            })
          : t('removeOnly'),
      okText: t('remove'),
      okButtonProps: { danger: true },
      cancelText: t('keep'),
      focusable: { autoFocusButton: 'cancel' },
      onOk: async () => {
        try {
          await remove.mutateAsync(document.id)
          uploadDesk.dismissDocument(document.id)
          void message.success(t('removed', { file }))
          onRemoved?.()
        } catch (error) {
          void message.error(text(error))
        }
      },
    })
  }
}
