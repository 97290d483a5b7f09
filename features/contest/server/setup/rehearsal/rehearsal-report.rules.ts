import type { Rehearsal } from '../../../contract/index.ts'

type Report = NonNullable<Rehearsal['report']>
type Asked = { readonly no: number; readonly stem: string }

/** Adds up what comes of a rehearsal while it is played. */
export class RehearsalTally {
  readonly #questions: ReadonlyMap<number, { stem: string; asked: number; right: number }>
  readonly #scores = Array.from({ length: 11 }, () => 0)
  readonly #refused = new Map<string, number>()
  papers = 0

  constructor(questions: readonly Asked[]) {
    this.#questions = new Map(questions.map(({ no, stem }) => [no, { stem, asked: 0, right: 0 }]))
  }

  /** One paper that was counted; `marks` has a letter for each of its questions. */
  paper(numbers: readonly number[], marks: string, score: number, fullScore: number): void {
    this.papers++
    for (const [at, no] of numbers.entries()) {
      const question = this.#questions.get(no)
      if (!question) continue
      question.asked++
      if (marks[at] === '1') question.right++
    }
    const tenth = fullScore > 0 ? Math.floor((score * 10) / fullScore) : 0
    this.#scores[Math.min(10, tenth)]!++
  }

  refusal(code: string): void {
    this.#refused.set(code, (this.#refused.get(code) ?? 0) + 1)
  }

  report(elapsedMs: number, flagged: number): Report {
    const all = [...this.#questions].map(([no, its]) => ({ no, ...its }))
    const asked = all.filter(each => each.asked > 0)
    const named = (some: typeof all) =>
      some
        .sort((one, other) => other.asked - one.asked || one.no - other.no)
        .slice(0, mostNamed)
        .map(({ no, stem, asked: times }) => ({ no, stem: stem.slice(0, 120), asked: times }))
    return {
      papersPerMinute: elapsedMs > 0 ? Math.round((this.papers * 60_000) / elapsedMs) : this.papers,
      askedLeast: asked.reduce((least, each) => Math.min(least, each.asked), asked[0]?.asked ?? 0),
      askedMost: asked.reduce((most, each) => Math.max(most, each.asked), 0),
      neverAsked: all.length - asked.length,
      nobodyRight: named(asked.filter(each => each.asked >= enoughAsked && each.right === 0)),
      everybodyRight: named(asked.filter(each => each.asked >= enoughAsked && each.right === each.asked)),
      scores: [...this.#scores],
      flagged,
      refused: [...this.#refused].map(([code, times]) => ({ code, times })),
    }
  }
}

const mostNamed = 20
/** Less says nothing of a question. */
const enoughAsked = 5
