/** What people were reminded of: the record, one's own digests, and who is next. */
import { AlertOutlined } from '@ant-design/icons'
import type { DeskMenuItem, DeskRole, DeskRoute } from '@jianbao/ui'
import { remindTexts } from './remind.texts.ts'
import { readMineSearch, readPreviewSearch, readReminderSearch } from './remind-search.ts'

export { remindTexts }

const readers: readonly DeskRole[] = ['reporter', 'unit-lead', 'editor', 'coordinator', 'inspector']

export const remindRoutes: readonly DeskRoute[] = [
  {
    path: '/reminders',
    page: () => import('./reminder-list.page.tsx'),
    search: readReminderSearch,
    roles: readers,
  },
  { path: '/reminders/mine', page: () => import('./own-digests.page.tsx'), search: readMineSearch },
  {
    path: '/reminders/next',
    page: () => import('./preview.page.tsx'),
    search: readPreviewSearch,
    roles: ['coordinator'],
  },
]

export const remindMenu: readonly DeskMenuItem[] = [
  {
    path: '/reminders',
    label: 'menu',
    namespace: remindTexts.namespace,
    icon: AlertOutlined,
    group: 'ledger',
    roles: readers,
    deskOnly: true,
  },
]
