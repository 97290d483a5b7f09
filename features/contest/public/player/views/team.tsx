/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { shownCode } from '../../../contract/code.rules.ts'
import type { OwnTeam } from '../../../contract/join.schema.ts'
import type { Player } from '../player.run.ts'
import { troubleOf } from '../player.send.ts'
import type { Trouble } from '../player.state.ts'
import { Button, TroubleNote } from './parts.tsx'

type TeamWishKind =
  | { readonly kind: 'see' }
  | { readonly kind: 'create'; readonly name: string }
  | { readonly kind: 'join'; readonly code: string }

/** One's team: seen when it is opened, made or joined there. */
export function TeamView({ player, ticket }: { player: Player; ticket: string }) {
  const [own, setOwn] = useState<OwnTeam | null>(null)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [busy, setBusy] = useState(false)
  const [name, setName] = useState('')
  const [code, setCode] = useState('')
  const wish = (kind: TeamWishKind) => {
    setBusy(true)
    setTrouble(null)
    player
      .ask<OwnTeam>('/team', { ticket, wish: kind })
      .then(setOwn, error => setTrouble(troubleOf(error)))
      .then(() => setBusy(false))
  }
  const team = own?.team
  return (
    <details
      onToggle={event => {
        if (event.currentTarget.open && !own) wish({ kind: 'see' })
      }}
    >
      <summary>我的队伍</summary>
      <TroubleNote trouble={trouble} />
      {!own && !trouble && <p role="status">正在打开…</p>}
      {!own && trouble && <Button onPress={() => wish({ kind: 'see' })}>再试一次</Button>}
      {team && (
        <>
          <p>
            <b>{team.name}</b>（{team.members.length} / {team.most} 人）
          </p>
          <p>{team.members.join('、')}</p>
          <p class="code">
            队伍码 <b>{shownCode(team.code)}</b>
            <span class="soft">把它告诉队友，队友填上就能加入。</span>
          </p>
        </>
      )}
      {own && !team && (
        <>
          <form
            class="fields"
            onSubmit={event => {
              event.preventDefault()
              wish({ kind: 'join', code })
            }}
          >
            <label>
              加入队伍：填队长给的队伍码
              <input
                type="text"
                value={code}
                required
                onInput={event => setCode(event.currentTarget.value)}
              />
            </label>
            <Button submit busy={busy}>
              加入
            </Button>
          </form>
          <form
            class="fields"
            onSubmit={event => {
              event.preventDefault()
              wish({ kind: 'create', name })
            }}
          >
            <label>
              或者自己建一支：取个队名
              <input
                type="text"
                value={name}
                required
                onInput={event => setName(event.currentTarget.value)}
              />
            </label>
            <Button quiet submit busy={busy}>
              建队
            </Button>
          </form>
        </>
      )}
    </details>
  )
}
