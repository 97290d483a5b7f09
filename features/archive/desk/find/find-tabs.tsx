import { usePhone } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import styles from './find.module.css'
import { findTexts } from './find.texts.ts'

const tabs = [
  { path: '/search', label: 'menuSearch' },
  { path: '/timeline', label: 'menuTimeline' },
  { path: '/archive-units', label: 'menuUnits' },
  { path: '/figures', label: 'menuFigures' },
] as const

/** The ways to find something, where a phone's menu has no room for them. */
export function FindTabs() {
  const t = findTexts.useTexts()
  if (!usePhone()) return null
  return (
    <nav className={styles['tabs']} aria-label={t('waysToFind')}>
      {tabs.map(({ path, label }) => (
        <Link key={path} to={path} activeOptions={{ includeSearch: false }}>
          {t(label)}
        </Link>
      ))}
    </nav>
  )
}
