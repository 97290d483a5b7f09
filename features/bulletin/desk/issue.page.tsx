import { AbsentRecord, BackToList, formatDay, isMissing, PageHeader, useLanguage } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'

import type { Issue } from '../contract/index.ts'
import { bulletinTexts } from './bulletin.texts.ts'
import styles from './issue.module.css'
import { issueQuery } from './issue.queries.ts'
import { IssueContents } from './issue-contents.tsx'
import { IssueDownloads } from './issue-downloads.tsx'
import { IssueFacts } from './issue-facts.tsx'
import { IssueLayout } from './issue-layout.tsx'
import { IssuePaper } from './issue-paper.tsx'
import { IssuePublication } from './issue-publication.tsx'
import { IssueSealCard } from './issue-seal.tsx'
import { openingOf } from './issue-title.ts'
import { useNumberWords } from './issue-words.ts'
import { SameIssues } from './same-issues.tsx'

export default function IssueDetailPage() {
  const t = bulletinTexts.useTexts()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const issue = useQuery(issueQuery(id))
  if (issue.data && !isMissing(issue.error)) return <OpenIssue key={id} issue={issue.data} />
  return (
    <AbsentRecord
      query={issue}
      list="/issues"
      title={t('issue')}
      back={t('backToList')}
      missing={t('missing')}
      goList={t('goList')}
    />
  )
}

function OpenIssue({ issue }: { issue: Issue }) {
  const t = bulletinTexts.useTexts()
  const language = useLanguage()
  const number = useNumberWords()
  const opening = openingOf(issue)
  const title = opening ?? `${issue.series ?? ''} ${number(issue)}`.trim()
  const note = [
    opening ? number(issue) : null,
    issue.publisher,
    issue.date ? formatDay(issue.date, language) : t('noDate'),
  ]
  return (
    <>
      <PageHeader
        title={title}
        back={<BackToList to="/issues">{t('backToList')}</BackToList>}
        note={note.filter(Boolean).join(' · ')}
      />
      <SameIssues issue={issue} />
      <div className={styles['page']}>
        <div className={styles['acts']}>
          <IssuePublication issue={issue} />
          {issue.origin === 'imported' ? <IssueLayout issue={issue} /> : null}
          <IssueDownloads issue={issue} />
          {issue.origin === 'composed' ? <IssueSealCard id={issue.id} /> : null}
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
