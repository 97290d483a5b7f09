import { EmptyState, PageHeader } from '@jianbao/ui'
import type { ErrorComponentProps } from '@tanstack/react-router'
import { Button } from 'antd'
import { deskTexts } from './desk.texts.ts'

/** The fence around every page: one that fails leaves the menu standing. */
export function PageFailure({ error, reset }: ErrorComponentProps) {
  const t = deskTexts.useTexts()
  const words = error instanceof Error ? error.message : String(error)
  // A page's file that cannot be loaded stays failed until the whole app is loaded anew, e.g. after an update.
  const fileMissing = /dynamically imported module|Importing a module/i.test(words)
  return (
    <div role="alert">
      <PageHeader title={t('failure')} note={t('failureNote')} />
      <EmptyState
        title={words}
        action={
          <Button type="primary" onClick={fileMissing ? () => location.reload() : reset}>
            {fileMissing ? t('reload') : t('retry')}
          </Button>
        }
      />
    </div>
  )
}
