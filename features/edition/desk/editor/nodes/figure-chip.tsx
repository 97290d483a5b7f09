import { type NodeViewProps, NodeViewWrapper } from '@tiptap/react'
import type { FigureAttrs } from '../../../contract/index.ts'
import styles from '../editor.module.css'

/** The number as it is printed; dotted below, because it can be traced. */
export function FigureChip({ node, selected }: NodeViewProps) {
  const { shown } = node.attrs as FigureAttrs
  return (
    <NodeViewWrapper as="span" className={styles['figure']} data-selected={selected || undefined}>
      {shown}
    </NodeViewWrapper>
  )
}
