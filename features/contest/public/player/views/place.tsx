/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import type { OwnPlace } from '../../../contract/tally.schema.ts'
import { sayPlace } from '../player.place.ts'
import type { Player } from '../player.run.ts'
import { troubleOf } from '../player.send.ts'
import { sayTrouble } from '../player.texts.ts'

/** Asked for when it is opened, and anew each time: nobody's page asks by itself. */
export function PlaceView({ player, ticket }: { player: Player; ticket: string }) {
  const [said, setSaid] = useState('')
  const look = () => {
    setSaid('正在查看…')
    player.ask<OwnPlace>('/place', { ticket }).then(
      ({ place }) => setSaid(sayPlace(place)),
      error => setSaid(sayTrouble(troubleOf(error))),
    )
  }
  return (
    <details
      onToggle={event => {
        if (event.currentTarget.open) look()
      }}
    >
      <summary>我的名次</summary>
      <p role="status">{said}</p>
    </details>
  )
}
