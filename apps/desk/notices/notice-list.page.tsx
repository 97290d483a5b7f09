import { addressOf, EmptyState, ListFrame, PageHeader, useFilters } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Checkbox } from 'antd'
import {
  type Notice,
  type NoticeSearch,
  noticesQuery,
  unreadQuery,
  useReadNotices,
} from './notice.queries.ts'
import { noticeTexts } from './notice.texts.ts'
import { NoticeRows } from './notice-rows.tsx'
import styles from './notices.module.css'

export default function NoticeListPage() {
  const t = noticeTexts.useTexts()
  const [filters, setFilters] = useFilters<NoticeSearch>()
  const notices = useQuery(noticesQuery(filters))
  const unread = useQuery(unreadQuery).data?.unread ?? 0
  const read = useReadNotices()
  const navigate = useNavigate()
  const newest = notices.data?.page === 1 ? notices.data.rows[0] : undefined
  const see = (notice: Notice) => {
    if (!notice.read) read.mutate({ ids: [notice.id] })
  }
  const open = (notice: Notice) => {
    see(notice)
    if (notice.link !== null) void navigate(addressOf(notice.link))
  }
  return (
    <>
      <PageHeader title={t('menu')} note={t('note')} />
      <div className={styles['filters']}>
        <Checkbox
          checked={filters.unread ?? false}
          onChange={event => setFilters({ unread: event.target.checked || undefined })}
        >
          {t('onlyUnread')}
        </Checkbox>
        {unread > 0 && newest ? (
          <Button loading={read.isPending} onClick={() => read.mutate({ upTo: newest.id })}>
            {t('readAll')}
          </Button>
        ) : null}
      </div>
      <ListFrame<Notice>
        list={notices}
        onOpen={open}
        onPage={page => setFilters({ page })}
        empty={
          filters.unread ? (
            <EmptyState
              title={t('noneUnread')}
              action={<Button onClick={() => setFilters({ unread: undefined })}>{t('all')}</Button>}
            >
              {t('noneUnreadWords')}
            </EmptyState>
          ) : (
            <EmptyState title={t('none')}>{t('noneWords')}</EmptyState>
          )
        }
      >
        {(rows, selected) => <NoticeRows rows={rows} selected={selected} onOpen={see} />}
      </ListFrame>
    </>
  )
}
