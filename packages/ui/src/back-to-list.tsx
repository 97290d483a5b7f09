import { Link } from '@tanstack/react-router'
import { listPlace } from './list-place.ts'

type BackToListProps = { readonly to: string; readonly children: string }

/** The way back to a list, with the filters and the page it was left with. */
export function BackToList({ to, children }: BackToListProps) {
  return (
    <Link to={to} search={listPlace(to)}>
      ← {children}
    </Link>
  )
}
