import { remember, remembered, useMemory } from '@jianbao/ui'

const key = 'jianbao.menu'

/** Whether the menu is folded to its icons. */
export function useNarrow(): [boolean, (narrow: boolean) => void] {
  const kept = useMemory(() => remembered(key))
  return [kept === 'narrow', narrow => remember(key, narrow ? 'narrow' : 'wide')]
}
