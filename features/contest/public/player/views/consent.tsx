/** @jsxImportSource preact */

/** What somebody new has agreed to; `guardian`: null until they said how old they are. */
export type Consent = { readonly agreed: boolean; readonly guardian: boolean | null }

export const isGiven = ({ agreed, guardian }: Consent, minimumAge: number): boolean =>
  agreed && (minimumAge === 0 || guardian !== null)

type ConsentProps = {
  readonly minimumAge: number
  readonly consent: Consent
  /** It was asked to go on without. */
  readonly missing: boolean
  readonly onChange: (consent: Consent) => void
}

/** Agreement with the notice of privacy, and how old one is where that matters. */
export function ConsentView({ minimumAge, consent, missing, onChange }: ConsentProps) {
  const age = (guardian: boolean, words: string) => (
    <label class="tick">
      <input
        type="radio"
        name="age"
        checked={consent.guardian === guardian}
        onChange={() => onChange({ ...consent, guardian })}
      />
      <span>{words}</span>
    </label>
  )
  return (
    <div class="consent">
      {minimumAge > 0 && (
        <fieldset>
          <legend>您的年龄</legend>
          {age(false, `已满 ${minimumAge} 周岁`)}
          {age(true, `未满 ${minimumAge} 周岁，监护人已经看过并同意我参加`)}
        </fieldset>
      )}
      <label class="tick">
        <input
          type="checkbox"
          id="agree"
          checked={consent.agreed}
          onChange={event => onChange({ ...consent, agreed: event.currentTarget.checked })}
        />
        <span>
          我已看过并同意<a href="#notice">个人信息告知</a>
        </span>
      </label>
      <p class={missing ? 'note wrong' : 'hidden'} role="alert">
        {missing &&
          (minimumAge > 0 && consent.guardian === null
            ? '请先选一选您的年龄，再勾选同意。'
            : '请先看一看个人信息告知，同意的话在前面打勾。')}
      </p>
    </div>
  )
}
