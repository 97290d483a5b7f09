import { formatDay, listStyles, StateTag, useLanguage, usePhone } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import type { IssueSummary } from '../contract/index.ts'
import { bulletinTexts } from './bulletin.texts.ts'
import styles from './issue-list.module.css'
import { useNumberWords } from './issue-words.ts'

type IssueRowsProps = { readonly rows: readonly IssueSummary[]; readonly selected: number }

const firstHeadlines = 2

/** A table on a desk, cards on a phone. */
export function IssueRows({ rows, selected }: IssueRowsProps) {
  const t = bulletinTexts.useTexts()
  const phone = usePhone()
  const current = (at: number) => (at === selected ? { 'aria-current': true as const } : {})
  if (phone)
    return (
      <ul className={listStyles['cards']} aria-label={t('list')}>
        {rows.map((issue, at) => (
          <li key={issue.id} {...current(at)}>
            <IssueCard issue={issue} />
          </li>
        ))}
      </ul>
    )
  return (
    <table className={listStyles['table']} aria-label={t('list')}>
      <thead>
        <tr>
          <th>{t('colIssue')}</th>
          <th>{t('colDate')}</th>
          <th>{t('colPublisher')}</th>
          <th>{t('colHeadlines')}</th>
          <th className={listStyles['number']}>{t('colArticles')}</th>
          <th className={listStyles['number']}>{t('colEvents')}</th>
          <th className={listStyles['number']}>{t('colFigures')}</th>
          <th>{t('colState')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((issue, at) => (
          <tr key={issue.id} {...current(at)}>
            <IssueCells issue={issue} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function IssueCells({ issue }: { issue: IssueSummary }) {
  const t = bulletinTexts.useTexts()
  const language = useLanguage()
  return (
    <>
      <td className={styles['issue']}>
        <IssueLink issue={issue} />
        <span className={styles['series']}>{issue.series ?? t('noSeries')}</span>
      </td>
      <td className={styles['date']}>{issue.date ? formatDay(issue.date, language) : t('noDate')}</td>
      <td className={styles['publisher']}>{issue.publisher ?? '–'}</td>
      <td>
        <Headlines issue={issue} />
      </td>
      <td className={listStyles['number']}>{issue.articles}</td>
      <td className={listStyles['number']}>{issue.events}</td>
      <td className={listStyles['number']}>{issue.figures}</td>
      <td>
        <PublicationTag issue={issue} />
      </td>
    </>
  )
}

function IssueCard({ issue }: { issue: IssueSummary }) {
  const t = bulletinTexts.useTexts()
  const language = useLanguage()
  const counts = [
    t('countArticles', { count: issue.articles }),
    t('countEvents', { count: issue.events }),
    t('countFigures', { count: issue.figures }),
  ]
  return (
    <div className={styles['card']}>
      <div className={styles['cardHead']}>
        <IssueLink issue={issue} />
        <PublicationTag issue={issue} />
      </div>
      <p className={styles['series']}>
        {[issue.series ?? t('noSeries'), issue.date ? formatDay(issue.date, language) : t('noDate')].join(
          ' · ',
        )}
      </p>
      <Headlines issue={issue} />
      <p className={styles['counts']}>{counts.join(' · ')}</p>
    </div>
  )
}

function IssueLink({ issue }: { issue: IssueSummary }) {
  const number = useNumberWords()
  return (
    <Link to="/issues/$id" params={{ id: issue.id }} className={styles['name']}>
      {number(issue)}
    </Link>
  )
}

function Headlines({ issue }: { issue: IssueSummary }) {
  if (issue.headlines.length === 0) return '–'
  return (
    <ul className={styles['headlines']}>
      {issue.headlines.slice(0, firstHeadlines).map(headline => (
        <li key={headline}>{headline}</li>
      ))}
    </ul>
  )
}

export function PublicationTag({ issue }: { issue: Pick<IssueSummary, 'published'> }) {
  const t = bulletinTexts.useTexts()
  return (
    <StateTag tone={issue.published ? 'good' : 'quiet'}>
      {t(issue.published ? 'published' : 'unpublished')}
    </StateTag>
  )
}
