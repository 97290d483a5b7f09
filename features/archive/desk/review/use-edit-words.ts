import type { ReviewEntry } from '../../contract/index.ts'
import { dialogTexts } from './dialog.texts.ts'
import { reviewTexts } from './review.texts.ts'

/** A place something went to brings its own arrow. */
export const arrowBefore = (after: string) => (after.startsWith('→') ? ' ' : ' → ')

/** @returns “改单位：甲县 → 甲县科协” for an entry of the history. */
export function useEditWords(): (entry: ReviewEntry) => string {
  const t = dialogTexts.useTexts()
  const tr = reviewTexts.useTexts()
  return ({ edit, deed, before, after }) => {
    if (!edit) return deed === 'edit' ? '' : tr(`deed.${deed}`)
    const act = t(`edit.${edit.act}`)
    if (before && after) return `${act}：${before}${arrowBefore(after)}${after}`
    return before || after ? `${act}：${before || after}` : act
  }
}
