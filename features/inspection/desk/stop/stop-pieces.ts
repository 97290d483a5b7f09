/** What is written at a stop, piece by piece: each travels alone and is kept alone on the device. */
import type {
  AnswerValue,
  Finding,
  FindingWish,
  Interview,
  InterviewWish,
  Stop,
} from '../../contract/index.ts'

export type FindingWords = Omit<FindingWish, 'base' | 'device'>
export type TalkWords = Omit<InterviewWish, 'base' | 'device'>

/** Null takes it back. `id`: of the question, of the finding, of the talk. */
export type Piece =
  | { readonly kind: 'answer'; readonly id: string; readonly words: AnswerValue | null }
  | { readonly kind: 'finding'; readonly id: string; readonly words: FindingWords | null }
  | { readonly kind: 'talk'; readonly id: string; readonly words: TalkWords | null }

/** One that the server has not got yet. */
export type Pending = Piece & {
  /** The version it was written upon; 0 for none. */
  readonly base: number
  /** Counts up with every change: what was sent may be older. */
  readonly no: number
  /** Somebody else changed the same: it waits for a choice. */
  readonly disputed: boolean
  /** The server's sentence why it would not take it; null when it was not refused. */
  readonly refusal: string | null
}

export const keyOf = ({ kind, id }: Pick<Piece, 'kind' | 'id'>): string => `${kind}:${id}`

/** What the server has of a piece: its words and version. */
export function theirsOf(
  stop: Stop,
  { kind, id }: Pick<Piece, 'kind' | 'id'>,
): { piece: Piece; version: number } {
  if (kind === 'answer') {
    const answer = stop.answers.find(each => each.questionId === id)
    return { piece: { kind, id, words: answer?.value ?? null }, version: answer?.version ?? 0 }
  }
  if (kind === 'finding') {
    const finding = stop.findings.find(each => each.id === id)
    return {
      piece: { kind, id, words: finding ? wordsOfFinding(finding) : null },
      version: finding?.version ?? 0,
    }
  }
  const talk = stop.interviews.find(each => each.id === id)
  return { piece: { kind, id, words: talk ? wordsOfTalk(talk) : null }, version: talk?.version ?? 0 }
}

export function wordsOfFinding(finding: Finding): FindingWords {
  const { questionId, problem, basis, seriousness, measure, dueDay } = finding
  return { questionId, problem, basis, seriousness, measure, dueDay }
}
function wordsOfTalk({ topic, kind, people, notes }: Interview): TalkWords {
  return { topic, kind, people, notes }
}

/** Whether it can be sent: half a finding stays on the device. */
export function isWhole({ kind, words }: Piece): boolean {
  if (words === null) return true
  if (kind === 'finding') return words.problem.trim() !== ''
  if (kind === 'talk') return words.topic.trim() !== '' && words.people >= 1
  return true
}

/** A stop with what waits on the device laid over what the server has. */
export type ShownStop = {
  readonly answers: ReadonlyMap<string, AnswerValue>
  readonly findings: readonly (FindingWords & { readonly id: string; readonly state: Finding['state'] })[]
  readonly talks: readonly (TalkWords & { readonly id: string })[]
}

export function shownOf(stop: Stop, pending: readonly Pending[]): ShownStop {
  const answers = new Map(stop.answers.map(({ questionId, value }) => [questionId, value]))
  const findings = new Map(
    stop.findings.map(each => [each.id, { id: each.id, state: each.state, ...wordsOfFinding(each) }]),
  )
  const talks = new Map(stop.interviews.map(each => [each.id, { id: each.id, ...wordsOfTalk(each) }]))
  for (const piece of pending) {
    const { id } = piece
    if (piece.kind === 'answer') lay(answers, id, piece.words)
    else if (piece.kind === 'finding')
      lay(
        findings,
        id,
        piece.words && { id, state: findings.get(id)?.state ?? ('open' as const), ...piece.words },
      )
    else lay(talks, id, piece.words && { id, ...piece.words })
  }
  return { answers, findings: [...findings.values()], talks: [...talks.values()] }
}

function lay<T>(over: Map<string, T>, id: string, value: T | null): void {
  if (value === null) over.delete(id)
  else over.set(id, value)
}
