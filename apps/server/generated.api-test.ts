/** What is generated from the declared routes: the API document, and the access matrix from calling every one of them. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Role, roles } from '@jianbao/platform/access'
import { openTestApp, type TestApp } from '@jianbao/testkit'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rootFolder } from './config.ts'

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

test('every route answers every persona as it declares', async () => {
  const lines: string[] = []
  for (const route of [...app.routes].sort((a, b) => a.operationId.localeCompare(b.operationId))) {
    const { access, operationId, method, path } = route
    const mark = (persona: (typeof personas)[number]): string => {
      if (access === 'anyone') return 'yes'
      if (persona === 'anonymous' || persona === 'left') return '401'
      return access === 'signed-in' || access.includes(persona as Role) ? 'yes' : '404'
    }
    for (const persona of personas) {
      const agent = await app.as(persona)
      const url = path.replace(/:\w+/g, absent)
      const query = operationId === 'watchDocuments' ? `?ids=${absent}` : ''
      const { statusCode } = await agent.request({ method, url: url + query })
      const name = `${operationId} as ${persona}`
      if (mark(persona) === 'yes') expect([401, 403, 500], name).not.toContain(statusCode)
      else expect(String(statusCode), name).toBe(mark(persona))
    }
    const recorded = route.audit ?? (route.unrecorded ? `not: ${route.unrecorded}` : '')
    const marks = personas.map(mark).join(' | ')
    lines.push(`| ${operationId} | ${method} \`${path}\` | ${recorded} | ${marks} |`)
  }
  const head = [
    '# Who may call what',
    '',
    'Written by a test that calls every declared route as every persona. 401: sign in first; 404: not yours to see.',
    '',
    `| operation | route | audited as | ${personas.join(' | ')} |`,
    `|---|---|---|${'---|'.repeat(personas.length)}`,
  ]
  await expectGenerated('access-matrix.md', `${[...head, ...lines].join('\n')}\n`)
})

test('what an editor may read, a person without the role cannot tell from what is not there', async () => {
  const [reader, keeper] = [await app.as('signed-in'), await app.as('editor')]
  const strip = (body: string): object => ({ ...JSON.parse(body), requestId: '' })
  const refused = await reader.get(`/api/issues/${absent}`)
  const missing = await keeper.get(`/api/issues/${absent}`)
  expect(strip(refused.body)).toEqual(strip(missing.body))
})
