import { Link } from '@tanstack/react-router'
import type { Coverage } from '../contract/index.ts'
import styles from './coverage.module.css'
import { ledgerTexts } from './ledger.texts.ts'
import type { CoverageSearch } from './ledger-search.ts'

type PlaceLineProps = Pick<Coverage, 'line' | 'under'> & { readonly filters: CoverageSearch }

/** Where one is in the tree, and the way up again. */
export function PlaceLine({ line, under, filters }: PlaceLineProps) {
  const t = ledgerTexts.useTexts()
  const { item: _, page: __, ...kept } = filters
  return (
    <nav className={styles['place']} aria-label={t('place')}>
      {line.map(({ id, name }) => (
        <span key={id}>
          <Link to="/coverage" search={{ ...kept, unit: id }}>
            {name}
          </Link>
          <span aria-hidden="true"> › </span>
        </span>
      ))}
      <span aria-current="page">{under?.name}</span>
    </nav>
  )
}
