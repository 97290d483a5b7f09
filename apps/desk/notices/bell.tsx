import { BellOutlined } from '@ant-design/icons'
import { EmptyState, ProblemNotice, useDismissal } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Badge, Button, Spin } from 'antd'
import { useId, useRef, useState } from 'react'
import { noticesQuery, useReadNotices, useUnread } from './notice.queries.ts'
import { noticeTexts } from './notice.texts.ts'
import { NoticeRows } from './notice-rows.tsx'
import styles from './notices.module.css'

/** How many notices wait, and the newest of them behind a button. */
export function Bell() {
  const t = noticeTexts.useTexts()
  const [open, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  const panel = useId()
  const unread = useUnread()
  useDismissal(box, open, () => setOpen(false))
  return (
    <div ref={box} className={styles['bell']}>
      <Button
        type="text"
        aria-label={unread > 0 ? t('bellUnread', { count: unread }) : t('bell')}
        aria-expanded={open}
        aria-controls={open ? panel : undefined}
        icon={
          <Badge count={unread} size="small" overflowCount={99}>
            <BellOutlined aria-hidden="true" className={styles['icon'] ?? ''} />
          </Badge>
        }
        onClick={() => setOpen(!open)}
      />
      {open ? (
        <section id={panel} className={styles['panel']} aria-label={t('menu')}>
          <Newest unread={unread} onClose={() => setOpen(false)} />
        </section>
      ) : null}
    </div>
  )
}

function Newest({ unread, onClose }: { unread: number; onClose: () => void }) {
  const t = noticeTexts.useTexts()
  const notices = useQuery(noticesQuery({ pageSize: 8 }))
  const read = useReadNotices()
  const rows = notices.data?.rows ?? []
  return (
    <>
      <div className={styles['panelHead']}>
        <h2>{t('menu')}</h2>
        {unread > 0 && rows[0] ? (
          <Button
            type="link"
            size="small"
            loading={read.isPending}
            onClick={() => read.mutate({ upTo: rows[0]!.id })}
          >
            {t('readAll')}
          </Button>
        ) : null}
      </div>
      {notices.error ? <ProblemNotice error={notices.error} onRetry={() => void notices.refetch()} /> : null}
      {notices.isPending ? <Spin className={styles['waiting'] ?? ''} /> : null}
      {notices.data && rows.length === 0 ? <EmptyState title={t('none')}>{t('noneWords')}</EmptyState> : null}
      {rows.length > 0 ? (
        <NoticeRows
          rows={rows}
          onOpen={notice => {
            if (!notice.read) read.mutate({ ids: [notice.id] })
            if (notice.link !== null) onClose()
          }}
        />
      ) : null}
      <Link to="/notices" className={styles['seeAll']} onClick={onClose}>
        {t('seeAll')}
      </Link>
    </>
  )
}
