/** Real sentences fill the form: how much of what people labelled is proposed, and how much of what is proposed is right. */
import { existsSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { labelledPastes } from './labelled-pastes.fixture.ts'
import { type Field, fields, scoreProposals } from './score-proposals.fixture.ts'

// Real bulletins lie beside the repository, never in it; without them the invented ones have to do.
const shared = new URL('../../../../../shared/', import.meta.url)
const here = (folder: string): URL => new URL(`../../../../${folder}/`, import.meta.url)
const beside = existsSync(new URL('seeds/', shared)) && existsSync(new URL('gold/', shared))

const labels = (folder: URL): URL[] =>
  readdirSync(folder)
    .filter(name => name.endsWith('.gold.json'))
    .map(name => new URL(name, folder))
const real = beside
  ? labels(new URL('gold/', shared)).flatMap(gold =>
      labelledPastes(gold, new URL('seeds/', shared), '2021-05-20'),
    )
  : []
const invented = [here('demo/archive'), here('packages/intake/gold')].flatMap(folder =>
  labels(folder).flatMap(gold => labelledPastes(gold, folder, '2022-05-20')),
)

/** Least precision and recall; types and measures are the reader's finest, which a pack's words only make better. */
type Least = Record<Field, readonly [precision: number, recall: number]>
const leastReal: Least = {
  title: [1, 1],
  days: [1, 1],
  units: [0.96, 0.96],
  type: [0.75, 0.7],
  place: [0.9, 0.8],
  figures: [1, 0.93],
  measures: [1, 0.93],
  ownFirst: [1, 1],
  spans: [1, 1],
}
const leastInvented: Least = {
  ...leastReal,
  days: [0.95, 0.95],
  units: [0.98, 0.95],
  type: [0.72, 0.6],
  figures: [0.98, 0.96],
  measures: [0.82, 0.8],
}

test.each([
  ['real bulletins', real, leastReal, beside],
  ['invented bulletins', invented, leastInvented, true],
] as const)('%s, item by item', (name, pastes, least, there) => {
  if (!there) return console.info(`${name}: not beside this repository`)
  const { scores } = scoreProposals(pastes)
  const share = (part: number, of: number): number => Math.round((1000 * part) / Math.max(1, of)) / 1000
  const lines = fields.map(field => {
    const { right, proposed, labelled } = scores[field]
    return { field, precision: share(right, proposed), recall: share(right, labelled), labelled }
  })
  console.info(
    [
      `${name}: ${pastes.length} texts`,
      ...lines.map(line => `  ${line.field} P ${line.precision} R ${line.recall} of ${line.labelled}`),
    ].join('\n'),
  )
  expect(pastes.length).toBeGreaterThan(20)
  for (const { field, precision, recall } of lines) {
    expect(precision, `precision of ${field}`).toBeGreaterThanOrEqual(least[field][0])
    expect(recall, `recall of ${field}`).toBeGreaterThanOrEqual(least[field][1])
  }
})
