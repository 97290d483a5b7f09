/** The pages of the report room: those of who writes and signs, and those of the desks. */
import { FormOutlined, ProfileOutlined } from '@ant-design/icons'
import type { DeskMenuItem, DeskRoute, Texts } from '@jianbao/ui'
import { businessRoles } from '@jianbao/ui'
import { commissionMenu, commissionRoutes, commissionTexts } from './commission/index.ts'
import { finders, reportWriters as roles } from './finders.ts'
import { formTexts } from './form/form.texts.ts'
import { readFormSearch } from './form/form-search.ts'
import { forgetAtSignOut } from './form/leave-drafts.ts'
import { adoptedTexts, inboxMenu, inboxRoutes, inboxTexts } from './inbox/index.ts'
import { readMineSearch } from './list/mine-search.ts'
import { reportTexts } from './report.texts.ts'

export { finders }

export const texts: readonly Texts[] = [reportTexts, formTexts, inboxTexts, adoptedTexts, commissionTexts]

export const routes: readonly DeskRoute[] = [
  { path: '/reports', page: () => import('./list/mine-list.page.tsx'), search: readMineSearch, roles },
  { path: '/reports/new', page: () => import('./form/new-report.page.tsx'), search: readFormSearch, roles },
  { path: '/reports/$id', page: () => import('./page/report.page.tsx'), roles: businessRoles },
  {
    path: '/reports/$id/edit',
    page: () => import('./form/report-form.page.tsx'),
    search: readFormSearch,
    roles,
  },
  ...inboxRoutes,
  ...commissionRoutes,
]

const common = { namespace: reportTexts.namespace, group: 'report', roles } as const

export const menu: readonly DeskMenuItem[] = [
  { ...common, path: '/reports/new', label: 'report', icon: FormOutlined, bar: 2 },
  { ...common, path: '/reports', label: 'mine', icon: ProfileOutlined, bar: 3 },
  ...commissionMenu,
  ...inboxMenu,
]

forgetAtSignOut(formTexts.namespace)
