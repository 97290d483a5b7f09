import { formatCount } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import type { Issue } from '../contract/index.ts'
import { bulletinTexts } from './bulletin.texts.ts'
import styles from './issue.module.css'

/** How much the issue holds; each number leads to what it counts in the original. */
export function IssueFacts({ issue }: { issue: Issue }) {
  const t = bulletinTexts.useTexts()
  const counts = [
    ['colArticles', issue.articles],
    ['colEvents', issue.events],
    ['colFigures', issue.figures],
  ] as const
  return (
    <section className={styles['card']} aria-labelledby="issue-facts">
      <h2 id="issue-facts">{t('facts')}</h2>
      <dl className={styles['counts']}>
        {counts.map(([name, count]) => (
          <div key={name}>
            <dt>{t(name)}</dt>
            <dd>
              {issue.documentId ? (
                <Link to="/documents/$id" params={{ id: issue.documentId }}>
                  {formatCount(count)}
                </Link>
              ) : (
                formatCount(count)
              )}
            </dd>
          </div>
        ))}
      </dl>
      {issue.documentId ? (
        <p className={styles['note']}>
          <Link to="/documents/$id" params={{ id: issue.documentId }}>
            {t('source')}
          </Link>
          <br />
          {t('sourceNote')}
        </p>
      ) : null}
    </section>
  )
}
