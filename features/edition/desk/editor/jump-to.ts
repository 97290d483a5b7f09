/** Goes to a place of the text: the block, and in it the characters it prints. */
import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import type { JumpPlace } from './item-editor.types.ts'

export function jumpTo(editor: Editor, { block, start, end }: JumpPlace): void {
  const { doc } = editor.state
  if (block === undefined || block < 0 || block >= doc.childCount) {
    editor.commands.focus()
    return
  }
  let before = 0
  for (let i = 0; i < block; i++) before += doc.child(i).nodeSize
  const node = doc.child(block)
  const from = before + placeIn(node, start ?? 0)
  const to = before + placeIn(node, end ?? start ?? 0)
  if (node.isTextblock || node.type.name === 'table')
    editor.chain().focus().setTextSelection({ from, to }).scrollIntoView().run()
  else editor.chain().focus().setNodeSelection(before).scrollIntoView().run()
}

/** Position, counted from in front of the block, of a character of what it prints; a number is one position long. */
export function placeIn(block: Node, character: number): number {
  let printed = 0
  let found: number | null = null
  let last = 1
  block.descendants((node, at) => {
    if (found !== null || !node.isInline) return found === null
    const length = node.isText ? node.text!.length : String(node.attrs['shown'] ?? '').length
    if (character <= printed + length)
      found = 1 + at + (node.isText ? character - printed : character > printed ? node.nodeSize : 0)
    printed += length
    last = 1 + at + node.nodeSize
    return false
  })
  return found ?? last
}
