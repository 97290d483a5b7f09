import { Link } from '@tanstack/react-router'
import type { TimelineRow } from '../../../contract/index.ts'
import { ItemLight, ItemStateTag } from '../item-words.tsx'
import { viewTexts } from '../views/view.texts.ts'
import styles from './timeline.module.css'

/** The same bars in words and days. */
export function TimelineTable({ rows }: { readonly rows: readonly TimelineRow[] }) {
  const t = viewTexts.useTexts()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles['tableBox']} tabIndex={0} aria-label={t('table')}>
      <table className={styles['table']}>
        <thead>
          <tr>
            {(['item', 'unitHead', 'days', 'firstDue', 'light', 'state', 'milestones'] as const).map(head => (
              <th key={head} scope="col">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.id}>
              <td>
                <Link to="/ledger-items/$id" params={{ id: row.id }}>
                  {row.code} {row.title}
                </Link>
              </td>
              <td>{row.unitName}</td>
              <td className={styles['day']}>
                {row.startDay} – {row.dueDay}
              </td>
              <td className={styles['day']}>{row.firstDueDay ?? '–'}</td>
              <td>
                <ItemLight light={row.light} {...(row.light === null ? { word: '–' } : {})} />
              </td>
              <td>
                <ItemStateTag state={row.state} />
              </td>
              <td>
                {row.milestones.map(({ name, day, done }) => (
                  <div key={`${name} ${day}`}>
                    {day} {name}
                    {done ? ` · ${t('reachedOn', { day: done })}` : ''}
                  </div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
