import { ScoringRules } from '@jianbao/scoring/contract'
import type { TSchema } from 'typebox'
import {
  type Pack,
  PackCampaign,
  PackCommitments,
  PackLedgers,
  type PackProblem,
  PackReminders,
  PackReporting,
  PackTasks,
} from '../../contract/index.ts'
import { checkPack } from './check-pack.ts'
import { checkShape } from './check-shape.ts'
import { checkTexts } from './check-texts.ts'
import { defaultReporting } from './default-reporting.ts'
import {
  type PackFile,
  type PackReading,
  type PackSource,
  type ParsedFile,
  type PlacedComplaint,
  packFiles,
} from './pack.types.ts'
import { parseYaml } from './parse-yaml.ts'
import { placeWords } from './place-words.ts'

const schemas: Readonly<Record<PackFile, TSchema>> = {
  'campaign.yaml': PackCampaign,
  'tasks.yaml': PackTasks,
  'reporting.yaml': PackReporting,
  'scoring.yaml': ScoringRules,
  'ledgers.yaml': PackLedgers,
  'commitments.yaml': PackCommitments,
  'reminders.yaml': PackReminders,
}
/** More at once nobody mends at once. */
const mostProblems = 100

/** Reads the files of a pack; with any fault there is no pack, and all faults are told together. */
export function readPack({ files, problems: given }: PackSource): PackReading {
  const problems: PackProblem[] = [...given]
  const parsed = new Map<PackFile, ParsedFile>()
  if (!files.has('campaign.yaml'))
    problems.push({ code: 'no-campaign', file: 'campaign.yaml', line: null, place: '', details: {} })
  for (const file of packFiles) {
    const bytes = files.get(file)
    if (!bytes) continue
    const outcome = parseYaml(file, bytes)
    if ('locate' in outcome) parsed.set(file, outcome)
    else problems.push(...outcome)
  }
  const complain: PlacedComplaint = (file, path, code, details = {}) => {
    const { value, locate } = parsed.get(file) ?? { value: null, locate: () => null }
    return { code, file, line: locate(path), place: placeWords(path, value), details }
  }
  for (const [file, { value, locate }] of parsed) {
    for (const { path, atKey, code, details } of checkShape(schemas[file], value))
      problems.push({ ...complain(file, path, code, details), line: locate(path, atKey) })
    checkTexts(value, (path, code) => problems.push(complain(file, path, code)))
  }
  if (problems.length) return { pack: null, problems: fewest(problems) }
  const pack = assemble(parsed)
  checkPack(
    pack,
    (...what) => problems.push(complain(...what)),
    file => parsed.get(file)?.locate,
  )
  if (problems.length) return { pack: null, problems: fewest(problems) }
  return { pack, problems: [], complain }
}

function assemble(parsed: ReadonlyMap<PackFile, ParsedFile>): Pack {
  const read = (file: PackFile): unknown => parsed.get(file)?.value
  return {
    campaign: read('campaign.yaml') as Pack['campaign'],
    tasks: (read('tasks.yaml') as { tasks: Pack['tasks'] } | undefined)?.tasks ?? [],
    reporting: (read('reporting.yaml') as Pack['reporting'] | undefined) ?? defaultReporting,
    commitments:
      (read('commitments.yaml') as { commitments: Pack['commitments'] } | undefined)?.commitments ?? [],
    reminders: (read('reminders.yaml') as Pack['reminders'] | undefined) ?? null,
    scoring: (read('scoring.yaml') as Pack['scoring'] | undefined) ?? null,
    ledgers: (read('ledgers.yaml') as { ledgers: Pack['ledgers'] } | undefined)?.ledgers ?? [],
  }
}

function fewest(problems: readonly PackProblem[]): PackProblem[] {
  const order = (file: string) => (packFiles as readonly string[]).indexOf(file)
  const sorted = [...problems].sort((a, b) => order(a.file) - order(b.file) || (a.line ?? 0) - (b.line ?? 0))
  if (sorted.length <= mostProblems) return sorted
  const rest = sorted.length - mostProblems
  const last = sorted[mostProblems]!
  return [
    ...sorted.slice(0, mostProblems),
    { code: 'more-problems', file: last.file, line: null, place: '', details: { count: rest } },
  ]
}
