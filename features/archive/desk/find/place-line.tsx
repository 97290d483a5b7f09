import { Link } from '@tanstack/react-router'
import styles from './find.module.css'
import type { Place } from './find.types.ts'
import { useDayWords, useIssueWords } from './place-words.ts'

/** 刊名 期号 · 日期 · 栏目; the issue can be opened. */
export function PlaceLine({ place, issueId }: { place: Place; issueId: string }) {
  const issue = useIssueWords()
  const day = useDayWords()
  return (
    <p className={styles['place']}>
      <Link to="/issues/$id" params={{ id: issueId }}>
        {issue(place)}
      </Link>
      <span>{day(place.date)}</span>
      {place.column === null ? null : (
        <Link to="/search" search={{ column: place.column }}>
          {place.column}
        </Link>
      )}
    </p>
  )
}
