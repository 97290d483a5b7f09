import { formatCount } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import styles from './chart.module.css'
import { findTexts } from './find.texts.ts'
import type { Target } from './find.types.ts'

export type BarRow = {
  readonly key: string
  readonly name: string
  readonly count: number
  readonly target: Target
}

const firstRows = 8

/** Names with a bar and a number, each a link to what it counts. */
export function BarList({ title, rows }: { title: string; rows: readonly BarRow[] }) {
  const t = findTexts.useTexts()
  const [all, setAll] = useState(false)
  const most = Math.max(1, ...rows.map(row => row.count))
  const shown = all ? rows : rows.slice(0, firstRows)
  if (rows.length === 0) return null
  return (
    <section className={styles['card']} aria-label={title}>
      <div className={styles['head']}>
        <h2>{title}</h2>
      </div>
      <ul className={styles['bars']}>
        {shown.map(({ key, name, count, target }) => (
          <li key={key}>
            <Link {...target}>
              <span className={styles['name']}>{name}</span>
              <span className={styles['count']}>{formatCount(count)}</span>
              <span
                aria-hidden="true"
                className={styles['bar']}
                style={{ inlineSize: `${(count / most) * 100}%` }}
              />
            </Link>
          </li>
        ))}
      </ul>
      {shown.length < rows.length ? (
        <button type="button" className={styles['more']} onClick={() => setAll(true)}>
          {t('showAllRows', { count: rows.length })}
        </button>
      ) : null}
    </section>
  )
}
