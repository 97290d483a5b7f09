/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import type { Player } from '../player.run.ts'
import { CheckView } from './check.tsx'
import type { Consent } from './consent.tsx'
import { LandingView } from './landing.tsx'
import { QuestionView } from './question.tsx'
import { ResultView } from './result.tsx'
import { SendingView } from './sending.tsx'
import { type Arrival, WhoView } from './who.tsx'

/** What is shown where the machine stands. */
export function App({ player, arrival }: { player: Player; arrival: Arrival }) {
  const [consent, setConsent] = useState<Consent>({ agreed: false, guardian: null })
  const { step, sheet, done } = player.state
  if (step === 'who')
    return <WhoView player={player} consent={consent} onConsent={setConsent} arrival={arrival} />
  if (step === 'question' && sheet) return <QuestionView player={player} sheet={sheet} />
  if (step === 'check' && sheet) return <CheckView player={player} sheet={sheet} />
  if (step === 'sending') return <SendingView player={player} />
  if (step === 'result' && done) return <ResultView player={player} done={done} />
  return <LandingView player={player} consent={consent} onConsent={setConsent} />
}
