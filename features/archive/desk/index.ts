import { InboxOutlined } from '@ant-design/icons'
import type { DeskMenuItem, DeskRoute } from '@jianbao/ui'
import { archiveTexts } from './archive.texts.ts'
import { readDocumentSearch, readPlaceSearch } from './document-search.ts'
import { findMenu, findRoutes, findTexts } from './find/index.ts'
import { importTexts } from './import.texts.ts'

export const texts = [archiveTexts, importTexts, findTexts]

export const routes: readonly DeskRoute[] = [
  {
    path: '/documents',
    page: () => import('./document-list.page.tsx'),
    search: readDocumentSearch,
  },
  { path: '/documents/$id', page: () => import('./document.page.tsx'), search: readPlaceSearch },
  ...findRoutes,
]

export const menu: readonly DeskMenuItem[] = [
  { path: '/documents', label: 'menu', namespace: archiveTexts.namespace, icon: InboxOutlined },
  ...findMenu,
]
