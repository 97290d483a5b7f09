import { CheckSquareOutlined, InboxOutlined } from '@ant-design/icons'
import type { DeskMenuItem, DeskRoute } from '@jianbao/ui'
import { adoptedTexts } from './adopted/adopted.texts.ts'
import { readAdoptedSearch } from './adopted/adopted-search.ts'
import { inboxTexts } from './inbox.texts.ts'
import { readInboxSearch } from './inbox-search.ts'

export { adoptedTexts, inboxTexts }

const roles = ['editor'] as const

export const inboxRoutes: readonly DeskRoute[] = [
  { path: '/inbox', page: () => import('./inbox.page.tsx'), search: readInboxSearch, roles },
  {
    path: '/adoptions',
    page: () => import('./adopted/adopted-list.page.tsx'),
    search: readAdoptedSearch,
    roles,
  },
]

export const inboxMenu: readonly DeskMenuItem[] = [
  {
    path: '/inbox',
    label: 'menu',
    namespace: inboxTexts.namespace,
    icon: InboxOutlined,
    group: 'desk',
    roles,
    bar: 2,
  },
  {
    path: '/adoptions',
    label: 'menu',
    namespace: adoptedTexts.namespace,
    icon: CheckSquareOutlined,
    group: 'desk',
    roles,
    bar: 3,
  },
]
