import { MailOutlined } from '@ant-design/icons'
import type { DeskMenuItem, DeskRoute } from '@jianbao/ui'
import { commissionReaders } from '../../contract/index.ts'
import { commissionTexts } from './commission.texts.ts'
import { readCommissionSearch } from './commission-search.ts'

export { commissionTexts }

export const commissionRoutes: readonly DeskRoute[] = [
  {
    path: '/commissions',
    page: () => import('./commission-list.page.tsx'),
    search: readCommissionSearch,
    roles: commissionReaders,
  },
]

export const commissionMenu: readonly DeskMenuItem[] = [
  {
    path: '/commissions',
    label: 'menu',
    namespace: commissionTexts.namespace,
    icon: MailOutlined,
    group: 'report',
    roles: commissionReaders,
    bar: 5,
  },
]
