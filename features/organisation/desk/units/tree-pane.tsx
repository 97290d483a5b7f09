import { EmptyState, type FilterChange, ListSkeleton, listStyles, ProblemNotice } from '@jianbao/ui'
import { Link } from '@tanstack/react-router'
import type { InputRef } from 'antd'
import { useRef, useState } from 'react'
import type { UnitSummary } from '../../contract/index.ts'
import { planShift } from './tree-data.ts'
import styles from './unit.module.css'
import { unitTexts } from './unit.texts.ts'
import { UnitFilters } from './unit-filters.tsx'
import { UnitResults } from './unit-results.tsx'
import { isListing, type UnitSearch } from './unit-search.ts'
import { UnitTree } from './unit-tree.tsx'
import { useRestOfWindow } from './use-rest-of-window.ts'
import type { UnitDesk } from './use-unit-desk.ts'
import type { UnitTreeState } from './use-unit-tree.ts'

type TreePaneProps = {
  readonly tree: UnitTreeState
  readonly chosen: string | undefined
  readonly filters: UnitSearch
  readonly onFilters: (change: FilterChange<UnitSearch>) => void
  readonly desk: UnitDesk
}

/** Two lines about the keys stand below the tree, and the pane ends a little above the window. */
const hintHeight = 50
const marginBelow = hintHeight + 26

/** The tree, or what a search and filters let through; a row of those leads to its place in the tree. */
export function TreePane({ tree, chosen, filters, onFilters, desk }: TreePaneProps) {
  const t = unitTexts.useTexts()
  const search = useRef<InputRef>(null)
  const [left, setLeft] = useState<UnitSearch | null>(null)
  const [box, height] = useRestOfWindow(marginBelow)
  const toSearch = () => search.current?.focus({ cursor: 'all' })
  const listing = isListing(filters)
  const shift = (unit: UnitSummary, by: -1 | 1) => {
    const plan = planShift(unit, tree.nodes, by)
    if (plan) desk.move(unit, plan, '').catch(desk.fail)
    else desk.say(by < 0 ? 'done.first' : 'done.last', { name: unit.name })
  }
  return (
    <section className={styles['pane']} aria-label={t('tree')}>
      <UnitFilters
        filters={filters}
        searchRef={search}
        onFilters={change => {
          setLeft(null)
          onFilters(change)
        }}
      />
      {left && !listing ? (
        <p className={styles['left']}>
          <Link to="." search={left}>
            ← {left.q ? t('backToResults', { words: left.q }) : t('backToFiltered')}
          </Link>
        </p>
      ) : null}
      <div ref={box}>
        {listing ? (
          <div className={styles['list']} style={{ maxHeight: height + hintHeight }}>
            <UnitResults
              filters={filters}
              onFilters={onFilters}
              onSearch={toSearch}
              onOpen={() => setLeft(filters)}
            />
          </div>
        ) : (
          <>
            {tree.error ? <ProblemNotice error={tree.error} onRetry={() => tree.retry(null)} /> : null}
            {tree.pending ? <ListSkeleton rows={12} /> : null}
            {!tree.pending && !tree.error && tree.nodes.length === 0 ? (
              <EmptyState title={t('emptyTree')}>{t('emptyTreeWords')}</EmptyState>
            ) : null}
            {tree.nodes.length > 0 ? (
              <UnitTree
                tree={tree}
                height={height}
                chosen={chosen}
                onChoose={desk.open}
                onSearch={toSearch}
                onShift={shift}
                onMove={(unit, plan) => {
                  if (plan.parentId !== unit.parentId) desk.ask({ act: 'move', unitId: unit.id, plan })
                  else desk.move(unit, plan, '').catch(desk.fail)
                }}
              />
            ) : null}
            {tree.nodes.length > 0 ? (
              <p className={listStyles['keys']}>{t(mayMove(tree) ? 'treeKeys' : 'treeKeysRead')}</p>
            ) : null}
          </>
        )}
      </div>
    </section>
  )
}

/** Who may move nothing of what is open is not told how to. */
const mayMove = (tree: UnitTreeState): boolean => {
  const some = (nodes: UnitTreeState['nodes']): boolean =>
    nodes.some(node => node.unit?.actions.includes('move') || some(node.children ?? []))
  return some(tree.nodes)
}
