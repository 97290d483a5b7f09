/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import type { JoinDetails } from '../../../contract/join.schema.ts'
import type { Player } from '../player.run.ts'
import { type Consent, ConsentView, isGiven } from './consent.tsx'
import { Button } from './parts.tsx'
import { type ChosenUnit, UnitChoice } from './unit-choice.tsx'

type DetailsProps = {
  readonly player: Player
  readonly consent: Consent
  readonly onConsent: (consent: Consent) => void
  /** An entry code brings its unit. */
  readonly unitGiven: boolean
  readonly onReady: (details: JoinDetails) => void
}

/** What is asked of somebody new: a name to be called by, and as the contest asks unit, group and agreement. */
export function DetailsView({ player, consent, onConsent, unitGiven, onReady }: DetailsProps) {
  const { settings, asking } = player.state
  const { groups, minimumAge } = settings
  const [nickname, setNickname] = useState('')
  const [unit, setUnit] = useState<ChosenUnit | null>(null)
  const [groupKey, setGroupKey] = useState('')
  const [missing, setMissing] = useState('')
  const [agreedBefore] = useState(isGiven(consent, minimumAge))
  const asksUnit = settings.units !== 'none' && !unitGiven
  const faultOf = (): string => {
    if (nickname.trim().length < 2) return '请填写昵称，2 到 16 个字。'
    if (asksUnit && settings.units === 'required' && !unit) return '请选择您的单位。'
    if (groups.length && !groupKey) return '请选择组别。'
    return isGiven(consent, minimumAge) ? '' : '请先勾选同意。'
  }
  // What was missing is said until something is done about it.
  const choose = (its: ChosenUnit | null) => {
    setUnit(its)
    setMissing('')
  }
  const submit = (event: Event) => {
    event.preventDefault()
    const fault = faultOf()
    setMissing(fault)
    if (fault) return
    onReady({
      nickname,
      consent: true,
      ...(unit ? { unitNo: unit.no } : {}),
      ...(groupKey ? { groupKey } : {}),
      ...(minimumAge > 0 ? { guardian: consent.guardian === true } : {}),
    })
  }
  return (
    <form class="fields" onSubmit={submit} noValidate>
      <label>
        昵称（2 到 16 个字，会显示在排名里，可以不用真名）
        <input
          type="text"
          value={nickname}
          maxLength={60}
          autoComplete="nickname"
          onInput={event => setNickname(event.currentTarget.value)}
        />
      </label>
      {asksUnit && <UnitChoice player={player} chosen={unit} onChoose={choose} />}
      {asksUnit && settings.units === 'optional' && !unit && <p class="soft">没有单位可以不选。</p>}
      {groups.length > 0 && (
        <fieldset>
          <legend>组别</legend>
          {groups.map(({ key, name }) => (
            <label key={key} class="tick">
              <input type="radio" name="group" checked={groupKey === key} onChange={() => setGroupKey(key)} />
              <span>{name}</span>
            </label>
          ))}
        </fieldset>
      )}
      {!agreedBefore && (
        <ConsentView minimumAge={minimumAge} consent={consent} missing={false} onChange={onConsent} />
      )}
      <p class={missing ? 'note wrong' : 'hidden'} role="alert">
        {missing}
      </p>
      <Button submit busy={asking !== null}>
        {asking ? '正在进入…' : '开始'}
      </Button>
    </form>
  )
}
