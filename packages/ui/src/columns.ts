/** Columns of a list: which are shown, and which way the list is put in order by one of them. */
import type { ReactNode } from 'react'
import { remember, remembered, useMemory } from './browser-memory.ts'

export type Column<Row> = {
  readonly key: string
  readonly title: string
  readonly cell: (row: Row) => ReactNode
  /** Numbers stand at the right. */
  readonly number?: boolean
  readonly className?: string | undefined
  /** Names of the orders by this column, as in the address. */
  readonly sort?: { readonly up: string; readonly down: string }
  /** What a row is known by: it cannot be put away. */
  readonly fixed?: boolean
  /** Put away until somebody wants it. */
  readonly spare?: boolean
}

type Named = Pick<Column<never>, 'key' | 'fixed' | 'spare'>

/** @param kept keys of the columns put away, `a,b`, or null when nobody chose. @returns the keys that are shown. */
export function shownColumns(columns: readonly Named[], kept: string | null): string[] {
  const away = kept === null ? null : kept.split(',')
  return columns
    .filter(({ key, fixed, spare }) => fixed || !(away === null ? spare : away.includes(key)))
    .map(column => column.key)
}

/** @returns the order a click on the head of a column leads to: up first, then down, then none. */
export function nextOrder(
  { up, down }: { readonly up: string; readonly down: string },
  order: string | undefined,
): string | undefined {
  if (order === up) return down
  return order === down ? undefined : up
}

/** Which columns of the list `name` this browser shows; it remembers the choice. */
export function useShownColumns(
  name: string,
  columns: readonly Named[],
): [string[], (key: string, shown: boolean) => void] {
  const key = `jianbao.columns.${name}`
  const shown = shownColumns(
    columns,
    useMemory(() => remembered(key)),
  )
  const show = (column: string, wanted: boolean) => {
    const next = columns.filter(({ key }) => (key === column ? !wanted : !shown.includes(key)))
    remember(key, next.map(({ key }) => key).join(','))
  }
  return [shown, show]
}
