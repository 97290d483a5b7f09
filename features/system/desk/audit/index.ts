import { AuditOutlined } from '@ant-design/icons'
import type { DeskMenuItem, DeskRoute } from '@jianbao/ui'
import { auditTexts } from './audit.texts.ts'
import { readAuditSearch } from './audit-search.ts'

export { auditTexts }

const roles = ['auditor'] as const

export const auditRoutes: readonly DeskRoute[] = [
  { path: '/audit', page: () => import('./audit-list.page.tsx'), search: readAuditSearch, roles },
  { path: '/audit/$id', page: () => import('./audit-entry.page.tsx'), roles },
]

export const auditMenu: readonly DeskMenuItem[] = [
  {
    path: '/audit',
    label: 'menu',
    namespace: auditTexts.namespace,
    icon: AuditOutlined,
    group: 'system',
    roles,
  },
]
