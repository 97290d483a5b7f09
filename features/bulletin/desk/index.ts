import { ReadOutlined } from '@ant-design/icons'
import type { DeskMenuItem, DeskRoute } from '@jianbao/ui'
import { bulletinTexts } from './bulletin.texts.ts'
import { readIssueSearch } from './issue-search.ts'

export const texts = [bulletinTexts]

export const routes: readonly DeskRoute[] = [
  { path: '/issues', page: () => import('./issue-list.page.tsx'), search: readIssueSearch },
  { path: '/issues/$id', page: () => import('./issue.page.tsx') },
]

export const menu: readonly DeskMenuItem[] = [
  { path: '/issues', label: 'menu', namespace: bulletinTexts.namespace, icon: ReadOutlined },
]
