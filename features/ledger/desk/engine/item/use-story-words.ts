import type { ItemStepRecord, LedgerItem } from '../../../contract/index.ts'
import { itemTexts } from './item.texts.ts'
import { originLink } from './origin-link.ts'

type Words = ReturnType<typeof itemTexts.useTexts>
type Told = Pick<ItemStepRecord, 'action' | 'details'>
type From = Pick<LedgerItem, 'origin' | 'taskId'>

const text = (value: unknown): string | null =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : null
const list = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter(one => typeof one === 'string') : []

const plain = [
  'submit',
  'approve',
  'reject',
  'dispatch',
  'acknowledge',
  'decline',
  'feedback',
  'return',
  'close',
  'settle',
  'cancel',
  'unflag',
  'conclude',
] as const
const missives = ['supervision', 'circular', 'reminder'] as const
/** Several keys of what is sent are one thing to whoever reads. */
const fieldWord = {
  title: 'title',
  problem: 'problem',
  measure: 'measure',
  basis: 'basis',
  target: 'target',
  ownerId: 'owner',
  ownerName: 'owner',
  leaderName: 'leader',
  keeperId: 'keeper',
  leadId: 'parties',
  assistIds: 'parties',
  budget: 'budget',
  startDay: 'startDay',
  dueDay: 'dueDay',
  milestones: 'milestones',
} as const

/** What was done, in the words of an office: `填报进展，已办 60%`. What nobody has words for yet is no raw key. */
export function storyWords(t: Words, { action, details }: Told, from?: From): string {
  const said = details ?? {}
  const [to, owner, withdrawn] = [text(said['to']), text(said['owner']), text(said['withdrawn'])]
  const proof = [...list(said['reports']), ...list(said['files'])].join(t('comma'))
  switch (action) {
    case 'propose': {
      const origin = from ? originLink(from) : null
      return origin ? t('step.proposeFrom', { origin: t(`origin.${origin.words}`) }) : t('step.propose')
    }
    case 'hand':
      return owner ? t('step.handTo', { name: owner }) : t('step.hand')
    case 'decompose':
      return t('step.decompose', { count: text(said['parts']) ?? '' })
    case 'progress': {
      const percent = text(said['percent'])
      return percent === null ? t('step.progress') : t('step.progressTo', { percent })
    }
    case 'prove':
      if (withdrawn) return t('step.withdrawNamed', { name: withdrawn })
      return proof ? t('step.proveNamed', { name: proof }) : t('step.prove')
    case 'extend':
      return to ? t('step.extendTo', { to }) : t('step.extend')
    case 'decide':
      if (said['granted'] === false) return t('step.refused')
      return to ? t('step.granted', { to }) : t('step.decide')
    case 'reopen':
      return to ? t('step.reopenTo', { to }) : t('step.reopen')
    case 'edit':
    case 'amend': {
      const fields = fieldWords(t, list(said['fields']))
      return fields ? t(`step.${action}Fields`, { fields }) : t(`step.${action}`)
    }
    case 'missive': {
      const kind = missives.find(one => one === said['kind'])
      const number = text(said['number']) ?? ''
      return kind ? t('step.missiveOf', { kind: t(`missive.${kind}`), number }) : t('step.missive')
    }
    default: {
      const known = plain.find(one => one === action)
      return known ? t(`step.${known}`) : t('step.other')
    }
  }
}

function fieldWords(t: Words, names: readonly string[]): string {
  const known = (Object.keys(fieldWord) as (keyof typeof fieldWord)[]).filter(key => names.includes(key))
  return [...new Set(known.map(key => t(`field.${fieldWord[key]}`)))].join(t('comma'))
}

export function useStoryWords(): (step: Told, from?: From) => string {
  const t = itemTexts.useTexts()
  return (step, from) => storyWords(t, step, from)
}
