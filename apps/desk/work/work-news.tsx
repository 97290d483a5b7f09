import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { noticesQuery, useReadNotices } from '../notices/notice.queries.ts'
import { NoticeRows } from '../notices/notice-rows.tsx'
import styles from './work.module.css'
import { workTexts } from './work.texts.ts'

/** The newest notices beside the work. A failure is told by the bell's page, not here too. */
export function WorkNews() {
  const t = workTexts.useTexts()
  const { data } = useQuery(noticesQuery({ unread: true, pageSize: 5 }))
  const read = useReadNotices()
  return (
    <section className={styles['news']} aria-labelledby="work-news">
      <div className={styles['newsHead']}>
        <h2 id="work-news">{t('news')}</h2>
        <Link to="/notices">{t('allNews')}</Link>
      </div>
      {data?.rows.length ? (
        <NoticeRows rows={data.rows} onOpen={notice => read.mutate({ ids: [notice.id] })} />
      ) : (
        <p className={styles['quiet']}>{data ? t('noNews') : null}</p>
      )}
    </section>
  )
}
