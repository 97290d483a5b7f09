import { InboxOutlined } from '@ant-design/icons'
import type { DeskMenuItem, DeskRoute } from '@jianbao/ui'
import { archiveTexts } from './archive.texts.ts'
import { readDocumentSearch, readPageSearch, readPlaceSearch } from './document-search.ts'
import { finders } from './find/finders.ts'
import { findMenu, findRoutes, findTexts } from './find/index.ts'
import { importTexts } from './import.texts.ts'
import { receivers as roles } from './receivers.ts'
import { dialogTexts } from './review/dialog.texts.ts'
import { learnedTexts } from './review/learned.texts.ts'
import { reviewTexts } from './review/review.texts.ts'

export { finders }

export const texts = [archiveTexts, importTexts, reviewTexts, dialogTexts, learnedTexts, findTexts]

export const routes: readonly DeskRoute[] = [
  {
    path: '/documents',
    page: () => import('./document-list.page.tsx'),
    search: readDocumentSearch,
    roles,
  },
  { path: '/documents/$id', page: () => import('./document.page.tsx'), search: readPlaceSearch, roles },
  { path: '/documents/$id/review', page: () => import('./review/review.page.tsx'), roles },
  {
    path: '/learned-names',
    page: () => import('./review/learned-names.page.tsx'),
    search: readPageSearch,
    roles,
  },
  ...findRoutes,
]

export const menu: readonly DeskMenuItem[] = [
  {
    path: '/documents',
    label: 'menu',
    namespace: archiveTexts.namespace,
    icon: InboxOutlined,
    group: 'desk',
    roles,
  },
  ...findMenu,
]
