import { formatCount } from '@jianbao/ui'
import { Tree, type TreeProps } from 'antd'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { UnitSummary } from '../../contract/index.ts'
import styles from './tree.module.css'
import { type MovePlan, planDrop, type UnitNode } from './tree-data.ts'
import { unitTexts } from './unit.texts.ts'
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

type TreeRef = { scrollTo: (scroll: { key: string; align?: 'top' | 'auto' }) => void }

/** Lazy and virtual: only open branches are asked for, only rows in sight are drawn. */
export function UnitTree({ tree, height, chosen, onChoose, onMove, onShift, onSearch }: UnitTreeProps) {
  const t = unitTexts.useTexts()
  const ref = useRef<TreeRef>(null)
  const [active, setActive] = useState<string | null>(null)
  const box = useTreeKeys(onSearch)
  const shown = chosen !== undefined && holds(tree.nodes, chosen)
  useEffect(() => {
    if (!shown || !chosen) return
    // The list learns its rows one frame after the tree.
    const frame = requestAnimationFrame(() => ref.current?.scrollTo({ key: chosen, align: 'auto' }))
    return () => cancelAnimationFrame(frame)
  }, [shown, chosen])

  const choose = (node: UnitNode) => {
    if (node.unit) onChoose(node.unit.id)
    else if (node.failed) tree.retry(node.failed)
  }
  const onKeyDownCapture = (event: KeyboardEvent) => {
    const node = active === null ? undefined : find(tree.nodes, active)
    if (!node) return
    const shift = event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')
    if (shift && node.unit?.actions.includes('move')) onShift(node.unit, event.key === 'ArrowUp' ? -1 : 1)
    // The tree itself would open a branch on Enter; here the arrows do that, and Enter opens the unit.
    else if (event.key === 'Enter' || event.key === ' ') choose(node)
    else if (!shift) return
    event.preventDefault()
    event.stopPropagation()
  }
  const plan: NonNullable<TreeProps<UnitNode>['onDrop']> = info => {
    const { unit } = info.dragNode
    const { unit: target } = info.node
    const at = info.dropPosition - Number(info.node.pos.split('-').at(-1))
    if (!unit || !target) return
    const place = info.dropToGap ? (at < 0 ? 'before' : 'after') : 'inside'
    const move = planDrop({ unit, target, place })
    if (move) onMove(unit, move)
  }

  return (
    <div ref={box} className={styles['tree']} data-keeps-focus="" onKeyDownCapture={onKeyDownCapture}>
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
        onActiveChange={key => setActive(key as string | null)}
        onSelect={(_, { node }) => choose(node)}
        draggable={{ nodeDraggable: node => (node as UnitNode).unit?.actions.includes('move') ?? false }}
        allowDrop={({ dragNode, dropNode, dropPosition }) => {
          const [unit, target] = [dragNode.unit, dropNode.unit]
          const place = dropPosition === 0 ? 'inside' : dropPosition < 0 ? 'before' : 'after'
          return unit !== null && target !== null && planDrop({ unit, target, place }) !== null
        }}
        onDrop={plan}
        titleRender={node => <Row node={node} />}
      />
    </div>
  )
}

function Row({ node }: { node: UnitNode }) {
  const t = unitTexts.useTexts()
  const { unit } = node
  if (!unit) return <span className={styles['standIn']}>{t(node.failed ? 'treeFailed' : 'treeLoading')}</span>
  const below = unit.childCount
  return (
    <span className={styles['row']} data-state={unit.state} title={unit.name}>
      <span className={styles['name']}>{unit.name}</span>
      {unit.state === 'retired' ? <span className={styles['retired']}>{t('retired')}</span> : null}
      <span className={styles['kind']}>{t(`kind.${unit.kind}`)}</span>
      {below > 0 ? (
        <span className={styles['count']}>
          <span aria-hidden="true">{formatCount(below)}</span>
          <span className={styles['spoken']}>
            {t('intoCount', { count: below, number: formatCount(below) })}
          </span>
        </span>
      ) : (
        <span className={styles['count']} />
      )}
    </span>
  )
}

const holds = (nodes: readonly UnitNode[], key: string): boolean => find(nodes, key) !== undefined

function find(nodes: readonly UnitNode[], key: string): UnitNode | undefined {
  for (const node of nodes) {
    if (node.key === key) return node
    const below = node.children && find(node.children, key)
    if (below) return below
  }
  return undefined
}
