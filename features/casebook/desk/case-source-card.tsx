import { formatDay, useLanguage } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { CaseSource } from '../contract/index.ts'
import styles from './case.module.css'
import { caseTexts } from './case.texts.ts'

/** What a case is made of, to be read beside what is written about it. */
export function CaseSourceCard({
  source,
  actions,
}: {
  readonly source: CaseSource
  readonly actions?: ReactNode
}) {
  const t = caseTexts.useTexts()
  const language = useLanguage()
  const kind = t(source.kind === 'report' ? 'kindReport' : 'kindArticle')
  const about = [kind, source.place, source.unit, source.day && formatDay(source.day, language)]
  return (
    <section
      // Before anything is written it is what one reads first.
      className={`${styles['card']} ${actions ? styles['given'] : ''}`}
      aria-labelledby="case-source"
    >
      <div className={styles['cardHead']}>
        <h2 id="case-source">{t('source')}</h2>
        <Link to={source.kind === 'report' ? '/reports/$id' : '/articles/$id'} params={{ id: source.id }}>
          {t('openSource')}
        </Link>
      </div>
      <p className={styles['sourceTitle']}>{source.title}</p>
      <p className={styles['note']}>{about.filter(Boolean).join(' · ')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls by itself is reached by the keyboard */}
      <section className={styles['sourceText']} tabIndex={0} aria-label={source.title}>
        {source.paragraphs.map((text, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs never change places
          <p key={at}>{text}</p>
        ))}
      </section>
      {actions}
    </section>
  )
}
