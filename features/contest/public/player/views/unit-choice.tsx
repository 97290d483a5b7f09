/** @jsxImportSource preact */
import { useEffect, useState } from 'preact/hooks'
import type { UnitChoices } from '../../../contract/join.schema.ts'
import type { Player } from '../player.run.ts'
import { Button } from './parts.tsx'

type Unit = UnitChoices['units'][number]
export type ChosenUnit = { readonly no: number; readonly name: string }

type UnitChoiceProps = {
  readonly player: Player
  readonly chosen: ChosenUnit | null
  readonly onChoose: (unit: ChosenUnit | null) => void
}

const mostShown = 60

/** First the city, then what lies in it; typing a few letters of the name is enough. */
export function UnitChoice({ player, chosen, onChoose }: UnitChoiceProps) {
  const [city, setCity] = useState<Unit | null>(null)
  const [units, setUnits] = useState<readonly Unit[] | null>(null)
  const [failed, setFailed] = useState(false)
  const [round, setRound] = useState(0)
  const [words, setWords] = useState('')
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when pressed again.
  useEffect(() => {
    let left = false
    setUnits(null)
    setFailed(false)
    player.ask<UnitChoices>(`/units${city ? `?city=${city.no}` : ''}`).then(
      choices => left || setUnits(choices.units),
      () => left || setFailed(true),
    )
    return () => {
      left = true
    }
  }, [city, round])
  if (chosen)
    return (
      <div class="chosen-unit">
        <p>
          单位：<b>{chosen.name}</b>
        </p>
        <Button quiet onPress={() => onChoose(null)}>
          重新选
        </Button>
      </div>
    )
  const typed = words.trim()
  const found = (units ?? []).filter(({ name }) => name.indexOf(typed) >= 0)
  const press = (unit: Unit) => {
    setWords('')
    if (unit.more) setCity(unit)
    else onChoose(unit)
  }
  return (
    <fieldset class="fields">
      <legend>{city ? `您的单位（${city.name}）` : '您的单位：先选市或者省直单位'}</legend>
      <label>
        输入名称里的几个字查找
        <input type="text" value={words} onInput={event => setWords(event.currentTarget.value)} />
      </label>
      {!units && <p role="status">{failed ? '网络不通，单位名单没有打开。' : '正在打开…'}</p>}
      {failed && <Button onPress={() => setRound(round + 1)}>再试一次</Button>}
      {units && (
        <>
          {city && (
            <Button quiet onPress={() => setCity(null)}>
              返回上一级
            </Button>
          )}
          <ul class="choices">
            {found.slice(0, mostShown).map(unit => (
              <li key={unit.no}>
                <button type="button" onClick={() => press(unit)}>
                  {unit.name}
                  {unit.more && <span aria-hidden="true"> ›</span>}
                </button>
              </li>
            ))}
          </ul>
          <p role="status" class="soft">
            {found.length === 0 && '没有找到，请换几个字试试。'}
            {found.length > mostShown && `还有 ${found.length - mostShown} 个，请输入几个字查找。`}
          </p>
        </>
      )}
    </fieldset>
  )
}
