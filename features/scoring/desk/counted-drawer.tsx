import { ListSkeleton, ProblemNotice, StateTag } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Drawer } from 'antd'
import type { AccountListQuery } from '../contract/index.ts'
import { useSourceWords } from './reason-words.ts'
import styles from './scoring.module.css'
import { countedByQuery } from './scoring.queries.ts'
import { scoringTexts } from './scoring.texts.ts'
import { usePeriodWords } from './use-scored.ts'

type CountedDrawerProps = {
  readonly id: string
  readonly query: AccountListQuery
  readonly onClose: () => void
}

/** What a figure of the unit counts. */
export function CountedDrawer({ id, query, onClose }: CountedDrawerProps) {
  const t = scoringTexts.useTexts()
  const words = usePeriodWords()
  const source = useSourceWords()
  const list = useQuery(countedByQuery(id, query))
  return (
    <Drawer
      open
      title={t(`count.${query.of}`)}
      onClose={onClose}
      size={480}
      closable={{ 'aria-label': t('close') }}
    >
      {list.error ? <ProblemNotice error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.isPending ? <ListSkeleton rows={6} /> : null}
      {list.data ? (
        <>
          <p className={styles['faint']}>
            {t('countedOf', {
              name: list.data.unitName,
              period: words(query.period),
              count: list.data.total,
            })}
          </p>
          {list.data.total === 0 ? <p>{t('nothingCounted')}</p> : null}
          <ul className={styles['counted']}>
            {list.data.rows.map(row => (
              <li key={row.id}>
                {row.report ? (
                  <p>
                    <Link to="/reports/$id" params={{ id: row.report.id }}>
                      {row.report.title}
                    </Link>
                  </p>
                ) : null}
                <p className={styles['cardLine']}>
                  <span>{row.day}</span>
                  <span>{source(row.source)}</span>
                  {row.signed === false ? <StateTag tone="doubt">{t('unsigned')}</StateTag> : null}
                </p>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Drawer>
  )
}
