/** What the schema cannot say: days that exist, keys that lead somewhere, tasks that bind somebody. */
import { activityTypes, figureMeasures } from '@jianbao/intake/contract'
import { storableDay } from '@jianbao/platform/db'
import type { Pack, PackTask } from '../../contract/index.ts'
import { checkKinds, checkKnown } from './check-keys.ts'
import { checkLedgers } from './check-ledgers.ts'
import { checkScoring } from './check-scoring.ts'
import { hintOf } from './check-shape.ts'
import type { Complain, Locate, PackFile, Path } from './pack.types.ts'

const longestYears = 3

/** Says all that does not fit together in a pack whose files have their shapes. */
export function checkPack(
  pack: Pack,
  complain: Complain,
  locate: (file: PackFile) => Locate | undefined,
): void {
  checkCampaign(pack, complain)
  checkIds(pack, complain, locate)
  pack.tasks.forEach((task, at) => {
    checkTask(pack, task, ['tasks', at], complain)
  })
  checkReporting(pack, complain)
  checkCommitments(pack, complain)
  checkReminders(pack, complain)
  checkScoring(pack, complain)
  checkLedgers(pack, complain)
}

function checkCampaign({ campaign }: Pack, complain: Complain): void {
  const file = 'campaign.yaml'
  const whole = checkSpan(campaign, file, [], complain)
  const years = Number(campaign.to.slice(0, 4)) - Number(campaign.from.slice(0, 4))
  if (whole && years >= longestYears) complain(file, ['to'], 'campaign-long', { limit: longestYears })
  campaign.stages?.forEach((stage, at) => {
    const path = ['stages', at]
    if (!checkSpan(stage, file, path, complain) || !whole) return
    for (const end of ['from', 'to'] as const)
      checkWithin(campaign, stage[end], file, [...path, end], complain)
  })
  campaign.groups?.forEach((group, at) => {
    checkTwice(group.units, file, ['groups', at, 'units'], complain)
  })
}

type Span = { readonly from: string; readonly to: string }

/** Whether both days exist, the second not before the first. */
function checkSpan(span: Span, file: PackFile, path: Path, complain: Complain): boolean {
  const real = [...(['from', 'to'] as const)].filter(end =>
    checkDay(span[end], file, [...path, end], complain),
  )
  if (real.length < 2) return false
  if (span.from <= span.to) return true
  complain(file, [...path, 'to'], 'ends-before', { from: span.from, to: span.to })
  return false
}

function checkDay(day: string, file: PackFile, path: Path, complain: Complain): boolean {
  if (storableDay(day)) return true
  complain(file, path, 'day-impossible', { value: day })
  return false
}

function checkWithin({ from, to }: Span, day: string, file: PackFile, path: Path, complain: Complain): void {
  // A month lies within when the campaign runs in it.
  if (day >= from.slice(0, day.length) && day <= to.slice(0, day.length)) return
  complain(file, path, 'outside-campaign', { value: day, from, to })
}

function checkTwice(
  values: readonly (string | number)[],
  file: PackFile,
  path: Path,
  complain: Complain,
): void {
  values.forEach((value, at) => {
    if (values.indexOf(value) < at) complain(file, [...path, at], 'twice', { value })
  })
}

type Listed = readonly [PackFile, string, readonly { readonly id: string }[] | undefined]

function checkIds(pack: Pack, complain: Complain, locate: (file: PackFile) => Locate | undefined): void {
  const { campaign, reporting } = pack
  const lists: Listed[] = [
    ['campaign.yaml', 'stages', campaign.stages],
    ['campaign.yaml', 'groups', campaign.groups],
    ['tasks.yaml', 'tasks', pack.tasks],
    ['reporting.yaml', 'types', reporting.types],
    ['reporting.yaml', 'measures', reporting.measures],
    ['reporting.yaml', 'columns', reporting.columns],
    ['commitments.yaml', 'commitments', pack.commitments],
    ['ledgers.yaml', 'ledgers', pack.ledgers],
  ]
  for (const [file, list, entries = []] of lists)
    entries.forEach(({ id }, at) => {
      const first = entries.findIndex(entry => entry.id === id)
      if (first === at) return
      const other = locate(file)?.([list, first, 'id']) ?? 0
      complain(file, [list, at, 'id'], 'id-twice', { value: id, other })
    })
}

type Binding = { readonly kinds?: readonly string[]; readonly groups?: readonly string[] }

function checkBinding(pack: Pack, bound: Binding, file: PackFile, path: Path, complain: Complain): void {
  const { kinds = [], groups = [] } = bound
  if (!kinds.length && !groups.length) complain(file, path, 'binds-nobody')
  checkKinds(kinds, file, [...path, 'kinds'], complain)
  checkTwice(kinds, file, [...path, 'kinds'], complain)
  checkTwice(groups, file, [...path, 'groups'], complain)
  const known = (pack.campaign.groups ?? []).map(group => group.id)
  checkKnown(groups, known, 'group-unknown', file, [...path, 'groups'], complain)
}

function checkTask(pack: Pack, task: PackTask, path: Path, complain: Complain): void {
  const file = 'tasks.yaml'
  const { campaign, reporting } = pack
  const stages = (campaign.stages ?? []).map(stage => stage.id)
  if (task.stage !== undefined && !stages.includes(task.stage))
    complain(file, [...path, 'stage'], 'stage-unknown', { value: task.stage, ...hintOf(task.stage, stages) })
  checkBinding(pack, task, file, path, complain)
  checkDeadline(pack, task, [...path, 'deadline'], complain)
  const types = reporting.types.map(type => type.id)
  checkKnown(task.done.types, types, 'type-unknown', file, [...path, 'done', 'types'], complain)
  checkTwice(task.done.types ?? [], file, [...path, 'done', 'types'], complain)
  const { imported } = task
  if (!imported) return
  checkKnown(imported.types, types, 'type-unknown', file, [...path, 'imported', 'types'], complain)
  if (!imported.types?.length && !imported.words?.length)
    complain(file, [...path, 'imported'], 'proves-anything')
}

function checkDeadline({ campaign }: Pack, { deadline }: PackTask, path: Path, complain: Complain): void {
  const file = 'tasks.yaml'
  if (!('day' in deadline)) {
    const { from, to } = deadline
    if (from > to) complain(file, [...path, 'to'], 'ends-before', { from, to })
    for (const end of ['from', 'to'] as const)
      checkWithin(campaign, deadline[end], file, [...path, end], complain)
    return
  }
  const { day, from } = deadline
  if (checkDay(day, file, [...path, 'day'], complain))
    checkWithin(campaign, day, file, [...path, 'day'], complain)
  if (from === undefined || !checkDay(from, file, [...path, 'from'], complain)) return
  checkWithin(campaign, from, file, [...path, 'from'], complain)
  if (from > day) complain(file, [...path, 'day'], 'ends-before', { from, to: day })
}

function checkReporting({ reporting }: Pack, complain: Complain): void {
  const file = 'reporting.yaml'
  reporting.types.forEach(({ reads = [], words = [] }, at) => {
    reads.forEach((value, place) => {
      if (!(activityTypes as readonly string[]).includes(value))
        complain(file, ['types', at, 'reads', place], 'reader-type-unknown', {
          ...{ value, choices: activityTypes.join('、') },
          ...hintOf(value, activityTypes),
        })
    })
    checkTwice(reads, file, ['types', at, 'reads'], complain)
    checkTwice(words, file, ['types', at, 'words'], complain)
  })
  reporting.measures.forEach(({ reads, units }, at) => {
    checkTwice(units, file, ['measures', at, 'units'], complain)
    if (reads === undefined || (figureMeasures as readonly string[]).includes(reads)) return
    complain(file, ['measures', at, 'reads'], 'reader-measure-unknown', {
      ...{ value: reads, choices: figureMeasures.join('、') },
      ...hintOf(reads, figureMeasures),
    })
  })
}

function checkCommitments(pack: Pack, complain: Complain): void {
  const file = 'commitments.yaml'
  pack.commitments.forEach((commitment, at) => {
    const path = ['commitments', at]
    checkBinding(pack, commitment, file, path, complain)
    const { until } = commitment
    if (checkDay(until, file, [...path, 'until'], complain))
      checkWithin(pack.campaign, until, file, [...path, 'until'], complain)
  })
}

function checkReminders({ reminders }: Pack, complain: Complain): void {
  if (!reminders) return
  const file = 'reminders.yaml'
  checkTwice(reminders.before, file, ['before'], complain)
  const { at, quiet } = reminders
  if (!quiet) return
  const { from, to } = quiet
  const silent = from <= to ? at >= from && at < to : at >= from || at < to
  if (silent) complain(file, ['at'], 'quiet-at', { value: at, from, to })
}
