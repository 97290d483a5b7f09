import type { Issue } from '../contract/index.ts'
import { bulletinTexts } from './bulletin.texts.ts'
import styles from './issue.module.css'

/** Columns and headlines, and to whom the issue goes. */
export function IssueContents({ issue }: { issue: Issue }) {
  const t = bulletinTexts.useTexts()
  const lists = issue.distribution.filter(({ entries }) => entries.length > 0)
  return (
    <section className={styles['card']} aria-labelledby="issue-contents">
      <h2 id="issue-contents">{t('contents')}</h2>
      {issue.columns.map(column => (
        <div key={column.articles[0]?.id ?? column.name} className={styles['column']}>
          <h3>{column.name ?? t('noColumn')}</h3>
          <ul>
            {column.articles.map(article => (
              <li key={article.id}>
                {article.headline ??
                  t(article.kind === 'briefs' ? 'briefs' : 'noHeadline', {
                    count: article.paragraphs.length,
                  })}
              </li>
            ))}
          </ul>
        </div>
      ))}
      {lists.length > 0 ? (
        <>
          <h3>{t('distribution')}</h3>
          <dl className={styles['distribution']}>
            {lists.map(list => (
              <div key={list.to}>
                <dt>{list.to}</dt>
                <dd>{list.entries.join('，')}</dd>
              </div>
            ))}
          </dl>
        </>
      ) : null}
    </section>
  )
}
