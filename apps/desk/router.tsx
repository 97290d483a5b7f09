import { parseSearch, stringifySearch } from '@jianbao/ui'
import { createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { App } from 'antd'
import { Layout } from './layout.tsx'
import { PageFailure } from './page-failure.tsx'
import { pageFor } from './page-for.tsx'
import { PageMissing } from './page-missing.tsx'
import { rooms } from './rooms.ts'

const rootRoute = createRootRoute({ component: Layout, notFoundComponent: PageMissing })

const pages = rooms
  .flatMap(room => room.routes)
  .map(route =>
    createRoute({
      getParentRoute: () => rootRoute,
      path: route.path,
      component: pageFor(route),
      ...(route.search ? { validateSearch: route.search } : {}),
    }),
  )

const router = createRouter({
  routeTree: rootRoute.addChildren(pages),
  basepath: '/desk',
  parseSearch,
  stringifySearch,
  // What a page's reader does not know leaves the address: the server refuses what it does not know.
  search: { strict: true },
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
