import { useEffect, useState } from 'react'
import { anchorAt } from '../../contract/index.ts'
import type { CommentAbout } from './comment-dialog.tsx'

const mostLetters = 300

/** Words of one block that are selected; a selection over several blocks is cut at the end of its first one. */
export function useSelectedWords(active: boolean): CommentAbout | null {
  const [selected, setSelected] = useState<CommentAbout | null>(null)
  useEffect(() => {
    if (!active) {
      setSelected(null)
      return
    }
    const look = (): void => setSelected(readSelection(document.getSelection()))
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [active])
  return selected
}

export function readSelection(selection: Selection | null): CommentAbout | null {
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return null
  const range = selection.getRangeAt(0)
  const from = range.startContainer
  const element = from instanceof Element ? from : from.parentElement
  const block = element?.closest<HTMLElement>('[data-block]')
  const itemId = block?.closest<HTMLElement>('[data-item]')?.dataset['item']
  if (!block || itemId === undefined) return null
  const text = block.textContent
  const before = document.createRange()
  before.selectNodeContents(block)
  before.setEnd(range.startContainer, range.startOffset)
  const start = before.toString().length
  const inside = block.contains(range.endContainer)
  if (inside) before.setEnd(range.endContainer, range.endOffset)
  const end = Math.min(inside ? before.toString().length : text.length, start + mostLetters)
  if (text.slice(start, end).trim() === '') return null
  const place = { block: 0, start, end }
  return { itemId, ...anchorAt([text], place), block: Number(block.dataset['block']) }
}
