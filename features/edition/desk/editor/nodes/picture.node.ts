/** A picture kept for the edition, with what stands below it. */
import { Node } from '@tiptap/core'
import { ReactNodeViewRenderer } from '@tiptap/react'
import { PictureBlock } from './picture-block.tsx'

export const PictureNodeKind = Node.create({
  name: 'picture',
  group: 'block',
  atom: true,
  draggable: true,
  selectable: true,
  addAttributes: () => ({
    pictureId: { default: null },
    caption: { default: '' },
    alt: { default: '' },
    widthPercent: { default: 70 },
  }),
  // Nothing pasted becomes one: bytes come in by the gallery alone. Within the text it is moved by dragging.
  parseHTML: () => [
    {
      tag: 'div[data-picture]',
      getAttrs: element => {
        const { picture, caption = '', alt = '', width } = (element as HTMLElement).dataset
        return picture ? { pictureId: picture, caption, alt, widthPercent: Number(width) || 70 } : false
      },
    },
  ],
  renderHTML: ({ node: { attrs } }) => [
    'div',
    {
      'data-picture': String(attrs['pictureId']),
      'data-caption': String(attrs['caption']),
      'data-alt': String(attrs['alt']),
      'data-width': String(attrs['widthPercent']),
    },
  ],
  addNodeView: () => ReactNodeViewRenderer(PictureBlock),
})
