import { parseSearch, stringifySearch } from '@jianbao/ui'
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  RouterProvider,
  redirect,
} from '@tanstack/react-router'
import { App } from 'antd'
import { Layout } from './layout.tsx'
import { PageFailure } from './page-failure.tsx'
import { loadPageFile } from './page-file.ts'
import { PageMissing } from './page-missing.tsx'
import { rooms } from './rooms.ts'

const rootRoute = createRootRoute({ component: Layout, notFoundComponent: PageMissing })

const pages = rooms
  .flatMap(room => room.routes)
  .map(route =>
    createRoute({
      getParentRoute: () => rootRoute,
      path: route.path,
      component: lazyRouteComponent(loadPageFile(route.page)),
      ...(route.search ? { validateSearch: route.search } : {}),
    }),
  )

const home = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: () => {
    const first = rooms.flatMap(room => room.menu)[0]
    if (first) throw redirect({ to: first.path, replace: true })
  },
})

const router = createRouter({
  routeTree: rootRoute.addChildren([home, ...pages]),
  basepath: '/desk',
  parseSearch,
  stringifySearch,
  defaultErrorComponent: PageFailure,
  defaultNotFoundComponent: PageMissing,
  scrollRestoration: true,
})

export default function Desk() {
  return (
    <App component={false}>
      <RouterProvider router={router} />
    </App>
  )
}
