import { StateTag, useLanguage } from '@jianbao/ui'
import { type AuditEntry, actionWords, outcomeWords, triedWords } from '../../contract/index.ts'
import { auditTexts } from './audit.texts.ts'

/** Programs of the system that act by themselves. */
const programs = ['reader', 'unpacker', 'importer', 'demonstration', 'command-line'] as const

/** Who acted, in words. */
export function useWho(): (entry: Pick<AuditEntry, 'actor' | 'actorName' | 'actorId'>) => string {
  const t = auditTexts.useTexts()
  return ({ actor, actorName, actorId }) => {
    if (actor === 'person') return actorName ?? t('someone')
    const program = programs.find(one => one === actorId)
    return actor === 'system' && program ? t(`system.${program}`) : t(actor)
  }
}

/** What was done to what, as the end of a sentence that begins with who. */
export function useDeed(): (entry: Pick<AuditEntry, 'action' | 'words' | 'outcome'>) => string {
  const t = auditTexts.useTexts()
  const language = useLanguage()
  return ({ action, words, outcome }) => {
    const verb = (outcome === 'done' ? actionWords : triedWords)(action, language)
    if (!words) return verb
    const object = t('object', { words })
    return language === 'zh' ? verb + object : `${verb} ${object}`
  }
}

export function OutcomeTag({ outcome }: Pick<AuditEntry, 'outcome'>) {
  const t = auditTexts.useTexts()
  const language = useLanguage()
  if (outcome === 'done') return <StateTag tone="good">{t('outcome.done')}</StateTag>
  return <StateTag tone="doubt">{t('refusedFor', { reason: outcomeWords(outcome, language) })}</StateTag>
}
