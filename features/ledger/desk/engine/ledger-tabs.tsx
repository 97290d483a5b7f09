/** The ways of looking at the same items; the filters in the address go along. */
import { Link, useLocation, useSearch } from '@tanstack/react-router'
import styles from './list/list.module.css'
import { listTexts } from './list/list.texts.ts'
import { readItemFilter } from './list/list-search.ts'

const views = [
  ['list', '/ledgers'],
  ['board', '/ledgers/board'],
  ['matrix', '/ledgers/matrix'],
  ['timeline', '/ledgers/timeline'],
  ['calendar', '/ledgers/calendar'],
  ['statistics', '/ledgers/statistics'],
] as const

export function LedgerTabs() {
  const t = listTexts.useTexts()
  const { pathname } = useLocation()
  const search: Record<string, unknown> = useSearch({ strict: false })
  const filters = readItemFilter(search)
  return (
    <nav className={styles['views']} aria-label={t('views')}>
      {views.map(([view, path]) => (
        <Link
          key={view}
          to={path}
          search={filters}
          activeOptions={{ exact: true }}
          aria-current={pathname === path ? 'page' : undefined}
        >
          {t(`view.${view}`)}
        </Link>
      ))}
    </nav>
  )
}
