import { addressOf, formatInstant } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import type { Notice } from './notice.queries.ts'
import { noticeTexts } from './notice.texts.ts'
import { useNoticeWords } from './notice-words.ts'
import styles from './notices.module.css'

type NoticeRowsProps = {
  readonly rows: readonly Notice[]
  readonly selected?: number
  /** A person followed it, or clicked on one that leads nowhere. */
  readonly onOpen: (notice: Notice) => void
}

export function NoticeRows({ rows, selected = -1, onOpen }: NoticeRowsProps) {
  const t = noticeTexts.useTexts()
  return (
    <ol className={styles['rows']} aria-label={t('menu')}>
      {rows.map((notice, at) => (
        <li
          key={notice.id}
          data-read={notice.read}
          {...(at === selected ? { 'aria-current': true as const } : {})}
        >
          <NoticeLine notice={notice} onOpen={onOpen} />
        </li>
      ))}
    </ol>
  )
}

function NoticeLine({ notice, onOpen }: { notice: Notice; onOpen: (notice: Notice) => void }) {
  const t = noticeTexts.useTexts()
  const words = useNoticeWords()
  const content = (
    <>
      <span className={styles['words']}>
        {notice.read ? null : <span className={styles['dot']} role="img" aria-label={t('unread')} />}
        {words(notice)}
      </span>
      <time className={styles['at']} dateTime={notice.at}>
        {formatInstant(notice.at)}
      </time>
    </>
  )
  if (notice.link === null)
    return (
      <button type="button" onClick={() => onOpen(notice)}>
        {content}
      </button>
    )
  return (
    <Link {...addressOf(notice.link)} onClick={() => onOpen(notice)}>
      {content}
    </Link>
  )
}
