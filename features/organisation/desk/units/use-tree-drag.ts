import { type DragEvent, useEffect, useRef, useState } from 'react'
import type { UnitSummary } from '../../contract/index.ts'
import { type Drop, type MovePlan, planDrop } from './tree-data.ts'

export type Hover = { readonly id: string; readonly place: Drop['place'] }

type TreeDrag = {
  readonly find: (id: string) => UnitSummary | null
  readonly onMove: (unit: UnitSummary, plan: MovePlan) => void
  /** The mouse rests on a closed branch: it opens. */
  readonly onRest: (id: string) => void
  /** Near an edge the list runs on by so many pixels. */
  readonly onScroll: (by: number) => void
}

const restMs = 700
const edge = 36

/**
 * Dragging as people expect it: onto a row is below that unit, between two rows is between them. (The tree's own rule
 * tells the two apart by how far the mouse went to the right.) Handlers are for the box round the tree.
 */
export function useTreeDrag(drag: TreeDrag) {
  const unit = useRef<UnitSummary | null>(null)
  const [hover, setHover] = useState<Hover | null>(null)
  const rest = useRest(drag.onRest)
  const end = () => {
    unit.current = null
    rest(null)
    setHover(null)
  }
  const planAt = (event: DragEvent): { hover: Hover; plan: MovePlan } | null => {
    const row = rowOf(event)
    const target = row ? drag.find(row.dataset['unit']!) : null
    if (!row || !unit.current || !target) return null
    const place = placeIn(row.getBoundingClientRect(), event.clientY)
    for (const one of place === 'inside' ? ([place] as const) : ([place, 'inside'] as const)) {
      const plan = planDrop({ unit: unit.current, target, place: one })
      if (plan) return { hover: { id: target.id, place: one }, plan }
    }
    return null
  }
  const handlers = {
    onDragStartCapture: (event: DragEvent) => {
      event.stopPropagation()
      unit.current = drag.find(rowOf(event)?.dataset['unit'] ?? '')
      event.dataTransfer.effectAllowed = 'move'
      // Firefox drags nothing that carries nothing.
      event.dataTransfer.setData('text/plain', unit.current?.name ?? '')
    },
    onDragEnterCapture: (event: DragEvent) => event.stopPropagation(),
    onDragOverCapture: (event: DragEvent) => {
      event.stopPropagation()
      if (!unit.current) return
      const box = event.currentTarget.getBoundingClientRect()
      if (event.clientY < box.top + edge) drag.onScroll(-12)
      if (event.clientY > box.bottom - edge) drag.onScroll(12)
      const found = planAt(event)
      if (found) event.preventDefault()
      rest(found?.hover.place === 'inside' ? found.hover.id : null)
      setHover(before =>
        before?.id === found?.hover.id && before?.place === found?.hover.place
          ? before
          : (found?.hover ?? null),
      )
    },
    onDragLeaveCapture: (event: DragEvent) => {
      event.stopPropagation()
      if (event.currentTarget.contains(event.relatedTarget as Node | null)) return
      rest(null)
      setHover(null)
    },
    onDropCapture: (event: DragEvent) => {
      event.stopPropagation()
      event.preventDefault()
      const found = planAt(event)
      const moved = unit.current
      end()
      if (found && moved) drag.onMove(moved, found.plan)
    },
    onDragEndCapture: (event: DragEvent) => {
      event.stopPropagation()
      end()
    },
  }
  return { hover, handlers }
}

const rowOf = (event: DragEvent): HTMLElement | null =>
  event.target instanceof Element ? event.target.closest<HTMLElement>('[data-unit]') : null

/** The upper and the lower quarter of a row are the gaps beside it. */
export function placeIn({ top, height }: { top: number; height: number }, y: number): Drop['place'] {
  const at = (y - top) / height
  return at < 0.25 ? 'before' : at > 0.75 ? 'after' : 'inside'
}

/** Calls back once when the same id was given for a while. */
function useRest(onRest: (id: string) => void): (id: string | null) => void {
  const waiting = useRef<{ id: string; timer: ReturnType<typeof setTimeout> } | null>(null)
  const latest = useRef(onRest)
  useEffect(() => {
    latest.current = onRest
  })
  return id => {
    if (waiting.current?.id === id) return
    if (waiting.current) clearTimeout(waiting.current.timer)
    waiting.current = id === null ? null : { id, timer: setTimeout(() => latest.current(id), restMs) }
  }
}
