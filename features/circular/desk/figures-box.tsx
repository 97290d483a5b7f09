import { Link } from '@tanstack/react-router'
import type { Missive, MissiveUnit } from '../contract/index.ts'
import styles from './missive.module.css'
import { missiveTexts } from './missive.texts.ts'

const columns = [
  { key: 'items', words: 'items', filter: { group: 'all' } },
  { key: 'closed', words: 'closedCount', filter: { group: 'done' } },
  { key: 'open', words: 'openCount', filter: { group: 'open' } },
  { key: 'red', words: 'redCount', filter: { light: 'red' } },
  { key: 'yellow', words: 'yellowCount', filter: { light: 'yellow' } },
  { key: 'blue', words: 'blueCount', filter: { light: 'blue' } },
] as const

/** What a circular says of the units; every number opens the items it counts, as they are by now. */
export function FiguresBox({ missive: { figures, ledgerId, unitId } }: { readonly missive: Missive }) {
  const t = missiveTexts.useTexts()
  if (!figures) return null
  const ledger = ledgerId ? { ledger: ledgerId } : {}
  const cell = (
    count: number,
    { words, filter }: (typeof columns)[number],
    unit: { readonly name: string; readonly search: Record<string, string> },
  ) => (
    <td key={words}>
      {count === 0 ? (
        0
      ) : (
        <Link
          to="/ledgers"
          search={{ ...ledger, ...unit.search, ...filter }}
          aria-label={`${count} ${t('figureLink', { name: unit.name, what: t(words) })}`}
        >
          {count}
        </Link>
      )}
    </td>
  )
  const whole = { name: t('total'), search: { under: unitId } }
  const of = (unit: MissiveUnit) => ({ name: unit.unitName, search: { unit: unit.unitId } })
  return (
    <div className={styles['box']}>
      <h2 id="missive-figures">{t('figures', { day: figures.day })}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: who has no mouse scrolls it with the keys */}
      <section className={styles['scroll']} tabIndex={0} aria-label={t('figures', { day: figures.day })}>
        <table className={styles['figures']}>
          <thead>
            <tr>
              <th scope="col">{t('unit')}</th>
              {columns.map(({ key, words }) => (
                <th key={key} scope="col">
                  {t(words)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {figures.units.map(unit => (
              <tr key={unit.unitId}>
                <td>{unit.unitName}</td>
                {columns.map(column => cell(unit[column.key], column, of(unit)))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <td>{t('total')}</td>
              {columns.map(column => cell(figures[column.key], column, whole))}
            </tr>
          </tfoot>
        </table>
      </section>
    </div>
  )
}
