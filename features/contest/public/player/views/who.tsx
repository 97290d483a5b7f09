/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks'
import type { JoinDetails, JoinWish } from '../../../contract/join.schema.ts'
import type { Player } from '../player.run.ts'
import type { Consent } from './consent.tsx'
import { DetailsView } from './details.tsx'
import { Button, Heading, TroubleNote } from './parts.tsx'
import { CodeProof, PhoneProof, type Proof } from './proof.tsx'

/** How the browser came back from an account elsewhere. */
export type Arrival = { readonly grant: string | null; readonly refused: boolean }

type WhoProps = {
  readonly player: Player
  readonly consent: Consent
  readonly onConsent: (consent: Consent) => void
  readonly arrival: Arrival
}

/** A proof that was good a moment ago and is none any more is asked for again. */
const lapsed = /^(phone-code|entry-code|grant)-/

/** Who one is, by what the contest asks for; of somebody unknown the rest is asked afterwards. */
export function WhoView({ player, consent, onConsent, arrival }: WhoProps) {
  const { settings, trouble, back: cameBack } = player.state
  const { kind } = settings.identity
  const { grant } = arrival
  const [proof, setProof] = useState<Proof | null>(grant === null ? null : { kind: 'oauth', grant })
  const [back, setBack] = useState(cameBack)
  const [newcomer, setNewcomer] = useState(kind === 'nickname')
  const unknown = trouble?.code === 'player-unknown'
  useEffect(() => {
    if (unknown) setNewcomer(true)
    else if (kind !== 'nickname' && lapsed.test(trouble?.code ?? '')) setNewcomer(false)
  }, [trouble, unknown, kind])
  const join = (its: Proof, details?: JoinDetails) => {
    const wish = { ...its, wishKey: player.keep.wishKey(), ...(details ? { details } : {}) } as JoinWish
    setProof(its)
    player.happen({ type: 'join', wish })
  }
  const asksDetails = !back && newcomer
  return (
    <section>
      <Heading of={`${back}${asksDetails}`}>
        {back ? '凭参赛码进入' : asksDetails ? '填写参赛信息' : '您是谁'}
      </Heading>
      <TroubleNote trouble={unknown ? null : trouble} />
      {arrival.refused && !trouble && <p class="note wrong">登录没有成功，请再试一次。</p>}
      {back ? (
        <CodeProof player={player} kind="player-code" onReady={join} />
      ) : asksDetails ? (
        <DetailsView
          player={player}
          consent={consent}
          onConsent={onConsent}
          unitGiven={kind === 'code'}
          onReady={details => join(kind === 'nickname' ? ({ kind } as Proof) : proof!, details)}
        />
      ) : kind === 'phone' ? (
        <PhoneProof player={player} onReady={join} />
      ) : kind === 'code' ? (
        <CodeProof player={player} kind="code" onReady={join} />
      ) : (
        <p>
          <a class="button" href={`/play/${settings.slug}/oauth`}>
            {settings.identity.provider === 'wechat' ? '用微信登录' : '用账号登录'}
          </a>
        </p>
      )}
      <p class="below">
        <Button quiet onPress={() => setBack(!back)}>
          {back ? '没有参赛码' : '以前参加过，凭参赛码进入'}
        </Button>
        <Button quiet onPress={() => player.happen({ type: 'home' })}>
          返回首页
        </Button>
      </p>
    </section>
  )
}
