/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import type { Sharing } from '../../../contract/join.schema.ts'
import type { Player } from '../player.run.ts'
import { troubleOf } from '../player.send.ts'
import { sayTrouble } from '../player.texts.ts'
import { Button } from './parts.tsx'

/** Passes the contest on, and has it counted where that earns points. */
export function ShareView({ player, ticket }: { player: Player; ticket: string }) {
  const { title, slug, share } = player.state.settings
  const [said, setSaid] = useState('')
  const passOn = async () => {
    try {
      const done = await hand(title, `${location.origin}/play/${slug}`)
      if (!share) return setSaid(done)
      const { shared } = await player.ask<Sharing>('/share', { ticket })
      const counted = await player.ask<Sharing>('/share', { ticket, n: shared })
      setSaid(done + sayPoints(counted))
    } catch (error) {
      // Whoever closes the system's sheet has passed nothing on.
      if ((error as { name?: string } | null)?.name !== 'AbortError') setSaid(sayTrouble(troubleOf(error)))
    }
  }
  return (
    <div class="wide">
      <Button quiet onPress={() => void passOn()}>
        转发给好友{share ? `（加 ${share.points} 分）` : ''}
      </Button>
      <p role="status" class={said ? 'note' : 'hidden'}>
        {said}
      </p>
    </div>
  )
}

const sayPoints = ({ counted, points, left }: Sharing): string =>
  counted === 'no'
    ? '今天转发的加分已满。'
    : `今天转发已加 ${points} 分${left > 0 ? `，还可以加 ${left} 次` : ''}。`

/** By the system's sheet where there is one, else by the clipboard. */
async function hand(title: string, url: string): Promise<string> {
  const text = `${title} ${url}`
  if (typeof navigator.share === 'function') {
    await navigator.share({ title, url })
    return '已转发。'
  }
  try {
    await navigator.clipboard.writeText(text)
  } catch {
    copyOld(text)
  }
  return '网址已复制，请粘贴发给好友。'
}

function copyOld(text: string): void {
  const field = document.createElement('textarea')
  field.value = text
  document.body.append(field)
  field.select()
  document.execCommand('copy')
  field.remove()
}
