import { InboxOutlined } from '@ant-design/icons'
import type { DeskMenuItem, DeskRoute } from '@jianbao/ui'
import { inboxTexts } from './inbox.texts.ts'
import { readInboxSearch } from './inbox-search.ts'

export { inboxTexts }

const roles = ['editor'] as const

export const inboxRoutes: readonly DeskRoute[] = [
  { path: '/inbox', page: () => import('./inbox.page.tsx'), search: readInboxSearch, roles },
]

export const inboxMenu: readonly DeskMenuItem[] = [
  {
    path: '/inbox',
    label: 'menu',
    namespace: inboxTexts.namespace,
    icon: InboxOutlined,
    group: 'desk',
    roles,
  },
]
