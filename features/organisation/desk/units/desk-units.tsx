import { formatCount, PageHeader, useFilters } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { DoneLine } from './done-line.tsx'
import { TreePane } from './tree-pane.tsx'
import styles from './unit.module.css'
import { unitQuery } from './unit.queries.ts'
import { unitTexts } from './unit.texts.ts'
import { UnitHeaderActions } from './unit-header-actions.tsx'
import { UnitPane } from './unit-pane.tsx'
import type { UnitSearch } from './unit-search.ts'
import type { UnitDesk } from './use-unit-desk.ts'
import { useUnitTree } from './use-unit-tree.ts'

/** Left the tree, right the unit that is open; the topmost while none was chosen. */
export function DeskUnits({ id, desk }: { id: string | undefined; desk: UnitDesk }) {
  const t = unitTexts.useTexts()
  const [filters, setFilters] = useFilters<UnitSearch>()
  const given = useQuery({ ...unitQuery(id ?? ''), enabled: id !== undefined }).data
  // A retired unit that is open has its place in the tree as well.
  const retired = filters.state === 'all' || given?.state === 'retired'
  const tree = useUnitTree(retired)
  const chosen = id ?? tree.nodes[0]?.unit?.id
  const line = given?.line.map(unit => unit.id) ?? []
  const place = given ? [...line, given.id].join() : ''
  const shown = useRef('')
  useEffect(() => {
    if (place === shown.current) return
    shown.current = place
    tree.reveal(line)
  })
  const tops = tree.nodes.flatMap(node => node.unit ?? [])
  const total = tops.reduce((sum, top) => sum + top.descendantCount + (top.state === 'active' ? 1 : 0), 0)
  return (
    <>
      <PageHeader
        title={t('menu')}
        note={tops.length > 0 ? t('note', { count: total, number: formatCount(total) }) : null}
        actions={<UnitHeaderActions filters={filters} />}
      />
      <DoneLine desk={desk} />
      <div className={styles['panes']}>
        <TreePane tree={tree} chosen={chosen} filters={filters} onFilters={setFilters} desk={desk} />
        {chosen ? <UnitPane id={chosen} desk={desk} retired={retired} /> : null}
      </div>
    </>
  )
}
