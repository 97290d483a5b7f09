import { isAccessRule } from '../access/index.ts'
import type { Route } from './route.ts'

export class IncompleteRoute extends Error {
  override readonly name = 'IncompleteRoute'
}

/**
 * Refuses routes whose declaration has a hole; called before the app takes its first request.
 * Throws IncompleteRoute naming the route and what it lacks.
 */
export function checkRoutes(routes: readonly Route[]): void {
  const operations = new Set<string>()
  for (const route of routes) {
    const lack = findLack(route)
    if (lack) throw new IncompleteRoute(`${route.method} ${route.path}: ${lack}`)
    if (operations.has(route.operationId))
      throw new IncompleteRoute(`${route.method} ${route.path}: operationId ${route.operationId} is taken`)
    operations.add(route.operationId)
  }
}

function findLack(route: Route): string | null {
  if (!/^[a-z][A-Za-z]+$/.test(route.operationId ?? '')) return 'operationId is missing'
  if (!route.summary) return 'summary is missing'
  if (!isAccessRule(route.access)) return 'access is missing'
  if (!Object.keys(route.schema?.response ?? {}).length) return 'response schema is missing'
  if (route.lane && route.access !== 'anyone') return 'what is in the fast lane is for anyone'
  if (route.method === 'GET') return route.audit === null ? null : 'GET is never audited: it must not write'
  if (route.unrecorded) return route.audit === null ? null : 'audit action stands beside a reason for none'
  if (!/^[a-z]+\.[a-z-]+$/.test(route.audit ?? '')) return 'audit action is missing'
  return null
}
