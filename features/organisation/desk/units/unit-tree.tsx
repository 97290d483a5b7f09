import { formatCount } from '@jianbao/ui'
import { Tree } from 'antd'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import type { UnitSummary } from '../../contract/index.ts'
import styles from './tree.module.css'
import { lineTo, type MovePlan, type UnitNode } from './tree-data.ts'
import { unitTexts } from './unit.texts.ts'
import { type Hover, useTreeDrag } from './use-tree-drag.ts'
import { useTreeKeys } from './use-tree-keys.ts'
import type { UnitTreeState } from './use-unit-tree.ts'

type UnitTreeProps = {
  readonly tree: UnitTreeState
  readonly height: number
  readonly chosen: string | undefined
  readonly onChoose: (id: string) => void
  readonly onMove: (unit: UnitSummary, plan: MovePlan) => void
  /** One place up or down among its siblings. */
  readonly onShift: (unit: UnitSummary, by: -1 | 1) => void
  readonly onSearch: () => void
}

type TreeRef = { scrollTo: (scroll: { key: string; align?: 'top' | 'auto' } | number) => void }

/** Lazy and virtual: only open branches are asked for, only rows in sight are drawn. */
export function UnitTree({ tree, height, chosen, onChoose, onMove, onShift, onSearch }: UnitTreeProps) {
  const t = unitTexts.useTexts()
  const ref = useRef<TreeRef>(null)
  const scrolled = useRef(0)
  const [active, setActive] = useState<string | null>(null)
  const box = useTreeKeys(onSearch)
  const line = chosen === undefined ? null : lineTo(tree.nodes, chosen)
  const where = line?.map(node => node.key).join()
  const shown = where !== undefined
  useEffect(() => {
    if (!where || !chosen) return
    // The list learns its rows one frame after the tree.
    const frame = requestAnimationFrame(() => ref.current?.scrollTo({ key: chosen, align: 'auto' }))
    return () => cancelAnimationFrame(frame)
  }, [where, chosen])

  const choose = (node: UnitNode) => {
    if (node.unit) onChoose(node.unit.id)
    else if (node.failed) tree.retry(node.failed)
  }
  const onKeyDownCapture = (event: KeyboardEvent) => {
    // After a click the arrows go on from there, not from the top; the tree must know before it sees the key.
    if (active === null && shown && chosen && event.key.startsWith('Arrow'))
      flushSync(() => setActive(chosen))
    const at = active ?? (shown ? chosen : undefined)
    const node = at === undefined ? undefined : lineTo(tree.nodes, at)?.at(-1)
    if (!node) return
    const shift = event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')
    if (shift && node.unit?.actions.includes('move')) onShift(node.unit, event.key === 'ArrowUp' ? -1 : 1)
    // The tree itself would open a branch on Enter; here the arrows do that, and Enter opens the unit.
    else if (event.key === 'Enter' || event.key === ' ') choose(node)
    else if (!shift) return
    event.preventDefault()
    event.stopPropagation()
  }
  const { hover, handlers } = useTreeDrag({
    find: id => lineTo(tree.nodes, id)?.at(-1)?.unit ?? null,
    onMove,
    onRest: id => tree.reveal([id]),
    onScroll: by => ref.current?.scrollTo(Math.max(0, scrolled.current + by)),
  })

  return (
    <div
      ref={box}
      className={styles['tree']}
      data-keeps-focus=""
      onKeyDownCapture={onKeyDownCapture}
      {...handlers}
    >
      <Tree<UnitNode>
        ref={ref as never}
        aria-label={t('tree')}
        blockNode
        virtual
        motion={false}
        height={height}
        itemHeight={30}
        treeData={tree.nodes}
        expandedKeys={[...tree.open]}
        autoExpandParent={false}
        selectedKeys={chosen ? [chosen] : []}
        onExpand={keys => tree.setOpen(keys as string[])}
        activeKey={active}
        onActiveChange={key => setActive(key as string | null)}
        onSelect={(_, { node }) => choose(node)}
        draggable={{ nodeDraggable: node => (node as UnitNode).unit?.actions.includes('move') ?? false }}
        onScroll={event => {
          scrolled.current = (event.target as HTMLElement).scrollTop
        }}
        titleRender={node => <Row node={node} hover={hover} />}
      />
    </div>
  )
}

function Row({ node, hover }: { node: UnitNode; hover: Hover | null }) {
  const t = unitTexts.useTexts()
  const { unit } = node
  if (!unit) return <span className={styles['standIn']}>{t(node.failed ? 'treeFailed' : 'treeLoading')}</span>
  const below = unit.childCount
  return (
    <span
      className={styles['row']}
      data-state={unit.state}
      data-drop={hover?.id === unit.id ? hover.place : undefined}
      title={unit.name}
    >
      <span className={styles['name']}>{unit.name}</span>
      {unit.state === 'retired' ? <span className={styles['retired']}>{t('retired')}</span> : null}
      <span className={styles['kind']}>{t(`kind.${unit.kind}`)}</span>
      <span className={styles['count']}>{below > 0 ? formatCount(below) : null}</span>
    </span>
  )
}
