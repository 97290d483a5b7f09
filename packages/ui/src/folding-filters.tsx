import { Button, type InputRef } from 'antd'
import { type ReactNode, type Ref, useState } from 'react'
import { usePhone } from './appearance.ts'
import styles from './folding-filters.module.css'
import { SearchField } from './search-field.tsx'

type FoldingFiltersProps = {
  /** What is searched for, and what the field calls it. */
  readonly words: string | undefined
  readonly label: string
  readonly onWords: (words: string | undefined) => void
  readonly searchRef: Ref<InputRef>
  /** How wide the search field is. */
  readonly className?: string | undefined
  /** How many of the other filters are set, and the button that unfolds them on a phone. */
  readonly set: number
  readonly more: string
  readonly children: ReactNode
}

/** Filters of a list: all in a row on a desk; on a phone the search field, the rest folded until one is set. */
export function FoldingFilters(props: FoldingFiltersProps) {
  const { words, label, onWords, searchRef, className, set, more, children } = props
  const phone = usePhone()
  const [open, setOpen] = useState(set > 0)
  return (
    <search className={styles['filters']}>
      <div className={className}>
        <SearchField
          ref={searchRef}
          value={words ?? ''}
          label={label}
          onSearch={typed => onWords(typed || undefined)}
        />
      </div>
      {phone ? (
        <Button aria-expanded={open} onClick={() => setOpen(!open)}>
          {more}
        </Button>
      ) : null}
      {open || !phone ? children : null}
    </search>
  )
}
