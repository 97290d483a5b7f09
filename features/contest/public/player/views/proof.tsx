/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks'
import type { JoinWish, PhoneCodeSent } from '../../../contract/join.schema.ts'
import type { Player } from '../player.run.ts'
import { troubleOf } from '../player.send.ts'
import type { Trouble } from '../player.state.ts'
import { Button, TroubleNote } from './parts.tsx'

type OfAll<T> = T extends unknown ? Omit<T, 'wishKey' | 'details'> : never
/** What tells who somebody is, without what is asked of newcomers. */
export type Proof = OfAll<JoinWish>

type ProofProps = { readonly player: Player; readonly onReady: (proof: Proof) => void }

/** 手机号 and the one-time code that was sent to it. */
export function PhoneProof({ player, onReady }: ProofProps) {
  const [phone, setPhone] = useState('')
  const [oneTimeCode, setCode] = useState('')
  const [sent, setSent] = useState<PhoneCodeSent | null>(null)
  const [wait, setWait] = useState(0)
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const [missing, setMissing] = useState('')
  useEffect(() => {
    if (wait <= 0) return
    const timer = setTimeout(() => setWait(wait - 1), 1000)
    return () => clearTimeout(timer)
  }, [wait])
  const sendCode = () => {
    setTrouble(null)
    setMissing(phone.replace(/\D/g, '').length < 11 ? '请填写 11 位手机号。' : '')
    if (phone.replace(/\D/g, '').length < 11) return
    player.ask<PhoneCodeSent>('/phone-code', { phone }).then(
      answer => {
        setSent(answer)
        setWait(answer.againInSeconds)
      },
      error => {
        const its = troubleOf(error)
        setTrouble(its)
        if (its.retryAfterSeconds) setWait(its.retryAfterSeconds)
      },
    )
  }
  const submit = (event: Event) => {
    event.preventDefault()
    const code = oneTimeCode.replace(/\D/g, '')
    setMissing(code.length === 6 ? '' : '请填写短信里的 6 位数字。')
    if (code.length === 6) onReady({ kind: 'phone', phone, oneTimeCode: code })
  }
  return (
    <form class="fields" onSubmit={submit} noValidate>
      <label>
        手机号
        <input
          type="tel"
          value={phone}
          autoComplete="tel"
          onInput={event => setPhone(event.currentTarget.value)}
        />
      </label>
      <Button quiet busy={wait > 0} onPress={sendCode}>
        {wait > 0 ? `${wait} 秒后可以重新发送` : sent ? '重新发送验证码' : '发送验证码'}
      </Button>
      <p role="status" class={sent ? 'note' : 'hidden'}>
        {sent &&
          (sent.shown
            ? `这是演示系统，不发短信。验证码是 ${sent.shown}。`
            : `验证码已发出，${Math.round(sent.goodForSeconds / 60)} 分钟内有效。`)}
      </p>
      <label>
        短信验证码
        <input
          type="text"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={6}
          value={oneTimeCode}
          onInput={event => setCode(event.currentTarget.value)}
        />
      </label>
      <TroubleNote trouble={trouble} />
      <p class={missing ? 'note wrong' : 'hidden'} role="alert">
        {missing}
      </p>
      <Button submit busy={player.state.asking !== null}>
        下一步
      </Button>
    </form>
  )
}

type CodeProofProps = ProofProps & { readonly kind: 'code' | 'player-code' }

/** A code the unit has given out, or the 参赛码 of somebody who comes back. */
export function CodeProof({ player, onReady, kind }: CodeProofProps) {
  const [code, setCode] = useState('')
  const [missing, setMissing] = useState('')
  const submit = (event: Event) => {
    event.preventDefault()
    const short = code.trim().length < 6
    setMissing(short ? '请把码填完整。' : '')
    if (!short) onReady(kind === 'code' ? { kind, entryCode: code } : { kind, code })
  }
  return (
    <form class="fields" onSubmit={submit} noValidate>
      <label>
        {kind === 'code' ? '单位发给您的参赛凭码' : '您的参赛码'}
        <input
          type="text"
          value={code}
          autoComplete="off"
          autoCapitalize="characters"
          maxLength={40}
          onInput={event => setCode(event.currentTarget.value)}
        />
      </label>
      <p class={missing ? 'note wrong' : 'hidden'} role="alert">
        {missing}
      </p>
      <Button submit busy={player.state.asking !== null}>
        下一步
      </Button>
    </form>
  )
}
