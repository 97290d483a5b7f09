import { MailOutlined } from '@ant-design/icons'
import { businessRoles, type DeskMenuItem, type DeskRoute } from '@jianbao/ui'
import { distributionTexts } from './distribution.texts.ts'
import { readDeliverySearch, readReceivedSearch } from './distribution-search.ts'

export { distributionTexts }

export const distributionPages: readonly DeskRoute[] = [
  {
    path: '/received',
    page: () => import('./received-list.page.tsx'),
    search: readReceivedSearch,
    roles: businessRoles,
  },
  { path: '/received/$id', page: () => import('./received.page.tsx'), roles: businessRoles },
  {
    path: '/editions/$id/distribution',
    page: () => import('./distribution.page.tsx'),
    search: readDeliverySearch,
    roles: ['editor', 'reviser', 'signatory'],
  },
]

export const distributionMenu: readonly DeskMenuItem[] = [
  {
    path: '/received',
    label: 'menu',
    namespace: distributionTexts.namespace,
    icon: MailOutlined,
    group: 'work',
    roles: businessRoles,
  },
]
