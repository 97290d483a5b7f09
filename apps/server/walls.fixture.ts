/** The walls around records: each route about one is called from its unit, above it, below it and beside it. */
import { roles } from '@jianbao/platform/access'
import type { Route } from '@jianbao/platform/http'
import type { Persona, TestApp } from '@jianbao/testkit'
import { readProbes, type Target } from './probes.fixture.ts'

/** Where somebody with the right role stands towards the unit of a record. */
export const places = { 'same unit': '@city', parent: '', child: '@county', sister: '@sister' } as const
export const usually = ['same unit', 'parent']
const refused = [401, 403, 404, 500]

export const isScoped = ({ access, path }: Route): boolean => typeof access !== 'string' && path.includes(':')

/** What is not as declared of one `part` of `parts` of the routes: so that several test files share them. */
export async function findHoles(app: TestApp, part: number, parts: number): Promise<string[]> {
  const probes = await readProbes(app)
  const scoped = app.routes.filter(isScoped).sort((a, b) => a.operationId.localeCompare(b.operationId))
  const holes: string[] = []
  for (const route of scoped.filter((_, at) => at % parts === part)) {
    const probe = probes[route.operationId]
    if (probe) holes.push(...(await walkAround(app, route, probe)))
    else holes.push(`${route.operationId}: no probe`)
  }
  return holes
}

async function walkAround(app: TestApp, route: Route, probe: () => Promise<Target>): Promise<string[]> {
  const { operationId, method } = route
  const access = route.access as readonly (typeof roles)[number][]
  const holes: string[] = []
  const call = async (persona: Persona, { url, body }: Target): Promise<number> => {
    const agent = await app.as(persona)
    return (await agent.request({ method, url, ...(body ? { payload: body } : {}) })).statusCode
  }
  const other = roles.find(role => !access.includes(role))
  // Reading changes nothing: one record serves everybody.
  const shared = method === 'GET' ? await probe() : null
  for (const role of access) {
    const target = shared ?? (await probe())
    const theirs = target.roles === undefined || target.roles.includes(role)
    const reach: readonly string[] = theirs ? (target.reach ?? usually) : []
    const reaches = (place: string): boolean => reach.includes(place)
    const at = Object.entries(places).map(([place, suffix]) => ({ place, as: `${role}${suffix}` as Persona }))
    for (const { place, as } of at.filter(({ place }) => !reaches(place))) {
      const status = await call(as, target)
      if (status !== 404) holes.push(`${operationId} as ${role}, ${place}: ${status} instead of 404`)
    }
    if (other && (await call(`${other}@city`, target)) !== 404)
      holes.push(`${operationId} as ${other}@city: not 404`)
    for (const { place, as } of at.filter(({ place }) => reaches(place))) {
      const status = await call(as, place === 'parent' ? (shared ?? (await probe())) : target)
      if (refused.includes(status)) holes.push(`${operationId} as ${role}, ${place}: ${status}`)
    }
  }
  return holes
}
