import { ListSkeleton, PaperFrame, ProblemNotice } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { bulletinTexts } from './bulletin.texts.ts'
import styles from './issue.module.css'
import { issueHtmlQuery } from './issue.queries.ts'

/** The page as the reader sees it. */
export function IssuePaper({ id }: { id: string }) {
  const t = bulletinTexts.useTexts()
  const html = useQuery(issueHtmlQuery(id))
  return (
    <section className={styles['paper']} aria-label={t('reader')}>
      {html.error ? <ProblemNotice error={html.error} onRetry={() => void html.refetch()} /> : null}
      {html.isPending ? (
        <div className={styles['sheet']}>
          <ListSkeleton rows={16} />
        </div>
      ) : null}
      {html.data === undefined ? null : <PaperFrame html={html.data} title={t('readerPage')} />}
    </section>
  )
}
