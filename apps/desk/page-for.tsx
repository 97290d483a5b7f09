import { type DeskRole, type DeskRoute, holdsRole, useHeldRoles } from '@jianbao/ui'
import { type AsyncRouteComponent, lazyRouteComponent } from '@tanstack/react-router'
import type { ComponentType } from 'react'
import { loadPageFile } from './page-file.ts'
import { PageMissing } from './page-missing.tsx'

/** The page of a route; to whom it is not open it is as if it were not there. */
export function pageFor({ page, roles }: DeskRoute): AsyncRouteComponent<object> {
  // The router's own type knows components that are functions alone.
  const Page = lazyRouteComponent(loadPageFile(page)) as AsyncRouteComponent<object>
  if (!roles) return Page
  return Object.assign(() => <OpenTo roles={roles} page={Page} />, { preload: Page.preload! })
}

function OpenTo({ roles, page: Page }: { roles: readonly DeskRole[]; page: ComponentType }) {
  return holdsRole(useHeldRoles(), roles) ? <Page /> : <PageMissing />
}
