import { ListSkeleton, PaperFrame, ProblemNotice } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { missiveHtmlQuery } from './missive.queries.ts'
import { missiveTexts } from './missive.texts.ts'

/** The page as it was signed: it is there at once, however long the document is. */
export function FrozenPaper({ id }: { readonly id: string }) {
  const t = missiveTexts.useTexts()
  const html = useQuery(missiveHtmlQuery(id))
  return (
    <section aria-label={t('pages')}>
      {html.error ? <ProblemNotice error={html.error} onRetry={() => void html.refetch()} /> : null}
      {html.isPending ? <ListSkeleton rows={12} /> : null}
      {html.data === undefined ? null : <PaperFrame html={html.data} title={t('pages')} />}
    </section>
  )
}
