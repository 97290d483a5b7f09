import { type TextMark, useProblemText } from '@jianbao/ui'
import { App } from 'antd'
import { type RefObject, useCallback, useMemo, useRef, useState } from 'react'
import type { Doubt, Review, ReviewEdit } from '../../contract/index.ts'
import { archiveTexts } from '../archive.texts.ts'
import { useLit } from '../use-lit.ts'
import { type DoubtOrder, inOrder, openDoubts, stepDoubt } from './doubt-walk.ts'
import { type Dialog, type EditAct, intendEdit } from './intend-edit.ts'
import { markOfEdit } from './mark-place.ts'
import { markAfterEdit, reviewMarks } from './review.marks.ts'
import { reviewTexts } from './review.texts.ts'
import { Overtaken, type ReviewLine, type Step } from './review-line.ts'
import { useEditWords } from './use-edit-words.ts'

/** A message is read at a glance; the whole stands in the history. */
const longestNews = 60

type Box = RefObject<HTMLDivElement | null>
type DeskProps = {
  readonly review: Review
  readonly line: ReviewLine
  readonly original: Box
  readonly structure: Box
}

/** The thing in hand, the doubt in hand, and what can be done with them. */
export function useDesk({ review, line, original, structure }: DeskProps) {
  const t = reviewTexts.useTexts()
  const ta = archiveTexts.useTexts()
  const text = useProblemText()
  const editWords = useEditWords()
  const { message } = App.useApp()
  const { lit, pinned, point, pin, jump } = useLit()
  const [at, setAt] = useState(0)
  const [order, setOrder] = useState<DoubtOrder>('unsure')
  const [doubtId, setDoubtId] = useState<string | null>(null)
  const [settling, setSettling] = useState<ReadonlySet<string>>(new Set())
  const [dialog, setDialog] = useState<Dialog | null>(null)
  const [busy, setBusy] = useState(0)
  // What the next step in the line speaks of, also before the page was drawn anew.
  const hand = useRef<{ at: number; mark: string | null; cursor: number | null; doubtAt: number }>({
    at: 0,
    mark: null,
    cursor: null,
    doubtAt: 0,
  })

  const doubts = useMemo(() => inOrder(review.doubts, order), [review.doubts, order])
  const open = useMemo(() => openDoubts(doubts, settling), [doubts, settling])
  const marksOf = useCallback(
    (of: Review, reading: number, left: readonly Doubt[]): TextMark[] => {
      const here = of.readings[reading]
      if (!here) return []
      return reviewMarks(
        here,
        left.filter(doubt => doubt.reading === reading),
        noise => `${ta('kind.noise')}：${ta(`noise.${noise.reason}`)}`,
      )
    },
    [ta],
  )
  const marks = useMemo(
    () => marksOf({ readings: review.readings } as Review, at, open),
    [marksOf, review.readings, at, open],
  )

  const show = useCallback(
    (mark: string | null, reading: number) => {
      hand.current = { ...hand.current, mark, at: reading, cursor: null }
      setAt(reading)
      pin(mark)
    },
    [pin],
  )
  /** What stands in the original for a thing: a fact that is not printed has its event there. */
  const printed = (mark: string) =>
    marks.some(each => each.id === mark) ? mark : mark.replace(/\.[udpf]\d+$/, '')
  const goTo = (doubt: Doubt) => {
    hand.current.doubtAt = doubts.indexOf(doubt)
    setDoubtId(doubt.id)
    // A dialogue gives the focus back where it was: not to a thing that is no longer in hand.
    const { activeElement } = document
    if (activeElement instanceof HTMLElement && structure.current?.contains(activeElement))
      activeElement.blur()
    show(doubt.mark ?? doubt.id, doubt.reading)
    jump(original, doubt.id)
    if (doubt.mark) jump(structure, doubt.mark)
  }
  /** Something was clicked or walked to; `cursor` is where in its text. */
  const pick = (mark: string, cursor: number | null = null) => {
    const doubt = open.find(each => each.reading === at && (each.id === mark || each.mark === mark))
    show(doubt?.mark ?? mark, at)
    hand.current.cursor = cursor
    setDoubtId(doubt?.id ?? null)
    if (doubt) hand.current.doubtAt = doubts.indexOf(doubt)
  }
  const walk = (step: 1 | -1) => {
    const isOpen = (doubt: Doubt) => open.includes(doubt)
    const next = stepDoubt(doubts, isOpen, doubtId, hand.current.doubtAt, step) ?? open[0]
    if (next) goTo(next)
    else void message.info({ key: 'review', content: t('doubtsDone') })
  }

  const fail = (error: unknown) =>
    error instanceof Overtaken
      ? void message.warning(t('overtaken', { reason: error.detail }))
      : void message.error(text(error))

  /** Carries a step out when its turn comes and keeps in hand what stands there afterwards. */
  const carryOut = async (plan: (now: Review) => Step | null): Promise<Review | null> => {
    let held: TextMark | undefined
    setBusy(count => count + 1)
    try {
      const news = await line.run(now => {
        const step = plan(now)
        if (step?.kind === 'edit')
          held = marksOf(now, hand.current.at, openDoubts(now.doubts)).find(
            mark => mark.id === hand.current.mark,
          )
        return step
      })
      if (news && held) {
        const after = marksOf(news, hand.current.at, openDoubts(news.doubts))
        show(markAfterEdit(after, held), hand.current.at)
      }
      return news
    } finally {
      setBusy(count => count - 1)
    }
  }
  const sendEdit = async (edit: ReviewEdit): Promise<void> => {
    await carryOut(() => ({ kind: 'edit', edit }))
  }

  const act = (name: EditAct) => {
    const intend = (now: Review) => {
      const { at: reading, mark, cursor } = hand.current
      const here = now.readings[reading]
      return here ? intendEdit(name, { at: reading, reading: here, mark, cursor }) : null
    }
    const intent = intend(review)
    if (!intent) return
    if ('refusal' in intent) void message.info({ key: 'review', content: t(`refusal.${intent.refusal}`) })
    else if ('dialog' in intent) setDialog(intent.dialog)
    else
      carryOut(now => {
        const then = intend(now)
        return then && 'edit' in then ? { kind: 'edit', edit: then.edit } : null
      }).catch(fail)
  }

  const settle = () => {
    const doubt = open.find(each => each.id === doubtId) ?? open.find(each => each.mark === pinned)
    if (!doubt) return void message.info({ key: 'review', content: t('refusal.noDoubt') })
    const left = (change: (ids: Set<string>) => void) =>
      setSettling(before => {
        const ids = new Set(before)
        change(ids)
        return ids
      })
    left(ids => ids.add(doubt.id))
    const next = stepDoubt(doubts, each => each !== doubt && open.includes(each), doubt.id, 0, 1)
    if (next) goTo(next)
    else void message.success({ key: 'review', content: t('doubtsDone') })
    line
      .run(() => ({ kind: 'edit', edit: { act: 'settle', doubt: doubt.id } }))
      .catch(fail)
      .finally(() => left(ids => ids.delete(doubt.id)))
  }

  const turnBack = async (kind: 'undo' | 'redo') => {
    if (!review.may.includes(kind) && settling.size === 0 && busy === 0)
      return void message.info({
        key: 'review',
        content: t(kind === 'undo' ? 'nothingToUndo' : 'nothingToRedo'),
      })
    let before: Review | undefined
    const news = await carryOut(now => {
      before = now
      return now.may.includes(kind) ? { kind } : null
    }).catch(fail)
    if (!news) return
    const undone = new Map(before?.history.map(entry => [entry.seq, entry.undone]))
    const entry = news.history.find(
      each => each.edit && each.undone !== (undone.get(each.seq) ?? each.undone),
    )
    if (!entry?.edit) return
    const words = editWords(entry)
    const what = words.length > longestNews ? `${words.slice(0, longestNews)}…` : words
    void message.info({ key: 'review', content: t(kind === 'undo' ? 'undone' : 'redone', { what }) })
    const { edit } = entry
    const doubt = edit.act === 'settle' ? news.doubts.find(each => each.id === edit.doubt) : undefined
    const mark = doubt ? (doubt.mark ?? doubt.id) : markOfEdit(edit)
    const reading = 'reading' in edit ? edit.reading : (doubt?.reading ?? hand.current.at)
    setDoubtId(doubt?.id ?? null)
    show(mark, reading)
    if (!mark) return
    jump(original, printed(mark))
    jump(structure, mark)
  }

  return {
    at,
    marks,
    lit,
    mark: pinned,
    point,
    pick,
    printed,
    jump,
    openReading: (reading: number) => show(null, reading),
    doubts: open,
    doubt: open.find(each => each.id === doubtId) ?? null,
    order,
    setOrder,
    goTo,
    walk,
    settle,
    act,
    turnBack,
    sendEdit,
    carryOut,
    fail,
    dialog,
    closeDialog: () => setDialog(null),
    busy: busy > 0,
  }
}
