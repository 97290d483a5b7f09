import { ReadOutlined } from '@ant-design/icons'
import { type DeskMenuItem, type DeskRoute, businessRoles as roles } from '@jianbao/ui'
import { bulletinTexts } from './bulletin.texts.ts'
import { readIssueSearch } from './issue-search.ts'

export const texts = [bulletinTexts]

export const routes: readonly DeskRoute[] = [
  { path: '/issues', page: () => import('./issue-list.page.tsx'), search: readIssueSearch, roles },
  { path: '/issues/$id', page: () => import('./issue.page.tsx'), roles },
]

export const menu: readonly DeskMenuItem[] = [
  {
    path: '/issues',
    label: 'menu',
    namespace: bulletinTexts.namespace,
    icon: ReadOutlined,
    group: 'desk',
    roles,
  },
]
