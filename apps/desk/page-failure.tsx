import { answer, api, EmptyState, PageHeader, ProblemNotice } from '@jianbao/ui'
import { useMutation } from '@tanstack/react-query'
import type { ErrorComponentProps } from '@tanstack/react-router'
import { Button } from 'antd'
import { deskTexts } from './desk.texts.ts'
import { PageFileError } from './page-file.ts'

/** The fence around every page: one that fails leaves the menu standing. */
export function PageFailure({ error, reset }: ErrorComponentProps) {
  const t = deskTexts.useTexts()
  if (error instanceof PageFileError) return <FileFailure />
  return (
    <div role="alert">
      <PageHeader title={t('failure')} note={t('failureNote')} />
      <EmptyState
        title={error instanceof Error ? error.message : String(error)}
        action={
          <Button type="primary" onClick={reset}>
            {t('retry')}
          </Button>
        }
      />
    </div>
  )
}

/** The browser keeps a file that did not come as failed: only loading the whole app anew brings it, once the server answers. */
function FileFailure() {
  const t = deskTexts.useTexts()
  const reload = useMutation({
    mutationFn: () => answer(api.GET('/api/session')),
    onSuccess: () => location.reload(),
  })
  return (
    <div role="alert">
      <PageHeader title={t('fileMissing')} />
      {reload.error ? <ProblemNotice error={reload.error} /> : null}
      <EmptyState
        title={t('fileMissingNote')}
        action={
          <Button type="primary" loading={reload.isPending} onClick={() => reload.mutate()}>
            {t('reload')}
          </Button>
        }
      />
    </div>
  )
}
