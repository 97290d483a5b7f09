import { FileExcelOutlined } from '@ant-design/icons'
import type { DeskMenuItem, DeskRoute } from '@jianbao/ui'
import { importTexts } from './import.texts.ts'
import { readImportSearch } from './import-search.ts'

export { importTexts }

const roles = ['system-administrator'] as const

export const importRoutes: readonly DeskRoute[] = [
  { path: '/imports', page: () => import('./import-list.page.tsx'), search: readImportSearch, roles },
  { path: '/imports/$id', page: () => import('./import.page.tsx'), roles },
]

export const importMenu: readonly DeskMenuItem[] = [
  {
    path: '/imports',
    label: 'menu',
    namespace: importTexts.namespace,
    icon: FileExcelOutlined,
    group: 'organisation',
    roles,
    holds: ['/imports/'],
    deskOnly: true,
  },
]
