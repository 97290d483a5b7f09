import { usePersonId } from '@jianbao/ui'
import { Skeleton } from 'antd'
import { lazy, Suspense } from 'react'
import type { ItemEditorProps } from './item-editor.types.ts'

export type { ItemEditorProps, JumpPlace } from './item-editor.types.ts'

// Tiptap is by far the largest part of the desk: who only reads never loads it.
const ItemSheet = lazy(() => import('./item-sheet.tsx'))

/** Writes one item; saves it by itself under its version, and keeps on the device what could not be saved. */
export function ItemEditor(props: ItemEditorProps) {
  const personId = usePersonId()
  const waiting = <Skeleton active={true} paragraph={{ rows: 8 }} />
  if (!personId) return waiting
  return (
    <Suspense fallback={waiting}>
      <ItemSheet key={props.item.id} personId={personId} {...props} />
    </Suspense>
  )
}
