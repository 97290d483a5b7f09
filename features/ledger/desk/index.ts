import { AppstoreOutlined, FileSearchOutlined } from '@ant-design/icons'
import type { DeskMenuItem, DeskRoute, Texts } from '@jianbao/ui'
import { coverageReaders } from '../contract/index.ts'
import { engineTexts } from './engine/engine.texts.ts'
import { itemPageRoutes, itemPageTexts } from './engine/item/index.ts'
import { listPageMenu, listPageRoutes, listPageTexts } from './engine/list/index.ts'
import { sendTexts } from './engine/send/send.texts.ts'
import { itemViewRoutes, itemViewTexts } from './engine/views/index.ts'
import { ledgerTexts } from './ledger.texts.ts'
import { readCoverageSearch, readGapSearch } from './ledger-search.ts'
import { remindMenu, remindRoutes, remindTexts } from './remind/index.ts'
import { serviceMenu, servicePageTexts, serviceRoutes } from './service/index.ts'

export const texts: readonly Texts[] = [
  ledgerTexts,
  remindTexts,
  engineTexts,
  ...itemPageTexts,
  ...itemViewTexts,
  ...listPageTexts,
  sendTexts,
  ...servicePageTexts,
]

export const routes: readonly DeskRoute[] = [
  {
    path: '/coverage',
    page: () => import('./coverage.page.tsx'),
    search: readCoverageSearch,
    roles: coverageReaders,
  },
  { path: '/gaps', page: () => import('./gap-list.page.tsx'), search: readGapSearch, roles: coverageReaders },
  ...remindRoutes,
  ...itemPageRoutes,
  ...itemViewRoutes,
  ...listPageRoutes,
  ...serviceRoutes,
]

const place = { namespace: ledgerTexts.namespace, group: 'ledger', roles: coverageReaders } as const

export const menu: readonly DeskMenuItem[] = [
  ...listPageMenu,
  { ...place, path: '/coverage', label: 'coverage', icon: AppstoreOutlined, bar: 5 },
  { ...place, path: '/gaps', label: 'gaps', icon: FileSearchOutlined, bar: 5 },
  ...remindMenu,
  ...serviceMenu,
]
