/** Just what a bulletin knows: headings of three levels, paragraphs, pictures, tables, numbers that name sources. */
import type { Extensions } from '@tiptap/core'
import { Document } from '@tiptap/extension-document'
import { Heading } from '@tiptap/extension-heading'
import { Paragraph } from '@tiptap/extension-paragraph'
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import { Text } from '@tiptap/extension-text'
import { Dropcursor, Gapcursor, Placeholder, UndoRedo } from '@tiptap/extensions'
import { FigureNodeKind } from './figure.node.ts'
import { PictureNodeKind } from './picture.node.ts'

const BareTable = Table.extend({
  addAttributes() {
    return { ...this.parent?.(), caption: { default: '' } }
  },
})
const oneParagraphs = { content: 'paragraph+' } as const

export function editorNodes(placeholder: string): Extensions {
  return [
    Document,
    Paragraph,
    Text,
    // No input rules: “# ” and the like are no surprise to anybody who writes Chinese.
    Heading.extend({ addInputRules: () => [] }).configure({ levels: [1, 2, 3] }),
    BareTable.configure({ resizable: false }),
    TableRow,
    TableCell.extend(oneParagraphs),
    TableHeader.extend(oneParagraphs),
    FigureNodeKind,
    PictureNodeKind,
    UndoRedo,
    Gapcursor,
    Dropcursor,
    Placeholder.configure({ placeholder }),
  ]
}
