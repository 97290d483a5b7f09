/** A paper in work: what is answered, how its time goes by, when it closes by itself. */
import type { GivenAnswer, HandIn, Paper } from '../../contract/play.schema.ts'
import type { Sheet } from './player.state.ts'

/** A paper that has just come; its first question begins when it is seen, not when it was sent. */
export const openSheet = (paper: Paper): Sheet => ({
  paper,
  answers: paper.questions.map(() => []),
  at: 0,
  since: Date.parse(paper.now),
  pace: paper.questions.map(() => 0),
  closed: false,
})

export const lastOf = ({ paper }: Sheet): number => paper.questions.length - 1
export const isAnswered = (answer: GivenAnswer | undefined): boolean =>
  (answer as readonly (number | string)[] | undefined)?.some(each => each !== '') ?? false
export const leftOut = ({ answers }: Sheet): number[] =>
  answers.map((answer, at) => (isAnswered(answer) ? -1 : at)).filter(at => at >= 0)

/** Time runs by the question: then nobody goes back. */
export const isByQuestion = ({ paper }: Sheet): boolean => paper.secondsPerQuestion !== null

/** The moment of the server at which what is shown runs out; null: only the contest's close. */
export function runsOutAt(sheet: Sheet): number | null {
  const { secondsPerQuestion, deadline } = sheet.paper
  const paper = deadline === null ? null : Date.parse(deadline)
  if (secondsPerQuestion === null) return paper
  const question = sheet.since + secondsPerQuestion * 1000
  return paper === null ? question : Math.min(question, paper)
}

export function answerSheet(sheet: Sheet, question: number, answer: GivenAnswer): Sheet {
  if (sheet.closed || question < 0 || question > lastOf(sheet)) return sheet
  if (isByQuestion(sheet) && question !== sheet.at) return sheet
  return { ...sheet, answers: sheet.answers.map((before, at) => (at === question ? answer : before)) }
}

/** To another question; where time runs by the question only to the next. */
export function turnSheet(sheet: Sheet, to: number, now: number): Sheet {
  if (sheet.closed || to < 0 || to > lastOf(sheet) || to === sheet.at) return sheet
  if (isByQuestion(sheet) && to !== sheet.at + 1) return sheet
  return { ...spend(sheet, now), at: to }
}

export const closeSheet = (sheet: Sheet, now: number): Sheet =>
  sheet.closed ? sheet : { ...spend(sheet, now), closed: true }

/** Time goes on also while nobody looks: questions run out one after the other, then the paper. */
export function ageSheet(sheet: Sheet, now: number, closesAt: number): Sheet {
  if (sheet.closed) return sheet
  const seconds = sheet.paper.secondsPerQuestion
  let aged = sheet
  while (seconds !== null && now >= aged.since + seconds * 1000) {
    const end = aged.since + seconds * 1000
    if (aged.at === lastOf(aged)) return closeSheet(aged, end)
    aged = { ...spend(aged, end), at: aged.at + 1 }
  }
  const { deadline } = sheet.paper
  const end = deadline === null ? closesAt : Date.parse(deadline)
  return now >= end ? closeSheet(aged, end) : aged
}

/** What was spent on the question shown is written down; the next one begins. */
function spend(sheet: Sheet, now: number): Sheet {
  const { at, since } = sheet
  const spent = Math.max(0, now - since)
  return {
    ...sheet,
    since: Math.max(now, since),
    pace: sheet.pace.map((before, each) => (each === at ? before + spent : before)),
  }
}

/** What is sent; the same however often. */
export const handInOf = ({ paper, answers, pace }: Sheet): HandIn => ({
  token: paper.token,
  answers: answers.map(answer => [...answer] as GivenAnswer),
  pace: pace.map(spent => Math.min(86_400_000, Math.round(spent))),
})
