import { useState } from 'react'
import { readText } from '../report.queries.ts'
import { takeReading } from './accept-proposal.ts'
import type { FormTools } from './use-form.ts'

/** Reads the text as it stands now; what somebody filled in or accepted is left alone. */
export function useReading({ draft, campaign, change }: FormTools) {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const readAgain = async () => {
    setBusy(true)
    setError(null)
    try {
      const subject = { unitId: draft.unitId, ...(campaign ? { campaignId: campaign.id } : {}) }
      const { body } = draft
      const reading = await readText(body, subject)
      change(now => {
        // The text stays as somebody wrote it; a title line in it would only be doubled.
        const next = takeReading(now, { ...reading, body: now.body, leftOut: [] })
        return next
      })
    } catch (thrown) {
      setError(thrown)
    } finally {
      setBusy(false)
    }
  }
  return { busy, error, readAgain: () => void readAgain() }
}
