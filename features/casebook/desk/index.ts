/** The pages of the case library, and the button other pages offer its cases with. */
import { BulbOutlined } from '@ant-design/icons'
import { businessRoles, type DeskMenuItem, type DeskRoute, type Texts } from '@jianbao/ui'
import { caseKeepers } from '../contract/index.ts'
import { caseTexts } from './case.texts.ts'
import { readCaseSearch, readNewCaseSearch } from './case-search.ts'
import { finders } from './finders.ts'

export { CaseSuggest } from './case-suggest.tsx'
export { finders }

export const texts: readonly Texts[] = [caseTexts]

export const routes: readonly DeskRoute[] = [
  {
    path: '/cases',
    page: () => import('./case-list.page.tsx'),
    search: readCaseSearch,
    roles: businessRoles,
  },
  {
    path: '/cases/new',
    page: () => import('./new-case.page.tsx'),
    search: readNewCaseSearch,
    roles: caseKeepers,
  },
  { path: '/cases/$id', page: () => import('./case.page.tsx'), roles: businessRoles },
]

export const menu: readonly DeskMenuItem[] = [
  {
    path: '/cases',
    label: 'menu',
    namespace: caseTexts.namespace,
    icon: BulbOutlined,
    group: 'desk',
    roles: businessRoles,
    deskOnly: true,
  },
]
