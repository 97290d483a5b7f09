import { AuditOutlined } from '@ant-design/icons'
import type { DeskMenuItem, DeskRoute, Texts } from '@jianbao/ui'
import { missiveDrafters, missiveReaders } from '../contract/index.ts'
import { missiveTexts } from './missive.texts.ts'
import { readDraftSearch, readMissivePageSearch, readMissiveSearch } from './missive-search.ts'

export const texts: readonly Texts[] = [missiveTexts]

export const routes: readonly DeskRoute[] = [
  {
    path: '/missives',
    page: () => import('./missive-list.page.tsx'),
    search: readMissiveSearch,
    roles: missiveReaders,
  },
  {
    path: '/missives/new',
    page: () => import('./new-missive.page.tsx'),
    search: readDraftSearch,
    roles: missiveDrafters,
  },
  {
    path: '/missives/$id',
    page: () => import('./missive.page.tsx'),
    search: readMissivePageSearch,
    roles: missiveReaders,
  },
]

export const menu: readonly DeskMenuItem[] = [
  {
    path: '/missives',
    label: 'menu',
    namespace: missiveTexts.namespace,
    icon: AuditOutlined,
    group: 'ledger',
    roles: missiveReaders,
    deskOnly: true,
  },
]
