import {
  type CollisionDetection,
  closestCenter,
  DndContext,
  type DragEndEvent,
  DragOverlay,
  pointerWithin,
} from '@dnd-kit/core'
import { useFilters, usePhone } from '@jianbao/ui'
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import type { BoardColumn as Column, ItemBoard, ItemState, LedgerItemRow } from '../../../contract/index.ts'
import { engineTexts } from '../engine.texts.ts'
import { ItemLightLegend } from '../item-words.tsx'
import { noFilters } from '../list/list-search.ts'
import { boardQuery } from '../views/view.queries.ts'
import { viewTexts } from '../views/view.texts.ts'
import { ViewFilters } from '../views/view-filters.tsx'
import { ViewFrame } from '../views/view-frame.tsx'
import { countSet, type ViewSearch } from '../views/view-search.ts'
import styles from './board.module.css'
import { BoardColumn } from './board-column.tsx'
import { useBoardDeed } from './use-board-deed.tsx'
import { useBoardSensors, useBoardWords } from './use-board-drag.ts'

export default function BoardPage() {
  const t = viewTexts.useTexts()
  const [filters, setFilters] = useFilters<ViewSearch>()
  const board = useQuery(boardQuery(filters))
  const { data } = board
  return (
    <ViewFrame
      title={t('board')}
      note={t('boardNote', { day: data?.today ?? '' })}
      filters={<ViewFilters filters={filters} underName={data?.under?.name} onChange={setFilters} />}
      query={board}
      empty={({ columns }) => columns.every(({ count }) => count === 0)}
      onClear={countSet(filters) > 0 ? () => setFilters({ ...noFilters, group: undefined }) : null}
    >
      {answer => <Board board={answer} filters={filters} />}
    </ViewFrame>
  )
}

/** These stand there even when nobody has any: the way of an item is seen. */
const always: readonly ItemState[] = ['ready', 'dispatched', 'doing', 'feedback', 'closed']

/** A column into which a card may go stands there when one is beside it. */
const behind: Partial<Record<ItemState, ItemState>> = { review: 'draft', settled: 'closed' }

function columnsShown({ columns }: ItemBoard, filters: ViewSearch): Column[] {
  const holds = (state: ItemState | undefined) =>
    columns.some(column => column.state === state && column.count > 0)
  return columns.filter(
    ({ state }) => holds(state) || (!filters.state && (always.includes(state) || holds(behind[state]))),
  )
}

function Board({ board, filters }: { readonly board: ItemBoard; readonly filters: ViewSearch }) {
  const phone = usePhone()
  const words = useBoardWords()
  const sensors = useBoardSensors()
  const deed = useBoardDeed()
  const [lifted, setLifted] = useState<LedgerItemRow | null>(null)
  const columns = columnsShown(board, filters)
  const { state: _, ...rest } = filters
  const shared = { filters: rest, onAct: deed.act }
  if (phone)
    return (
      <>
        <OneColumn columns={columns} {...shared} />
        {deed.form}
      </>
    )
  const drop = ({ active, over }: DragEndEvent) => {
    setLifted(null)
    const item = active.data.current?.['item'] as LedgerItemRow | undefined
    const state = over?.data.current?.['state'] as ItemState | undefined
    if (item && state) deed.layInto(item, state)
  }
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={whereItPoints}
      accessibility={words}
      onDragStart={({ active }) => setLifted((active.data.current?.['item'] as LedgerItemRow) ?? null)}
      onDragEnd={drop}
      onDragCancel={() => setLifted(null)}
    >
      <div className={styles['board']}>
        {columns.map(column => (
          <BoardColumn key={column.state} column={column} draggable {...shared} />
        ))}
      </div>
      <div className={styles['legend']}>
        <ItemLightLegend />
      </div>
      <DragOverlay dropAnimation={null}>
        {lifted ? <div className={styles['lifted']}>{lifted.title}</div> : null}
      </DragOverlay>
      {deed.form}
    </DndContext>
  )
}

const whereItPoints: CollisionDetection = args => {
  const under = pointerWithin(args)
  return under.length > 0 || args.pointerCoordinates ? under : closestCenter(args)
}

type OneColumnProps = Omit<Parameters<typeof BoardColumn>[0], 'column' | 'draggable'> & {
  readonly columns: readonly Column[]
}

/** On a phone one column at a time; the busiest of those still to be done first. */
function OneColumn({ columns, ...shared }: OneColumnProps) {
  const t = viewTexts.useTexts()
  const words = engineTexts.useTexts()
  const first =
    columns.find(({ state, count }) => state === 'doing' && count > 0) ??
    columns.find(({ count }) => count > 0)
  const [chosen, setChosen] = useState(first?.state)
  const column = columns.find(({ state }) => state === chosen) ?? columns[0]
  if (!column) return null
  return (
    <>
      <Select
        className={styles['choice'] ?? ''}
        aria-label={t('columnChoice')}
        value={column.state}
        onChange={setChosen}
        options={columns.map(({ state, count }) => ({
          value: state,
          label: `${words(`state.${state}`)} ${count}`,
        }))}
      />
      <BoardColumn key={column.state} column={column} draggable={false} {...shared} />
    </>
  )
}
