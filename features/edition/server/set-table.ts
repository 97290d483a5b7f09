import type { Block } from '@jianbao/typesetting/contract'
import { blockLines, type TableNode } from '../contract/index.ts'

/** A table as typesetting takes it. */
export function setTable(node: TableNode): Block[] {
  return blockLines(node).map(text => ({ type: 'paragraph', text }))
}
