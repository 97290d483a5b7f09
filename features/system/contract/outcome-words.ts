import { catalogue } from '@jianbao/errors'

/** How an action ended: done, or in a few words why it was refused. */
export function outcomeWords(outcome: string, language: 'zh' | 'en'): string {
  if (outcome === 'done') return language === 'zh' ? '完成' : 'done'
  if (outcome === 'not-found') return language === 'zh' ? '无权或不存在' : 'no right, or not there'
  if (!Object.hasOwn(catalogue, outcome)) return outcome
  const text = catalogue[outcome as keyof typeof catalogue][language]
  // The first clause says what happened; what to do about it is not for the trail.
  return text.replace(/\{\w+\}/g, '…').split(/[，。；：:;]|\. /)[0]!
}
