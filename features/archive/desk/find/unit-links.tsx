import { Link } from '@tanstack/react-router'
import styles from './find.module.css'
import { findTexts } from './find.texts.ts'

const firstNames = 6

/** Units, each leading to its page. */
export function UnitLinks({ names }: { names: readonly string[] }) {
  const t = findTexts.useTexts()
  const shown = names.slice(0, firstNames)
  return (
    <span className={styles['units']}>
      {shown.map(name => (
        <Link key={name} to="/archive-units/$name" params={{ name }}>
          {name}
        </Link>
      ))}
      {shown.length < names.length ? (
        <span className={styles['faint']}>{t('moreUnits', { count: names.length })}</span>
      ) : null}
    </span>
  )
}
