import { faultOf } from './field-faults.ts'
import { formTexts } from './form.texts.ts'
import type { FormTools } from './use-form.ts'

/** The sentence about what is wrong with a field; null when nothing is. */
export function useFaultWords() {
  const t = formTexts.useTexts()
  return ({ faults, draft, campaign }: FormTools, field: string): string | null => {
    const code = faultOf(faults, field)
    if (!code) return null
    if (code !== 'locked') return t(`fault.${code}`)
    const task = campaign?.tasks.find(({ id }) => id === draft.taskId)
    const period = task?.periods.find(({ no }) => no === draft.periodNo)
    const who = campaign?.openers.join('、') ?? ''
    return t('fault.locked', { due: period?.dueDay ?? '', since: period?.lockDay ?? '', who })
  }
}
