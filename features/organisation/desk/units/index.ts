import { ApartmentOutlined } from '@ant-design/icons'
import type { DeskMenuItem, DeskRoute } from '@jianbao/ui'
import { unitTexts } from './unit.texts.ts'
import { readUnitSearch } from './unit-search.ts'

export { unitTexts }

// One page, with or without a unit chosen: the tree stays as it stands while units are opened one after another.
export const unitRoutes: readonly DeskRoute[] = [
  { path: '/units/{-$id}', page: () => import('./unit-tree.page.tsx'), search: readUnitSearch },
]

export const unitMenu: readonly DeskMenuItem[] = [
  {
    path: '/units',
    label: 'menu',
    namespace: unitTexts.namespace,
    icon: ApartmentOutlined,
    group: 'organisation',
    holds: ['/units/'],
  },
]
