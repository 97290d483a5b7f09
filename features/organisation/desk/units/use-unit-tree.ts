import { formatCount } from '@jianbao/ui'
import { useQueries, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { UnitSummary } from '../../contract/index.ts'
import { buildNodes, type UnitNode } from './tree-data.ts'
import { rememberedOpen, rememberOpen } from './tree-place.ts'
import { unitTreeQuery } from './unit.queries.ts'
import { unitTexts } from './unit.texts.ts'

const top = ''

export type UnitTreeState = {
  readonly nodes: UnitNode[]
  readonly open: ReadonlySet<string>
  readonly setOpen: (ids: Iterable<string>) => void
  /** Opens these too. */
  readonly reveal: (ids: Iterable<string>) => void
  readonly pending: boolean
  readonly error: unknown
  /** Asks again for the rows below a unit, null for the tops. */
  readonly retry: (parent: string | null) => void
}

/** The tree as far as it is open: one request for each branch, kept by the query client. */
export function useUnitTree(retired: boolean): UnitTreeState {
  const label = useRowLabel()
  const client = useQueryClient()
  const [open, setIds] = useState(() => rememberedOpen() ?? new Set<string>())
  const setOpen = (ids: Iterable<string>) => {
    const next = new Set(ids)
    rememberOpen(next)
    setIds(next)
  }
  const parents = useMemo(() => [top, ...open], [open])
  const answers = useQueries({
    queries: parents.map(parent => unitTreeQuery(parent || null, retired)),
  })
  const tops = answers[0]!
  // A single top is opened by itself: nobody wants to look at one closed row.
  const only = tops.data?.rows.length === 1 ? tops.data.rows[0]!.id : null
  useEffect(() => {
    if (only && rememberedOpen() === null) setOpen([only])
  })
  const stamps = answers.map(found => `${found.dataUpdatedAt} ${found.errorUpdatedAt}`).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the stamps stand for the answers
  const nodes = useMemo(() => {
    const found = new Map(parents.map((parent, at) => [parent, answers[at]]))
    const branches = (parent: string | null) => {
      const one = found.get(parent ?? top)
      return one?.data?.rows ?? (one?.error ? new Error('', { cause: one.error }) : undefined)
    }
    return buildNodes({ branches, open, label })
  }, [parents, open, stamps, label])
  return {
    nodes,
    open,
    setOpen,
    reveal: ids => {
      const missing = [...ids].filter(id => !open.has(id))
      if (missing.length > 0) setOpen([...open, ...missing])
    },
    pending: tops.isPending,
    error: tops.error,
    retry: parent => void client.refetchQueries(unitTreeQuery(parent, retired)),
  }
}

/** Name, kind, state and number of units below, as one phrase. */
function useRowLabel(): (unit: UnitSummary) => string {
  const t = unitTexts.useTexts()
  return useCallback(
    ({ name, kind, state, childCount: count }) =>
      [
        name,
        t(`kind.${kind}`),
        ...(state === 'retired' ? [t('retired')] : []),
        ...(count > 0 ? [t('intoCount', { count, number: formatCount(count) })] : []),
      ].join(t('comma')),
    [t],
  )
}
