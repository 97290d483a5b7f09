import { ListSkeleton, ProblemNotice } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import articleStyles from './article.module.css'
import styles from './find.module.css'
import { relatedQuery } from './find.queries.ts'
import { findTexts } from './find.texts.ts'
import { useDayWords, useIssueWords } from './place-words.ts'

/** Other articles, each with what it has in common with this one. */
export function RelatedList({ id }: { id: string }) {
  const t = findTexts.useTexts()
  const related = useQuery(relatedQuery(id))
  const issue = useIssueWords()
  const day = useDayWords()
  return (
    <section className={articleStyles['panel']} aria-labelledby="related">
      <h2 id="related">{t('related')}</h2>
      {related.error ? <ProblemNotice error={related.error} onRetry={() => void related.refetch()} /> : null}
      {related.isPending ? <ListSkeleton rows={4} /> : null}
      {related.data?.length === 0 ? <p className={styles['faint']}>{t('noRelated')}</p> : null}
      <ul className={articleStyles['related']}>
        {related.data?.map(row => (
          <li key={row.articleId}>
            <Link to="/articles/$id" params={{ id: row.articleId }}>
              {row.headline}
            </Link>
            <span className={styles['faint']}>
              {issue(row)} · {day(row.date)}
            </span>
            <span className={articleStyles['because']}>
              {t('because', { names: row.because.join(t('comma')) })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
