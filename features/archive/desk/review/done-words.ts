import { usePhone } from '@jianbao/ui'
import type { Review } from '../../contract/index.ts'
import { reviewTexts } from './review.texts.ts'

/** @returns what is said where no doubt is left: only who may accept is told to, and a phone has no keys. */
export function useDoneWords({ doubts, may }: Pick<Review, 'doubts' | 'may'>): string {
  const t = reviewTexts.useTexts()
  const phone = usePhone()
  const state = t(doubts.length > 0 ? 'doubtsSettled' : 'doubtsNone')
  return t(may.includes('edit') ? (phone ? 'mayAcceptPhone' : 'mayAccept') : 'mayNotAccept', { state })
}
