import type { TextMark } from '@jianbao/ui'
import { type RefObject, useCallback, useMemo, useRef, useState } from 'react'
import type { Doubt, Review } from '../../contract/index.ts'
import { archiveTexts } from '../archive.texts.ts'
import { useLit } from '../use-lit.ts'
import { type DoubtOrder, inOrder, openDoubts, stepDoubt } from './doubt-walk.ts'
import { reviewMarks } from './review.marks.ts'

type Box = RefObject<HTMLDivElement | null>
export type Panes = { readonly original: Box; readonly structure: Box }

/** The thing in hand and the doubt in hand: lit on both sides, brought into sight, walked from one to the next. */
export function useHand(review: Review, settling: ReadonlySet<string>, { original, structure }: Panes) {
  const ta = archiveTexts.useTexts()
  const { lit, pinned, point, pin, jump } = useLit()
  const [at, setAt] = useState(0)
  const [order, setOrder] = useState<DoubtOrder>('unsure')
  const [doubtId, setDoubtId] = useState<string | null>(null)
  // What the next step in the line speaks of, also before the page was drawn anew.
  const hand = useRef<{ at: number; mark: string | null; cursor: number | null; doubtAt: number }>({
    at: 0,
    mark: null,
    cursor: null,
    doubtAt: 0,
  })

  const ordered = useMemo(() => inOrder(review.doubts, order), [review.doubts, order])
  const doubts = useMemo(() => openDoubts(ordered, settling), [ordered, settling])
  const marksOf = useCallback(
    (readings: Review['readings'], reading: number, open: readonly Doubt[]): TextMark[] => {
      const here = readings[reading]
      if (!here) return []
      return reviewMarks(
        here,
        open.filter(doubt => doubt.reading === reading),
        noise => `${ta('kind.noise')}：${ta(`noise.${noise.reason}`)}`,
      )
    },
    [ta],
  )
  const marks = useMemo(() => marksOf(review.readings, at, doubts), [marksOf, review.readings, at, doubts])

  const show = (mark: string | null, reading: number) => {
    hand.current = { ...hand.current, mark, at: reading, cursor: null }
    setAt(reading)
    pin(mark)
  }
  /** What stands in the original for a thing: a fact that is not printed has its event there. */
  const printed = (mark: string) =>
    marks.some(each => each.id === mark) ? mark : mark.replace(/\.[udpf]\d+$/, '')
  const showOriginal = (mark: string) => jump(original, printed(mark))
  const showStructure = (mark: string) => jump(structure, mark)
  const hold = (doubt: Doubt | null) => {
    setDoubtId(doubt?.id ?? null)
    if (doubt) hand.current.doubtAt = ordered.findIndex(each => each.id === doubt.id)
  }
  const goTo = (doubt: Doubt) => {
    hold(doubt)
    // A dialogue gives the focus back where it was: not to a thing that is no longer in hand.
    const { activeElement } = document
    if (activeElement instanceof HTMLElement && structure.current?.contains(activeElement))
      activeElement.blur()
    show(doubt.mark ?? doubt.id, doubt.reading)
    jump(original, doubt.id)
    if (doubt.mark) showStructure(doubt.mark)
  }
  return {
    at,
    lit,
    point,
    mark: pinned,
    marks,
    marksOf,
    /** Where steps read what they speak of when their turn comes. */
    now: hand,
    /** Open doubts in walking order. */
    doubts,
    doubt: doubts.find(each => each.id === doubtId) ?? null,
    order,
    setOrder,
    show,
    showOriginal,
    showStructure,
    hold,
    goTo,
    /** Something was clicked or walked to; `cursor` is where in its text. */
    pick(mark: string, cursor: number | null = null) {
      const doubt = doubts.find(each => each.reading === at && (each.id === mark || each.mark === mark))
      show(doubt?.mark ?? mark, at)
      hand.current.cursor = cursor
      hold(doubt ?? null)
    },
    /** @returns the next open doubt from the one in hand, null when there is no other. */
    next: (step: 1 | -1, but?: Doubt) =>
      stepDoubt(ordered, each => each !== but && doubts.includes(each), doubtId, hand.current.doubtAt, step),
  }
}
