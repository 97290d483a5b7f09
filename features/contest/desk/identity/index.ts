/** 入场码 of a contest. */
import { businessRoles, type DeskRoute } from '@jianbao/ui'

export { identityTexts } from './identity.texts.ts'

export const identityRoutes: readonly DeskRoute[] = [
  {
    path: '/contests/$id/entry-codes',
    page: () => import('./entry-codes.page.tsx'),
    roles: businessRoles,
  },
]
