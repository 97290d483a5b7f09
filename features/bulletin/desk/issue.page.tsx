import { formatDay, PageHeader, ProblemNotice, useLanguage } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import type { Issue } from '../contract/index.ts'
import { bulletinTexts } from './bulletin.texts.ts'
import styles from './issue.module.css'
import { issueQuery } from './issue.queries.ts'
import { IssueContents } from './issue-contents.tsx'
import { IssueDownloads } from './issue-downloads.tsx'
import { IssueFacts } from './issue-facts.tsx'
import { IssuePaper } from './issue-paper.tsx'
import { IssuePublication } from './issue-publication.tsx'
import { useNumberWords } from './issue-words.ts'

export default function IssueDetailPage() {
  const t = bulletinTexts.useTexts()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const issue = useQuery(issueQuery(id))
  if (issue.data) return <OpenIssue key={id} issue={issue.data} />
  return (
    <>
      <PageHeader title={t('issue')} back={<Link to="/issues">← {t('backToList')}</Link>} />
      {issue.error ? (
        <ProblemNotice error={issue.error} onRetry={() => void issue.refetch()} />
      ) : (
        <div aria-busy="true" aria-label={t('loading')} role="status">
          <Skeleton active paragraph={{ rows: 14, width: '100%' }} />
        </div>
      )}
    </>
  )
}

function OpenIssue({ issue }: { issue: Issue }) {
  const t = bulletinTexts.useTexts()
  const language = useLanguage()
  const number = useNumberWords()
  // Without series and number the first headline is what a person knows the issue by.
  const named = issue.series !== null || issue.issueNo !== null
  const title = named
    ? `${issue.series ?? ''} ${number(issue)}`.trim()
    : (issue.headlines[0] ?? number(issue))
  const note = [
    named ? null : number(issue),
    issue.publisher,
    issue.date ? formatDay(issue.date, language) : t('noDate'),
  ]
  return (
    <>
      <PageHeader
        title={title}
        back={<Link to="/issues">← {t('backToList')}</Link>}
        note={note.filter(Boolean).join(' · ')}
      />
      <div className={styles['page']}>
        <div className={styles['acts']}>
          <IssuePublication issue={issue} />
          <IssueDownloads issue={issue} />
        </div>
        <IssuePaper id={issue.id} />
        <div className={styles['side']}>
          <IssueFacts issue={issue} />
          <IssueContents issue={issue} />
        </div>
      </div>
    </>
  )
}
