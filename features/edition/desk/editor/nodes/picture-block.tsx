import { type NodeViewProps, NodeViewWrapper } from '@tiptap/react'
import { Input, Slider } from 'antd'
import type { PictureAttrs } from '../../../contract/index.ts'
import styles from '../editor.module.css'
import { editorTexts } from '../editor.texts.ts'
import { useEditorPlace } from '../editor-place.tsx'

/** The picture as small as it is kept for lists, with caption, description and width below it. */
export function PictureBlock({ node, selected, updateAttributes }: NodeViewProps) {
  const t = editorTexts.useTexts()
  const { editionId, readOnly } = useEditorPlace()
  const { pictureId, caption, alt, widthPercent } = node.attrs as PictureAttrs
  return (
    <NodeViewWrapper className={styles['picture']} data-selected={selected || undefined}>
      <img
        src={`/api/editions/${editionId}/pictures/${pictureId}?size=thumb`}
        alt={alt || caption}
        style={{ width: `${widthPercent}%` }}
        data-drag-handle=""
      />
      <div className={styles['pictureFields']} contentEditable={false}>
        <Input
          size="small"
          aria-label={t('pictureCaption')}
          placeholder={t('pictureCaption')}
          value={caption}
          maxLength={120}
          disabled={readOnly}
          onChange={event => updateAttributes({ caption: event.target.value })}
        />
        <Input
          size="small"
          aria-label={t('pictureAlt')}
          placeholder={t('pictureAlt')}
          value={alt}
          maxLength={200}
          disabled={readOnly}
          onChange={event => updateAttributes({ alt: event.target.value })}
        />
        <Slider
          min={20}
          max={100}
          step={5}
          value={widthPercent}
          disabled={readOnly}
          ariaLabelForHandle={t('pictureWidth')}
          tooltip={{ formatter: value => `${value}%` }}
          onChange={value => updateAttributes({ widthPercent: value })}
        />
      </div>
    </NodeViewWrapper>
  )
}
