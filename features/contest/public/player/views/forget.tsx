/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import type { Player } from '../player.run.ts'
import { troubleOf } from '../player.send.ts'
import type { Trouble } from '../player.state.ts'
import { Button, TroubleNote } from './parts.tsx'

/** 删除我的个人信息: asked twice, because nobody can bring it back. */
export function ForgetView({ player, code }: { player: Player; code: string }) {
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [busy, setBusy] = useState(false)
  const erase = () => {
    setBusy(true)
    setTrouble(null)
    player.ask('/forget', { code, sure: true }).then(
      () => player.happen({ type: 'forget' }),
      error => {
        setBusy(false)
        setTrouble(troubleOf(error))
      },
    )
  }
  return (
    <details>
      <summary>删除我的个人信息</summary>
      <p>删除以后，昵称、单位和参赛码都找不回来，也不能再领奖、领证书。答过的题只按无名的人计数。</p>
      <TroubleNote trouble={trouble} />
      <Button quiet busy={busy} onPress={erase}>
        确定删除
      </Button>
    </details>
  )
}
