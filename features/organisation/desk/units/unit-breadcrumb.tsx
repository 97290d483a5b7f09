import type { Unit } from '../../contract/index.ts'
import styles from './unit.module.css'
import { unitTexts } from './unit.texts.ts'
import { UnitLink } from './unit-words.tsx'

/** The units above, the topmost first, as far as one may see them. */
export function UnitBreadcrumb({ unit }: { unit: Unit }) {
  const t = unitTexts.useTexts()
  if (unit.line.length === 0) return null
  return (
    <nav aria-label={t('place')}>
      <ol className={styles['line']}>
        {unit.line.map(above => (
          <li key={above.id}>
            <UnitLink unit={above} />
          </li>
        ))}
        <li aria-current="page">{unit.name}</li>
      </ol>
    </nav>
  )
}
