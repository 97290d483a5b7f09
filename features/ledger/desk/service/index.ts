import { FormOutlined, HeartOutlined } from '@ant-design/icons'
import type { DeskMenuItem, DeskRoute, Texts } from '@jianbao/ui'
import { ledgerReaders, needReaders } from '../../contract/index.ts'
import { serviceTexts } from './service.texts.ts'
import { readNeedSearch, readServiceSearch } from './service-search.ts'

export const servicePageTexts: readonly Texts[] = [serviceTexts]

export const serviceRoutes: readonly DeskRoute[] = [
  { path: '/needs', page: () => import('./need-list.page.tsx'), search: readNeedSearch, roles: needReaders },
  { path: '/needs/new', page: () => import('./new-need.page.tsx'), roles: needReaders },
  { path: '/needs/$id', page: () => import('./need.page.tsx'), roles: needReaders },
  {
    path: '/services-summary',
    page: () => import('./service-summary.page.tsx'),
    search: readServiceSearch,
    roles: ledgerReaders,
  },
]

const place = { namespace: serviceTexts.namespace, group: 'ledger', deskOnly: true } as const

export const serviceMenu: readonly DeskMenuItem[] = [
  { ...place, path: '/needs', label: 'needs', icon: FormOutlined, roles: needReaders },
  { ...place, path: '/services-summary', label: 'summary', icon: HeartOutlined, roles: ledgerReaders },
]
