import { type NodeViewProps, NodeViewWrapper } from '@tiptap/react'
import { Popover } from 'antd'
import { useState } from 'react'
import type { FigureAttrs } from '../../../contract/index.ts'
import { FigureCard } from '../../figure/figure-card.tsx'
import styles from '../editor.module.css'
import { useEditorPlace } from '../editor-place.tsx'

/** The number as it is printed; dotted below, because it can be traced: under the pointer, or when the cursor is on it. */
export function FigureChip({ node, selected, editor, getPos, updateAttributes }: NodeViewProps) {
  const { editionId, readOnly } = useEditorPlace()
  const [hovered, setHovered] = useState(false)
  const figure = node.attrs as FigureAttrs
  const asText = () => {
    const at = getPos()
    if (at === undefined) return
    const text = editor.schema.text(figure.shown)
    editor.view.dispatch(editor.state.tr.replaceWith(at, at + node.nodeSize, text))
  }
  return (
    <NodeViewWrapper as="span" className={styles['chip']}>
      <Popover
        open={hovered || selected}
        onOpenChange={setHovered}
        mouseEnterDelay={0.3}
        destroyOnHidden={true}
        content={
          <FigureCard
            editionId={editionId}
            figure={figure}
            readOnly={readOnly}
            onShown={shown => updateAttributes({ shown })}
            onAsText={asText}
          />
        }
      >
        <span className={styles['figure']} data-selected={selected || undefined}>
          {figure.shown}
        </span>
      </Popover>
    </NodeViewWrapper>
  )
}
