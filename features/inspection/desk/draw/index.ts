/** The pages of the random draw, as the room's door hands them on. */
import { NodeIndexOutlined } from '@ant-design/icons'
import type { DeskMenuItem, DeskRoute } from '@jianbao/ui'
import { drawKeepers } from '../../contract/index.ts'
import { drawTexts } from './draw.texts.ts'
import { readDrawListSearch, readDrawSearch } from './draw-search.ts'

export { drawTexts }

export const drawRoutes: readonly DeskRoute[] = [
  {
    path: '/draws',
    page: () => import('./draw-list.page.tsx'),
    search: readDrawListSearch,
    roles: drawKeepers,
  },
  { path: '/draws/new', page: () => import('./new-draw.page.tsx'), roles: drawKeepers },
  {
    path: '/draws/$id',
    page: () => import('./draw.page.tsx'),
    search: readDrawSearch,
    roles: drawKeepers,
  },
]

export const drawMenu: readonly DeskMenuItem[] = [
  {
    path: '/draws',
    label: 'menu',
    namespace: drawTexts.namespace,
    icon: NodeIndexOutlined,
    group: 'ledger',
    roles: drawKeepers,
    deskOnly: true,
  },
]
