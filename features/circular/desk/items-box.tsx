import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { ListSkeleton, ProblemNotice } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { Missive } from '../contract/index.ts'
import styles from './missive.module.css'
import { missiveItemsQuery } from './missive.queries.ts'
import { missiveTexts } from './missive.texts.ts'
import { ItemLamp } from './missive-words.tsx'

/** The items as they stood in the document, beside how they stand now. */
export function ItemsBox({ missive }: { readonly missive: Missive }) {
  const t = missiveTexts.useTexts()
  const [page, setPage] = useState(1)
  const list = useQuery(missiveItemsQuery(missive.id, missive.version, page))
  const pages = list.data ? Math.max(1, Math.ceil(list.data.total / list.data.pageSize)) : 1
  return (
    <section className={styles['box']} aria-labelledby="missive-items-head">
      <h2 id="missive-items-head">
        {t('itemsHead')} · {missive.items}
      </h2>
      {list.error ? <ProblemNotice error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.isPending ? <ListSkeleton rows={3} /> : null}
      {list.data?.rows.length === 0 ? <p className={styles['soft']}>{t('noItems')}</p> : null}
      <ul className={styles['items']}>
        {list.data?.rows.map(item => (
          <li key={item.itemId}>
            {item.now ? (
              <Link to={`/ledger-items/${item.itemId}`}>{item.title}</Link>
            ) : (
              <span>{item.title}</span>
            )}
            <span className={styles['soft']}>
              {item.unitName} · {t('colDue')} {item.dueDay}
            </span>
            <span className={styles['then']}>
              <span>
                {t('colThen')} <ItemLamp light={item.light} state={item.state} />
              </span>
              <span>
                {t('colNow')}{' '}
                {item.now ? <ItemLamp light={item.now.light} state={item.now.state} /> : t('itemGone')}
              </span>
            </span>
          </li>
        ))}
      </ul>
      {pages > 1 ? (
        <div className={styles['turn']}>
          <Button
            size="small"
            aria-label={t('previous')}
            icon={<LeftOutlined aria-hidden="true" />}
            disabled={page <= 1}
            onClick={() => setPage(page - 1)}
          />
          {t('pageOf', { page, pages })}
          <Button
            size="small"
            aria-label={t('next')}
            icon={<RightOutlined aria-hidden="true" />}
            disabled={page >= pages}
            onClick={() => setPage(page + 1)}
          />
        </div>
      ) : null}
    </section>
  )
}
