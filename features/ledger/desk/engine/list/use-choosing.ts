import { useMemo, useState } from 'react'
import type { LedgerItemRow } from '../../../contract/index.ts'

export type Choosing = ReturnType<typeof useChoosing>

/** Rows that are chosen, over pages; `all`: whatever the filters find. Other filters choose nothing. */
export function useChoosing(filters: string) {
  const [chosen, setChosen] = useState<ReadonlyMap<string, LedgerItemRow>>(new Map())
  const [all, setAll] = useState(false)
  const [of, setOf] = useState(filters)
  if (of !== filters) {
    setOf(filters)
    setChosen(new Map())
    setAll(false)
  }
  return useMemo(() => {
    const toggle = (rows: readonly LedgerItemRow[]) => {
      const next = new Map(chosen)
      const out = rows.every(row => chosen.has(row.id))
      for (const row of rows) out ? next.delete(row.id) : next.set(row.id, row)
      setChosen(next)
      setAll(false)
    }
    return {
      chosen,
      all,
      toggle: (row: LedgerItemRow) => toggle([row]),
      togglePage: toggle,
      chooseAll: () => setAll(true),
      clear: () => {
        setChosen(new Map())
        setAll(false)
      },
    }
  }, [chosen, all])
}
