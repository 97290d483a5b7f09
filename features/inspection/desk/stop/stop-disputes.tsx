import { DisputedPlace, DisputeFrame } from '@jianbao/ui'
import { Button } from 'antd'
import type { Stop } from '../../contract/index.ts'
import { stopTexts } from './stop.texts.ts'
import type { StopKeeper, StopState } from './stop-keeper.ts'
import { keyOf, type Piece, theirsOf } from './stop-pieces.ts'

type StopDisputesProps = { readonly keeper: StopKeeper; readonly kept: StopState }

/** What this device and another one wrote both: side by side, to choose; until then neither is lost. */
export function StopDisputes({ keeper, kept: { stop, pending } }: StopDisputesProps) {
  const t = stopTexts.useTexts()
  const disputed = pending.filter(piece => piece.disputed)
  const say = useWordsOf(stop)
  if (disputed.length === 0) return null
  return (
    <DisputeFrame title={t('disputeTitle', { count: disputed.length })} note={t('disputeNote')}>
      {disputed.map(piece => (
        <DisputedPlace
          key={keyOf(piece)}
          label={say(piece).label}
          sides={(['mine', 'theirs'] as const).map(side => ({
            head: t(side === 'mine' ? 'sideMine' : 'sideTheirs'),
            words: say(side === 'mine' ? piece : theirsOf(stop, piece).piece).words || t('sideEmpty'),
            act: (
              <Button size="large" onClick={() => keeper.settle(keyOf(piece), side)}>
                {t(side === 'mine' ? 'takeMine' : 'takeTheirs')}
              </Button>
            ),
          }))}
        />
      ))}
    </DisputeFrame>
  )
}

/** What a piece says, as a person would. */
function useWordsOf(stop: Stop): (piece: Piece) => { label: string; words: string } {
  const t = stopTexts.useTexts()
  return piece => {
    if (piece.kind === 'answer') {
      const { text = '' } = stop.checklist.find(({ id }) => id === piece.id) ?? {}
      const words = piece.words === 'yes' || piece.words === 'no' ? t(piece.words) : String(piece.words ?? '')
      return { label: t('answerOf', { question: text }), words }
    }
    if (piece.kind === 'finding') {
      const { words } = piece
      const said = words && [
        words.problem,
        t(`seriousness.${words.seriousness}`),
        words.basis,
        words.measure,
        words.dueDay,
      ]
      return { label: t('findingOf'), words: (said ?? []).filter(Boolean).join(' · ') }
    }
    const { words } = piece
    const said = words && [
      words.topic,
      t('talkOf', { kind: t(`kind.${words.kind}`), people: words.people }),
      words.notes,
    ]
    return { label: t('talkIs'), words: (said ?? []).filter(Boolean).join(' · ') }
  }
}
