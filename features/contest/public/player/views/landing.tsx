/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { openingAt } from '../../../contract/contest-window.ts'
import type { Player } from '../player.run.ts'
import type { PlayerState, Wish } from '../player.state.ts'
import { texts } from '../player.texts.ts'
import { sayMoment } from '../player.time.ts'
import { type Consent, ConsentView, isGiven } from './consent.tsx'
import { Button, TroubleNote } from './parts.tsx'
import { StandingView } from './standing.tsx'

type LandingProps = { player: Player; consent: Consent; onConsent: (consent: Consent) => void }

/** The door: what the page says of the contest stands above, written by the server. */
export function LandingView({ player, consent, onConsent }: LandingProps) {
  const { state, keep } = player
  const { settings, standing, sheet, asking, trouble } = state
  const [missing, setMissing] = useState(false)
  const shut = sheet ? null : whyShut(state, player.now())
  const spent = standing ? whySpent(state) : null
  const begin = (wish: Wish) => {
    if (!standing && !isGiven(consent, settings.minimumAge)) return setMissing(true)
    player.happen({ type: 'begin', wish })
  }
  const busy = asking !== null
  return (
    <section>
      <TroubleNote trouble={trouble} />
      {state.face?.state === 'rehearsal' && <p class="note">现在是演练，答题和成绩在演练结束后都会清除。</p>}
      {keep.refused && <p class="note">{texts.storageRefused}</p>}
      {shut ? (
        <p class="note" role="status">
          {shut}
        </p>
      ) : (
        <>
          {!standing && !sheet && (
            <ConsentView
              minimumAge={settings.minimumAge}
              consent={consent}
              missing={missing && !isGiven(consent, settings.minimumAge)}
              onChange={onConsent}
            />
          )}
          {spent && !sheet && (
            <p class="note" role="status">
              {spent}
            </p>
          )}
          <div class="way one">
            {(!spent || sheet) && (
              <Button busy={busy} onPress={() => begin('paper')}>
                {busy ? texts.opening : sheet ? texts.resume : standing?.attempts ? texts.again : texts.begin}
              </Button>
            )}
            {settings.practice && !sheet && (
              <Button quiet busy={busy} onPress={() => begin('practice')}>
                {texts.practise}
              </Button>
            )}
          </div>
        </>
      )}
      {!standing && !sheet && (
        <p class="below">
          <Button quiet onPress={() => player.happen({ type: 'come-back' })}>
            以前参加过，凭参赛码进入
          </Button>
        </p>
      )}
      {standing && <StandingView player={player} standing={standing} />}
    </section>
  )
}

/** Why no paper can begin now; null: one can, or nobody knows yet. */
function whyShut({ face, settings, standing }: PlayerState, now: number): string | null {
  if (!face || face.state === 'rehearsal') return null
  if (face.state === 'closed' || face.state === 'published') return '竞赛已经结束，谢谢您的参与。'
  const group = settings.groups.find(({ name }) => name === standing?.group)?.key ?? null
  // Before the group is known a session of any group may be the player's.
  if (settings.sessions.length && group === null && settings.groups.length) return null
  const opening = openingAt(settings, group, now)
  if (opening.open) return null
  if (opening.nextAt === null) return '竞赛已经结束，谢谢您的参与。'
  return `现在不是答题时间，${sayMoment(opening.nextAt)}开始。`
}

function whySpent({ standing }: PlayerState): string | null {
  if (standing?.leftInAll === 0) return '您的答题次数已经用完，谢谢参与。'
  if (standing?.leftToday === 0) return '今天的答题次数已经用完，明天再来。'
  return null
}
