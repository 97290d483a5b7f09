import type { Active, DndContextProps, KeyboardCoordinateGetter, Over } from '@dnd-kit/core'
import { KeyboardSensor, MouseSensor, TouchSensor, useSensor, useSensors } from '@dnd-kit/core'
import { useMemo } from 'react'
import { viewTexts } from '../views/view.texts.ts'

/** Arrow keys carry a card from column to column. */
const columnByColumn: KeyboardCoordinateGetter = (event, { currentCoordinates, context }) => {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.code]
  if (!step) return undefined
  event.preventDefault()
  const columns = [...context.droppableRects.entries()].sort(([, a], [, b]) => a.left - b.left)
  const at = columns.findIndex(([id]) => id === context.over?.id)
  const rect = columns[Math.max(0, Math.min(columns.length - 1, at + step))]?.[1]
  return rect ? { x: rect.left + 12, y: currentCoordinates.y } : undefined
}

export function useBoardSensors() {
  return useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    useSensor(TouchSensor, { activationConstraint: { delay: 180, tolerance: 8 } }),
    useSensor(KeyboardSensor, { coordinateGetter: columnByColumn }),
  )
}

const nameOf = ({ data }: Active | Over): string => (data.current?.['title'] as string | undefined) ?? ''

/** What a screen reader says while a card is carried. */
export function useBoardWords(): NonNullable<DndContextProps['accessibility']> {
  const t = viewTexts.useTexts()
  return useMemo(
    () => ({
      screenReaderInstructions: { draggable: t('dragHelp') },
      announcements: {
        onDragStart: ({ active }) => t('dragLifted', { title: nameOf(active) }),
        onDragOver: ({ over }) => (over ? t('dragOver', { place: nameOf(over) }) : t('dragNowhere')),
        onDragEnd: ({ over }) => (over ? t('dragDropped', { place: nameOf(over) }) : t('dragCancelled')),
        onDragCancel: () => t('dragCancelled'),
      },
    }),
    [t],
  )
}
