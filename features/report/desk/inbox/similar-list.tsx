import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import type { Report } from '../../contract/index.ts'
import { similarQuery } from './inbox.queries.ts'
import { inboxTexts } from './inbox.texts.ts'
import styles from './preview.module.css'

type SimilarListProps = {
  readonly report: Report
  readonly onTogether: (ids: readonly string[]) => void
}

/** Others on the desk that tell of the same activity: they may be adopted as one piece. */
export function SimilarList({ report, onTogether }: SimilarListProps) {
  const t = inboxTexts.useTexts()
  const { data } = useQuery(similarQuery(report.id))
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const rows = data?.similar ?? []
  if (!rows.length) return null
  const chosen = rows.filter(row => !left.has(row.id))
  const toggle = (id: string) => {
    const next = new Set(left)
    if (!next.delete(id)) next.add(id)
    setLeft(next)
  }
  return (
    <section className={styles['alike']}>
      <h3>{t('similarTitle')}</h3>
      <ul className={styles['plain']}>
        {rows.map(row => (
          <li key={row.id}>
            <Checkbox checked={!left.has(row.id)} onChange={() => toggle(row.id)}>
              {row.unitName}：{row.title}{' '}
              <small>{t('likeness', { percent: Math.round(row.likeness * 100) })}</small>
            </Checkbox>
          </li>
        ))}
      </ul>
      {chosen.length ? (
        <Button onClick={() => onTogether([report.id, ...chosen.map(row => row.id)])}>
          {t('similarTogether', { count: chosen.length })}
        </Button>
      ) : null}
    </section>
  )
}
