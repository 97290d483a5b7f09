import type { ItemStepRecord } from '../../../contract/index.ts'
import { itemTexts } from './item.texts.ts'

const text = (value: unknown): string | null =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : null
const list = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter(one => typeof one === 'string') : []

const plain = [
  'propose',
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
  'flag',
  'conclude',
  'decomposed',
  'missive',
  'urge',
] as const
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
  leadId: 'parties',
  assistIds: 'parties',
  budget: 'budget',
  startDay: 'startDay',
  dueDay: 'dueDay',
  milestones: 'milestones',
} as const

/** @returns what was done, in the words of an office: `填报进展，已办 60%`. */
export function useStoryWords(): (step: ItemStepRecord) => string {
  const t = itemTexts.useTexts()
  const fieldWords = (names: readonly string[]) => {
    const known = (Object.keys(fieldWord) as (keyof typeof fieldWord)[]).filter(key => names.includes(key))
    return [...new Set(known.map(key => t(`field.${fieldWord[key]}`)))].join('、')
  }
  return ({ action, details }) => {
    const said = details ?? {}
    const [to, owner, withdrawn] = [text(said['to']), text(said['owner']), text(said['withdrawn'])]
    const proof = [...list(said['reports']), ...list(said['files'])].join('、')
    switch (action) {
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
        const changed = fieldWords(list(said['fields']))
        return changed ? t(`step.${action}Fields`, { fields: changed }) : t(`step.${action}`)
      }
      default: {
        const known = plain.find(one => one === action)
        return known ? t(`step.${known}`) : t('step.other')
      }
    }
  }
}
