import type { ContestState } from './contest.flow.ts'

/** Of the key's hash, which nobody but the office sees before the opening. */
export const rehearsalLetters = 10

/**
 * What stands below /play/. A rehearsal shows the very questions, with what is right, days before they are asked: it is
 * played at an address that only the office knows, another one for each rehearsal.
 */
export const playSlug = (contest: {
  readonly slug: string
  readonly state: ContestState
  readonly keyCommitment: string | null
}): string =>
  contest.state === 'rehearsal' && contest.keyCommitment
    ? `${contest.slug}-${contest.keyCommitment.slice(0, rehearsalLetters)}`
    : contest.slug
