/** What is generated from the declared routes: the API document, and the access matrix from calling every one of them. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Role, roles } from '@jianbao/platform/access'
import type { Route } from '@jianbao/platform/http'
import { openTestApp, type TestApp } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rootFolder } from './config.ts'
import { readProbes } from './probes.fixture.ts'
import { isScoped, places, usually } from './walls.fixture.ts'

const folder = join(rootFolder, 'docs/generated')
let app: TestApp

beforeAll(async () => {
  app = await openTestApp()
})
afterAll(() => app.close())

/** With UPDATE_GENERATED=1 the file is written, else it must be what it would be. */
async function expectGenerated(name: string, text: string): Promise<void> {
  const path = join(folder, name)
  if (process.env['UPDATE_GENERATED'] === '1') {
    await mkdir(folder, { recursive: true })
    await writeFile(path, text)
  }
  expect(await readFile(path, 'utf8').catch(() => ''), `${name} is stale: run with UPDATE_GENERATED=1`).toBe(
    text,
  )
}

test('the API document is current', async () => {
  const answer = await (await app.as('anonymous')).get('/api/openapi.json')
  await expectGenerated('openapi.json', `${JSON.stringify(answer.json(), null, 2)}\n`)
})

const absent = '00000000-0000-4000-8000-000000000000'

const personas = ['anonymous', 'left', 'signed-in', ...roles] as const
type Mark = 'yes' | '401' | '404' | ''

/** What the declaration of a route promises a persona at the top of the tree. */
function promise({ access }: Route, persona: (typeof personas)[number]): Mark {
  if (access === 'anyone') return 'yes'
  if (persona === 'anonymous' || persona === 'left') return '401'
  return access === 'signed-in' || access.includes(persona as Role) ? 'yes' : '404'
}

const sorted = (): Route[] => [...app.routes].sort((a, b) => a.operationId.localeCompare(b.operationId))

test('every route answers every persona as it declares', async () => {
  const wrong: string[] = []
  for (const route of sorted())
    for (const persona of personas) {
      const url = route.path.replace(/:\w+/g, absent)
      const query = route.operationId === 'watchDocuments' ? `?ids=${absent}` : ''
      const { statusCode } = await (await app.as(persona)).request({ method: route.method, url: url + query })
      const promised = promise(route, persona)
      const kept =
        promised === 'yes' ? ![401, 403, 500].includes(statusCode) : String(statusCode) === promised
      if (!kept) wrong.push(`${route.operationId} as ${persona}: ${statusCode} instead of ${promised}`)
    }
  expect(wrong).toEqual([])
}, 600_000)

test('who may call what is written down as it is', async () => {
  const probes = await readProbes(app)
  const lines: string[] = []
  for (const route of sorted()) {
    const { operationId, path, method } = route
    const scoped = isScoped(route)
    const reach: readonly string[] = scoped ? ((await probes[operationId]?.())?.reach ?? usually) : []
    const recorded = route.audit ?? (route.unrecorded ? `not: ${route.unrecorded}` : '')
    const inTree = Object.keys(places).map(place => (scoped ? (reach.includes(place) ? 'yes' : '404') : ''))
    const marks = [...personas.map(persona => promise(route, persona)), ...inTree].join(' | ')
    lines.push(`| ${operationId} | ${method} \`${path}\` | ${recorded} | ${marks} |`)
  }
  const columns = [...personas, ...Object.keys(places)]
  const head = [
    '# Who may call what',
    '',
    'Written by a test; others call every declared route as every persona, and those about one record with a record of a',
    'unit: as somebody with the right role in that unit, above it, below it and beside it. 401: sign in first; 404: not',
    'yours to see, or not there.',
    '',
    `| operation | route | audited as | ${columns.join(' | ')} |`,
    `|---|---|---|${'---|'.repeat(columns.length)}`,
  ]
  await expectGenerated('access-matrix.md', `${[...head, ...lines].join('\n')}\n`)
}, 600_000)

test('what an editor may read, a person without the role cannot tell from what is not there', async () => {
  const [reader, keeper] = [await app.as('signed-in'), await app.as('editor')]
  const strip = (body: string): object => ({ ...JSON.parse(body), requestId: '' })
  const refused = await reader.get(`/api/issues/${absent}`)
  const missing = await keeper.get(`/api/issues/${absent}`)
  expect(strip(refused.body)).toEqual(strip(missing.body))
})
