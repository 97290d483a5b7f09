/** The page about packs names every key there is. */
import { readFileSync } from 'node:fs'
import { ScoringRules } from '@jianbao/scoring/contract'
import type { TSchema } from 'typebox'
import { expect, test } from 'vitest'
import { PackCampaign, PackCommitments, PackReminders, PackReporting, PackTasks } from './pack.schema.ts'

const page = readFileSync(new URL('../../../docs/campaign-pack.md', import.meta.url), 'utf8')
const files = {
  'campaign.yaml': PackCampaign,
  'tasks.yaml': PackTasks,
  'reporting.yaml': PackReporting,
  'commitments.yaml': PackCommitments,
  'reminders.yaml': PackReminders,
  'scoring.yaml': ScoringRules,
}

type Shape = {
  readonly properties?: Readonly<Record<string, TSchema>>
  readonly items?: TSchema
  readonly anyOf?: readonly TSchema[]
}
function keysOf(schema: TSchema): string[] {
  const { properties = {}, items, anyOf = [] } = schema as Shape
  return [
    ...Object.entries(properties).flatMap(([key, one]) => [key, ...keysOf(one)]),
    ...(items ? keysOf(items) : []),
    ...anyOf.flatMap(keysOf),
  ]
}

test.each(Object.entries(files))('%s', (file, schema) => {
  const from = page.indexOf(`## \`${file}\``)
  expect(from).toBeGreaterThan(0)
  const next = page.indexOf('\n## ', from + 3)
  const part = page.slice(from, next === -1 ? undefined : next)
  const missing = [...new Set(keysOf(schema))].filter(key => !part.includes(`\`${key}\``))
  expect(missing).toEqual([])
  expect(keysOf(schema).length).toBeGreaterThan(4)
})
