import { usePhone } from '@jianbao/ui'
import { App } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Review } from '../../contract/index.ts'
import { archiveTexts } from '../archive.texts.ts'
import { useDoubtWords } from '../doubt-words.ts'
import readingStyles from '../reading.module.css'
import { StructurePanel } from '../structure-panel.tsx'
import { TabRow } from '../tab-row.tsx'
import { ActionBar } from './action-bar.tsx'
import { clickedOffset } from './clicked-offset.ts'
import { useDoneWords } from './done-words.ts'
import { DoubtList } from './doubt-list.tsx'
import { HistoryDrawer } from './history-drawer.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import { OriginalPane } from './original-pane.tsx'
import { type ReviewAct, reviewActs } from './review.keys.ts'
import { reviewTexts } from './review.texts.ts'
import { ReviewDialog } from './review-dialog.tsx'
import type { ReviewLine } from './review-line.ts'
import { useDesk } from './use-desk.ts'
import { useReviewKeys } from './use-review-keys.ts'

type ReviewDeskProps = {
  readonly review: Review
  readonly line: ReviewLine
  readonly onAccept: (openDoubts: number) => void
}

type Pane = 'original' | 'structure'
const always: readonly ReviewAct[] = ['next', 'previous', 'history', 'keys']

/** Original and structure side by side, every key beside its button, what is in hand lit on both sides. */
export function ReviewDesk({ review, line, onAccept }: ReviewDeskProps) {
  const t = reviewTexts.useTexts()
  const ta = archiveTexts.useTexts()
  const phone = usePhone()
  const done = useDoneWords(review)
  const doubtWords = useDoubtWords()
  const { modal } = App.useApp()
  const original = useRef<HTMLDivElement>(null)
  const structure = useRef<HTMLDivElement>(null)
  const [pane, setPane] = useState<Pane>('structure')
  const [sheet, setSheet] = useState<'history' | 'keys' | null>(null)
  const desk = useDesk(review, line, { original, structure })
  const { hand } = desk
  const reading = review.readings[hand.at] ?? review.readings[0]!
  const { may, history } = review
  const editable = may.includes('edit')
  const allowed = useMemo(() => {
    const acts = reviewActs.map(({ act }) => act).filter(act => always.includes(act) || may.includes('edit'))
    const turning = acts.filter(act => (act !== 'undo' && act !== 'redo') || may.includes(act))
    return new Set<ReviewAct>(may.includes('reopen') ? [...turning, 'accept'] : turning)
  }, [may])

  const onAct = (act: ReviewAct) => {
    if (!allowed.has(act) && !((act === 'undo' || act === 'redo') && editable)) return desk.say(t('readOnly'))
    switch (act) {
      case 'next':
        return desk.walk(1)
      case 'previous':
        return desk.walk(-1)
      case 'settle':
        return desk.settle()
      case 'undo':
      case 'redo':
        return void desk.turnBack(act)
      case 'history':
      case 'keys':
        return setSheet(act)
      case 'accept':
        return onAccept(hand.doubts.length)
      default:
        return desk.act(act)
    }
  }
  useReviewKeys(onAct)
  const latest = useRef(onAct)
  useEffect(() => {
    latest.current = onAct
  })
  // The same function for good: the bar is not drawn anew while the mouse wanders over the text.
  const [press] = useState(() => (act: ReviewAct) => latest.current(act))

  const settleAll = () =>
    modal.confirm({
      title: t('settleAllTitle', { count: hand.doubts.length }),
      content: t('settleAllWords'),
      okText: t('act.settle'),
      cancelText: t('cancel'),
      onOk: () =>
        desk.carryOut(() => ({ kind: 'edit', edit: { act: 'settle-all', code: null } })).catch(desk.fail),
    })

  return (
    <div className={readingStyles['view']}>
      {review.readings.length > 1 ? (
        <TabRow
          label={ta('readings')}
          tabs={review.readings.map((each, index) => ({
            key: String(index),
            text:
              each.issueNo === null
                ? ta('readingTab', { number: index + 1 })
                : ta(each.special ? 'special' : 'issueNo', { no: each.issueNo }),
          }))}
          chosen={String(hand.at)}
          onChoose={key => hand.show(null, Number(key))}
        />
      ) : null}
      {phone ? (
        <TabRow
          label={ta('views')}
          tabs={[
            { key: 'original', text: ta('original') },
            { key: 'structure', text: ta('structure') },
          ]}
          chosen={pane}
          onChoose={key => setPane(key === 'original' ? 'original' : 'structure')}
        />
      ) : null}
      <div className={readingStyles['panes']}>
        <div className={readingStyles['original']} hidden={phone && pane !== 'original'}>
          <OriginalPane
            box={original}
            document={review.document}
            text={review.text}
            of={reading}
            marks={hand.marks}
            lit={hand.lit}
            onPoint={hand.point}
            onPick={id => {
              hand.pick(id)
              setPane('structure')
              hand.showStructure(id)
            }}
          />
        </div>
        <div className={readingStyles['structure']} hidden={phone && pane !== 'structure'}>
          <StructurePanel
            key={hand.at}
            box={structure}
            reading={reading}
            lit={hand.lit}
            onPoint={hand.point}
            onOpen={(id, event) => {
              const words = event.target instanceof Element && id.startsWith('p') ? event.target : null
              hand.pick(id, words ? clickedOffset(words, event.clientX, event.clientY) : null)
              hand.showOriginal(id)
            }}
            onWalk={id => {
              if (id === hand.mark) return
              hand.pick(id)
              hand.showOriginal(id)
            }}
            doubts={
              <DoubtList
                doubts={hand.doubts}
                inHand={hand.doubt?.id ?? null}
                order={hand.order}
                onOrder={hand.setOrder}
                onOpen={hand.goTo}
                done={done}
                onSettleAll={editable && hand.doubts.length > 1 ? settleAll : null}
              />
            }
            issueLink={null}
          />
        </div>
      </div>
      <ActionBar may={allowed} onAct={press}>
        {hand.doubt ? (
          <>
            <strong>
              {t('doubtOf', { at: hand.doubts.indexOf(hand.doubt) + 1, all: hand.doubts.length })}
            </strong>
            {doubtWords(hand.doubt)}
          </>
        ) : hand.doubts.length > 0 ? (
          t(phone ? 'nothingInHandPhone' : 'nothingInHand')
        ) : (
          done
        )}
        {desk.busy ? <em>{t('working')}</em> : null}
      </ActionBar>
      {desk.dialog ? (
        <ReviewDialog
          dialog={desk.dialog}
          at={hand.at}
          reading={reading}
          onSend={desk.sendDialog}
          onClose={desk.closeDialog}
        />
      ) : null}
      <HistoryDrawer open={sheet === 'history'} history={history} onClose={() => setSheet(null)} />
      <KeysDialog open={sheet === 'keys'} onClose={() => setSheet(null)} />
    </div>
  )
}
