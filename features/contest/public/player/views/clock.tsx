/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks'
import type { Player } from '../player.run.ts'
import { isByQuestion, runsOutAt } from '../player.sheet.ts'
import type { Sheet } from '../player.state.ts'
import { clockOf, sayLeft } from '../player.time.ts'

/** What is left, for eyes each second, for ears when it is little. */
export function Clock({ player, sheet }: { player: Player; sheet: Sheet }) {
  const [, look] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => look(count => count + 1), 250)
    return () => clearInterval(timer)
  }, [])
  const end = player.state.settings.time.per === 'none' ? null : runsOutAt(sheet)
  if (end === null) return <span />
  const left = end - player.now()
  const byQuestion = isByQuestion(sheet)
  return (
    <span class="left">
      <span aria-hidden="true" class={left <= 10_000 ? 'clock short' : 'clock'}>
        {byQuestion ? '本题剩余 ' : '剩余 '}
        <b>{clockOf(left)}</b>
      </span>
      <span class="hidden" role="status">
        {sayLeft(left, byQuestion)}
      </span>
    </span>
  )
}
