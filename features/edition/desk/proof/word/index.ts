import { FileDoneOutlined } from '@ant-design/icons'
import type { DeskMenuItem, DeskRoute } from '@jianbao/ui'
import { wordTexts } from './word.texts.ts'
import { readWordSearch } from './word-search.ts'

export { wordTexts } from './word.texts.ts'

const roles = ['editor'] as const

export const wordPages: readonly DeskRoute[] = [
  { path: '/office-words', page: () => import('./word-list.page.tsx'), search: readWordSearch, roles },
]

export const wordMenu: readonly DeskMenuItem[] = [
  {
    path: '/office-words',
    label: 'menu',
    namespace: wordTexts.namespace,
    icon: FileDoneOutlined,
    group: 'desk',
    roles,
    deskOnly: true,
  },
]
