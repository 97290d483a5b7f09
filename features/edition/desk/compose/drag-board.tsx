import {
  type CollisionDetection,
  closestCenter,
  DndContext,
  type DragEndEvent,
  DragOverlay,
  type DragStartEvent,
  KeyboardSensor,
  MouseSensor,
  pointerWithin,
  TouchSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { sortableKeyboardCoordinates } from '@dnd-kit/sortable'
import { App } from 'antd'
import { type ReactNode, useState } from 'react'
import type { Edition, ItemMove } from '../../contract/index.ts'
import styles from './card.module.css'
import { composeTexts } from './compose.texts.ts'
import type { Dragged } from './compose.types.ts'
import { dropOn } from './placing.ts'
import type { ComposeActs } from './use-compose-acts.tsx'
import { useDragWords } from './use-drag-words.ts'

type BoardProps = {
  readonly edition: Edition
  readonly chosen: readonly string[]
  readonly mayEdit: boolean
  readonly acts: ComposeActs
  readonly onTaken: () => void
  readonly children: ReactNode
}

/** Drags reports into columns and items to other places, by mouse, finger or keyboard. */
export function DragBoard({ edition, chosen, mayEdit, acts, onTaken, children }: BoardProps) {
  const t = composeTexts.useTexts()
  const { message } = App.useApp()
  const [lifted, setLifted] = useState<Dragged | null>(null)
  const accessibility = useDragWords()
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 180, tolerance: 8 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  )
  const drop = async ({ active, over }: DragEndEvent) => {
    setLifted(null)
    const [what, where] = [
      active.data.current as Dragged | undefined,
      over?.data.current as Dragged | undefined,
    ]
    if (!what || !where || !mayEdit) return
    const move = placeOf(edition, what, where)
    if (!move) return
    if (what.kind === 'item') return acts.move(what.id, move)
    const adoptionIds = chosen.includes(what.id) ? [...chosen] : [what.id]
    const made = await acts.add({ ...move, adoptionIds, apart: true })
    if (made.length === 0) return
    onTaken()
    const column = edition.columns.find(({ key }) => key === move.columnKey)?.name ?? ''
    void message.success(t('taken', { column, count: made.length }))
  }
  const many = lifted?.kind === 'candidate' && chosen.includes(lifted.id) ? chosen.length : 1
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={whereItPoints}
      accessibility={accessibility}
      onDragStart={({ active }: DragStartEvent) => setLifted((active.data.current as Dragged) ?? null)}
      onDragEnd={event => void drop(event)}
      onDragCancel={() => setLifted(null)}
    >
      {children}
      <DragOverlay dropAnimation={null}>
        {lifted ? (
          <div className={styles['lifted']}>
            {lifted.title}
            {many > 1 ? <span className={styles['badge']}>{many}</span> : null}
          </div>
        ) : null}
      </DragOverlay>
    </DndContext>
  )
}

function placeOf(edition: Edition, what: Dragged, where: Dragged): ItemMove | null {
  if (where.kind === 'column') return { columnKey: where.id, before: null }
  if (where.kind !== 'item') return null
  if (what.kind === 'item') return dropOn(edition.content, what.id, where.id)
  const target = edition.content.find(({ id }) => id === where.id)
  return target ? { columnKey: target.columnKey, before: target.id } : null
}

/** What lies under the pointer, an item before the column around it; with the keyboard what is nearest. */
const whereItPoints: CollisionDetection = args => {
  const under = pointerWithin(args)
  const items = under.filter(({ id }) => String(id).startsWith('item '))
  if (items.length > 0) return items
  if (under.length > 0) return under
  return args.pointerCoordinates ? [] : closestCenter(args)
}
