import { usePhone } from '@jianbao/ui'
import { App } from 'antd'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Review } from '../../contract/index.ts'
import { archiveTexts } from '../archive.texts.ts'
import readingStyles from '../reading.module.css'
import { StructurePanel } from '../structure-panel.tsx'
import { TabRow } from '../tab-row.tsx'
import { ActionBar } from './action-bar.tsx'
import { clickedOffset } from './clicked-offset.ts'
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
  const { modal, message } = App.useApp()
  const original = useRef<HTMLDivElement>(null)
  const structure = useRef<HTMLDivElement>(null)
  const [pane, setPane] = useState<Pane>('structure')
  const [sheet, setSheet] = useState<'history' | 'keys' | null>(null)
  const desk = useDesk({ review, line, original, structure })
  const reading = review.readings[desk.at] ?? review.readings[0]!
  const { may, history } = review
  const editable = may.includes('edit')
  const allowed = useMemo(() => {
    const acts = reviewActs.map(({ act }) => act).filter(act => always.includes(act) || may.includes('edit'))
    const turning = acts.filter(act => (act !== 'undo' && act !== 'redo') || may.includes(act))
    return new Set<ReviewAct>(may.includes('reopen') ? [...turning, 'accept'] : turning)
  }, [may])

  const onAct = (act: ReviewAct) => {
    if (!allowed.has(act) && !((act === 'undo' || act === 'redo') && editable))
      return void message.info({ key: 'review', content: t('readOnly') })
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
        return onAccept(desk.doubts.length)
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
      title: t('settleAllTitle', { count: desk.doubts.length }),
      content: t('settleAllWords'),
      okText: t('act.settle'),
      cancelText: t('cancel'),
      onOk: () => desk.sendEdit({ act: 'settle-all', code: null }).catch(desk.fail),
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
          chosen={String(desk.at)}
          onChoose={key => desk.openReading(Number(key))}
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
            marks={desk.marks}
            lit={desk.lit}
            onPoint={desk.point}
            onPick={id => {
              desk.pick(id)
              setPane('structure')
              desk.jump(structure, id)
            }}
          />
        </div>
        <div className={readingStyles['structure']} hidden={phone && pane !== 'structure'}>
          <StructurePanel
            key={desk.at}
            box={structure}
            reading={reading}
            lit={desk.lit}
            onPoint={desk.point}
            onOpen={(id, event) => {
              const words = event.target instanceof Element && id.startsWith('p') ? event.target : null
              desk.pick(id, words ? clickedOffset(words, event.clientX, event.clientY) : null)
              desk.jump(original, desk.printed(id))
            }}
            onWalk={id => {
              if (id === desk.mark) return
              desk.pick(id)
              desk.jump(original, desk.printed(id))
            }}
            doubts={
              <DoubtList
                doubts={desk.doubts}
                inHand={desk.doubt?.id ?? null}
                order={desk.order}
                onOrder={desk.setOrder}
                onOpen={desk.goTo}
                onSettleAll={editable && desk.doubts.length > 1 ? settleAll : null}
              />
            }
            issueLink={null}
          />
        </div>
      </div>
      <ActionBar may={allowed} onAct={press}>
        {desk.doubt ? (
          <>
            <strong>
              {t('doubtOf', { at: desk.doubts.indexOf(desk.doubt) + 1, all: desk.doubts.length })}
            </strong>
            {desk.doubt.message}
          </>
        ) : desk.doubts.length > 0 ? (
          t(phone ? 'nothingInHandPhone' : 'nothingInHand')
        ) : (
          t('doubtsDone')
        )}
        {desk.busy ? <em>{t('working')}</em> : null}
      </ActionBar>
      {desk.dialog ? (
        <ReviewDialog
          dialog={desk.dialog}
          at={desk.at}
          reading={reading}
          onSend={desk.sendEdit}
          onClose={desk.closeDialog}
        />
      ) : null}
      <HistoryDrawer open={sheet === 'history'} history={history} onClose={() => setSheet(null)} />
      <KeysDialog open={sheet === 'keys'} onClose={() => setSheet(null)} />
    </div>
  )
}
