import { type TextMark, useProblemText } from '@jianbao/ui'
import { App } from 'antd'
import { useState } from 'react'
import type { Review, ReviewEdit } from '../../contract/index.ts'
import { useDoneWords } from './done-words.ts'
import { openDoubts } from './doubt-walk.ts'
import { type Dialog, type EditAct, intendEdit } from './intend-edit.ts'
import { markOfEdit } from './mark-place.ts'
import { markAfterEdit } from './review.marks.ts'
import { reviewTexts } from './review.texts.ts'
import { Overtaken, type ReviewLine, type Step } from './review-line.ts'
import { useEditWords } from './use-edit-words.ts'
import { type Panes, useHand } from './use-hand.ts'

/** A message is read at a glance; the whole stands in the history. */
const longestNews = 60

type OpenDialog = { readonly of: Dialog; readonly readings: Review['readings'] }

/** What can be done with the thing in hand: settle, correct, take back; each step in its turn. */
export function useDesk(review: Review, line: ReviewLine, panes: Panes) {
  const t = reviewTexts.useTexts()
  const text = useProblemText()
  const editWords = useEditWords()
  const done = useDoneWords(review)
  const { message } = App.useApp()
  const [settling, setSettling] = useState<ReadonlySet<string>>(new Set())
  const [dialog, setDialog] = useState<OpenDialog | null>(null)
  const [busy, setBusy] = useState(0)
  const hand = useHand(review, settling, panes)

  // One message at a time: keys are pressed faster than messages fade.
  const say = (content: string) => void message.info({ key: 'review', content })
  const fail = (error: unknown) =>
    error instanceof Overtaken
      ? void message.warning(t('overtaken', { reason: error.detail }))
      : void message.error(text(error))

  /** Carries a step out when its turn comes and keeps in hand what stands there afterwards. */
  const carryOut = async (plan: (now: Review) => Step | null): Promise<Review | null> => {
    const marksOf = (of: Review) => hand.marksOf(of.readings, hand.now.current.at, openDoubts(of.doubts))
    let held: TextMark | undefined
    setBusy(count => count + 1)
    try {
      const news = await line.run(now => {
        const step = plan(now)
        if (step?.kind === 'edit') held = marksOf(now).find(mark => mark.id === hand.now.current.mark)
        return step
      })
      if (news && held) hand.show(markAfterEdit(marksOf(news), held), hand.now.current.at)
      return news
    } finally {
      setBusy(count => count - 1)
    }
  }

  const act = (name: EditAct) => {
    const intend = (now: Review) => {
      const { at, mark, cursor } = hand.now.current
      const reading = now.readings[at]
      return reading ? intendEdit(name, { at, reading, mark, cursor }) : null
    }
    const intent = intend(review)
    if (!intent) return
    if ('refusal' in intent) say(t(`refusal.${intent.refusal}`))
    else if ('dialog' in intent) setDialog({ of: intent.dialog, readings: review.readings })
    else
      carryOut(now => {
        const then = intend(now)
        return then && 'edit' in then ? { kind: 'edit', edit: then.edit } : null
      }).catch(fail)
  }

  const settle = () => {
    const doubt = hand.doubt ?? hand.doubts.find(each => each.mark !== null && each.mark === hand.mark)
    if (!doubt) return say(t('refusal.noDoubt'))
    const change = (turn: (ids: Set<string>) => void) =>
      setSettling(before => {
        const ids = new Set(before)
        turn(ids)
        return ids
      })
    // Shown at once: settling moves nothing, so that it cannot be wrong about what comes after it.
    change(ids => ids.add(doubt.id))
    const next = hand.next(1, doubt)
    if (next) hand.goTo(next)
    else say(done)
    line
      .run(() => ({ kind: 'edit', edit: { act: 'settle', doubt: doubt.id } }))
      .catch(fail)
      .finally(() => change(ids => ids.delete(doubt.id)))
  }

  const turnBack = async (kind: 'undo' | 'redo') => {
    if (!review.may.includes(kind) && settling.size === 0 && busy === 0)
      return say(t(kind === 'undo' ? 'nothingToUndo' : 'nothingToRedo'))
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
    say(t(kind === 'undo' ? 'undone' : 'redone', { what }))
    const { edit } = entry
    const doubt = edit.act === 'settle' ? news.doubts.find(each => each.id === edit.doubt) : undefined
    if (doubt) return hand.goTo(doubt)
    const mark = markOfEdit(edit)
    hand.hold(null)
    hand.show(mark, 'reading' in edit ? edit.reading : hand.now.current.at)
    if (!mark) return
    hand.showOriginal(mark)
    hand.showStructure(mark)
  }

  return {
    hand,
    act,
    settle,
    turnBack,
    carryOut,
    fail,
    say,
    walk(step: 1 | -1) {
      const next = hand.next(step) ?? hand.doubts[0]
      if (next) hand.goTo(next)
      else say(done)
    },
    dialog: dialog?.of ?? null,
    closeDialog: () => setDialog(null),
    /** A dialogue speaks of places as they were when it was opened. @throws Overtaken when they have moved. */
    async sendDialog(edit: ReviewEdit): Promise<void> {
      const news = await carryOut(now => (now.readings === dialog?.readings ? { kind: 'edit', edit } : null))
      if (!news) throw new Overtaken(t('movedMeanwhile'))
    },
    busy: busy > 0,
  }
}
