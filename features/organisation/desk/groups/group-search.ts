import { present, textParam } from '@jianbao/ui'

export type GroupSearch = { readonly unit?: string }

export function readGroupSearch(search: Record<string, unknown>): GroupSearch {
  return present({ unit: textParam(search['unit'], 36) })
}
