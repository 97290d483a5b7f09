import { Link } from '@tanstack/react-router'
import type { CountedQuery } from '../../contract/index.ts'
import styles from './circular.module.css'

type CountLinkProps = {
  readonly count: number
  readonly search: CountedQuery
  /** What the figure is, with it, for those who hear it alone. */
  readonly label: string
}

/** A figure that leads to the rows it counts; nothing was counted by a nought. */
export function CountLink({ count, search, label }: CountLinkProps) {
  if (count === 0) return <>0</>
  return (
    <Link
      to="."
      search={{ view: 'data', ...search }}
      resetScroll={false}
      aria-label={label}
      className={styles['count'] ?? ''}
    >
      {count}
    </Link>
  )
}
