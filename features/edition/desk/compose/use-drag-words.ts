import type { Active, DndContextProps, Over } from '@dnd-kit/core'
import { useMemo } from 'react'
import { composeTexts } from './compose.texts.ts'
import type { Dragged } from './compose.types.ts'

/** What a screen reader says while something is dragged. */
export function useDragWords(): NonNullable<DndContextProps['accessibility']> {
  const t = composeTexts.useTexts()
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

const nameOf = ({ data }: Active | Over): string => (data.current as Dragged | undefined)?.title ?? ''
