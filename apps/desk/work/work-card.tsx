import { addressOf, formatCount, formatInstant } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './work.module.css'
import type { WorkGroup } from './work.queries.ts'
import { workTexts } from './work.texts.ts'

/** One kind of work: how much there is, the first few by name, and the list of all. */
export function WorkCard({ group }: { group: WorkGroup }) {
  const t = workTexts.useTexts()
  const { i18n, t: word } = useTranslation(workTexts.namespace)
  const id = useId()
  const key = `kind.${group.kind}`
  const kind = i18n.exists(key, { ns: workTexts.namespace }) ? word(key) : word('kind.other')
  const link = addressOf(group.link)
  const count = formatCount(group.count)
  return (
    <article className={styles['card']} aria-labelledby={id}>
      <div className={styles['head']}>
        <h2 id={id}>{kind}</h2>
        <Link {...link} className={styles['count']} aria-label={t('countOf', { kind, count })}>
          {count}
        </Link>
      </div>
      <ul className={styles['rows']}>
        {group.rows.map(row => (
          <li key={row.link}>
            <Link {...addressOf(row.link)}>{row.title}</Link>
            <span className={styles['facts']}>
              {row.note ? <span>{row.note}</span> : null}
              {row.at ? <time dateTime={row.at}>{formatInstant(row.at)}</time> : null}
            </span>
          </li>
        ))}
      </ul>
      {group.count > group.rows.length ? (
        <Link {...link} className={styles['all']}>
          {t('seeAll', { count })}
        </Link>
      ) : null}
    </article>
  )
}
