import { Link } from '@tanstack/react-router'
import { Alert } from 'antd'
import type { Issue } from '../contract/index.ts'
import { bulletinTexts } from './bulletin.texts.ts'
import styles from './issue.module.css'
import { useNumberWords } from './issue-words.ts'

/** Says that the same number of the same series has come in before, perhaps from another file. */
export function SameIssues({ issue }: { issue: Issue }) {
  const t = bulletinTexts.useTexts()
  const number = useNumberWords()
  const count = issue.sameIssue
  if (count === 0) return null
  const year = issue.date?.slice(0, 4)
  return (
    <Alert
      className={styles['same'] ?? ''}
      type="warning"
      showIcon
      title={t('sameIssues', { number: number(issue), count })}
      action={
        <Link to="/issues" search={{ series: issue.series ?? undefined, year, order: 'number' }}>
          {t('seeSame')}
        </Link>
      }
    />
  )
}
