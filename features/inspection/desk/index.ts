/** The pages of inspection: tours, the stop on a phone, findings, and visits as the visited unit sees them. */
import { CarOutlined, CompassOutlined, ExceptionOutlined } from '@ant-design/icons'
import type { DeskMenuItem, DeskRoute, Texts } from '@jianbao/ui'
import { inspectors, visitedRoles } from '../contract/index.ts'
import { drawMenu, drawRoutes, drawTexts } from './draw/index.ts'
import { findingTexts } from './finding/finding.texts.ts'
import {
  readFindingSearch,
  readNewTourSearch,
  readStopSearch,
  readTourListSearch,
  readTourSearch,
  readVisitSearch,
} from './inspection-search.ts'
import { leaveStopsAtSignOut } from './stop/leave-stops.ts'
import { stopTexts } from './stop/stop.texts.ts'
import { tourTexts } from './tour/tour.texts.ts'

export const texts: readonly Texts[] = [tourTexts, stopTexts, findingTexts, drawTexts]

export const routes: readonly DeskRoute[] = [
  {
    path: '/tours',
    page: () => import('./tour/tour-list.page.tsx'),
    search: readTourListSearch,
    roles: inspectors,
  },
  {
    path: '/tours/new',
    page: () => import('./tour/new-tour.page.tsx'),
    search: readNewTourSearch,
    roles: inspectors,
  },
  {
    path: '/tours/$id',
    page: () => import('./tour/tour.page.tsx'),
    search: readTourSearch,
    roles: inspectors,
  },
  { path: '/tours/$id/edit', page: () => import('./tour/edit-tour.page.tsx'), roles: inspectors },
  {
    path: '/stops/$id',
    page: () => import('./stop/stop.page.tsx'),
    search: readStopSearch,
    roles: inspectors,
  },
  {
    path: '/findings',
    page: () => import('./finding/finding-list.page.tsx'),
    search: readFindingSearch,
    roles: inspectors,
  },
  {
    path: '/visits',
    page: () => import('./visit/visit-list.page.tsx'),
    search: readVisitSearch,
    roles: visitedRoles,
  },
  { path: '/visits/$id', page: () => import('./visit/visit.page.tsx'), roles: visitedRoles },
  ...drawRoutes,
]

export const menu: readonly DeskMenuItem[] = [
  {
    path: '/tours',
    label: 'menu',
    namespace: tourTexts.namespace,
    icon: CompassOutlined,
    group: 'ledger',
    roles: inspectors,
    holds: ['/stops'],
    bar: 2,
  },
  {
    path: '/findings',
    label: 'menu',
    namespace: findingTexts.namespace,
    icon: ExceptionOutlined,
    group: 'ledger',
    roles: inspectors,
    bar: 3,
  },
  {
    path: '/visits',
    label: 'visits',
    namespace: findingTexts.namespace,
    icon: CarOutlined,
    group: 'ledger',
    roles: visitedRoles,
  },
  ...drawMenu,
]

leaveStopsAtSignOut(stopTexts.namespace)
