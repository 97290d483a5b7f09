import type { TestApp } from '@jianbao/testkit'

/** A call about one record that belongs to the test unit `city`; every time a fresh one. */
export type Target = {
  readonly url: string
  readonly body?: object
  /** Where one must hold the role; in the unit or above it when left out. What lies on a desk is that desk's alone. */
  readonly reach?: readonly ('same unit' | 'parent' | 'child')[]
  /** Of the roles of the route those whose it is as the record stands; all of them when left out. */
  readonly roles?: readonly string[]
}
export type Probes = Record<string, () => Promise<Target>>
type ProbeFile = Record<string, (app: TestApp) => Promise<Probes>>

const files = import.meta.glob<ProbeFile>('../../features/*/server/**/*.probes.fixture.ts')

/** What the rooms' probe files know to call, by operationId. */
export async function readProbes(app: TestApp): Promise<Probes> {
  const all: Probes = {}
  for (const load of Object.values(files))
    for (const probes of Object.values(await load())) Object.assign(all, await probes(app))
  return all
}
