/** A server that keeps everything in memory and speaks the contract: for tests of the page without one. */

import type {
  ContestFace,
  GivenAnswer,
  HandIn,
  Paper,
  PaperQuestion,
  PaperWish,
  Result,
  Standing,
} from '../../contract/play.schema.ts'
import type { PlaySettings } from '../../contract/play-settings.ts'
import { isAnswered } from './player.sheet.ts'

export const settingsOf = (more: Partial<PlaySettings> = {}): PlaySettings => ({
  slug: 'science-2026',
  title: '全民科学素质知识竞赛',
  questionCount: questions.length,
  fullScore: 10 * questions.length,
  minimumAge: 14,
  rankingShown: true,
  certificates: true,
  opensAt: '2026-08-01T00:00:00.000Z',
  closesAt: '2026-08-31T00:00:00.000Z',
  hours: null,
  groups: [],
  sessions: [],
  time: { per: 'paper', seconds: 600 },
  attempts: { perDay: 3, inAll: null },
  practice: true,
  answersShown: 'at-once',
  scoring: 'best',
  share: null,
  identity: { kind: 'nickname', provider: null },
  units: 'none',
  teamSize: null,
  ...more,
})

const question = (
  more: Partial<PaperQuestion> & Pick<PaperQuestion, 'no' | 'type' | 'stem'>,
): PaperQuestion => ({
  options: [],
  blanks: 0,
  picture: null,
  ...more,
})
export const questions: readonly PaperQuestion[] = [
  question({ no: 0, type: 'true-false', stem: '光在真空中走得最快。', options: ['对', '错'] }),
  question({
    no: 1,
    type: 'single',
    stem: '水在标准大气压下多少度沸腾？',
    options: ['80', '90', '100', '120'],
  }),
  question({
    no: 2,
    type: 'multiple',
    stem: '下列属于可再生能源的有',
    options: ['风能', '煤', '太阳能', '石油'],
  }),
  question({ no: 3, type: 'fill-in', stem: '地球绕（　）转，月球绕（　）转。', blanks: 2 }),
]
const right: readonly GivenAnswer[] = [[0], [2], [0, 2], ['太阳', '地球']]

type Counted = { readonly n: number; readonly answers: readonly GivenAnswer[]; readonly result: Result }

export class RememberingServer {
  readonly counted: Counted[] = []
  /** Handed in, with those that were counted before. */
  arrivals = 0
  readonly settings: PlaySettings

  constructor(settings: PlaySettings = settingsOf()) {
    this.settings = settings
  }

  face(now: number): ContestFace {
    const { slug, title, opensAt, closesAt, questionCount, fullScore } = this.settings
    const playable = now >= Date.parse(opensAt) && now < Date.parse(closesAt)
    const common = { slug, title, opensAt, closesAt, questionCount, fullScore, playable }
    return { ...common, unitName: '云岭省科协', state: 'open', now: moment(now), nextAt: null }
  }

  standing(): Standing {
    const { perDay, inAll } = this.settings.attempts
    const n = this.counted.length
    return {
      ticket: tokenOf('ticket', n),
      nickname: '山月',
      unitName: null,
      group: null,
      code: '3FK7M-QRT2A',
      attempts: n,
      today: n,
      leftToday: perDay === null ? null : Math.max(0, perDay - n),
      leftInAll: inAll === null ? null : Math.max(0, inAll - n),
    }
  }

  paper({ ticket, practice = false }: PaperWish, now: number): Paper {
    const { time } = this.settings
    const n = Number(ticket.split('-')[1])
    const seconds =
      time.per === 'none' ? null : time.per === 'paper' ? time.seconds : time.seconds * questions.length
    return {
      token: tokenOf(practice ? 'practice' : 'paper', n, now),
      practice,
      startedAt: moment(now),
      now: moment(now),
      deadline: seconds === null ? null : moment(now + seconds * 1000),
      secondsPerQuestion: time.per === 'question' ? time.seconds : null,
      questions: [...questions],
      order: questions.map(({ options }) => options.map((_, at) => at)),
      points: questions.map(() => 10),
    }
  }

  handIn({ token, answers }: HandIn): Result {
    this.arrivals++
    const [kind, n] = token.split('-') as [string, string]
    const before = this.counted.find(each => each.n === Number(n))
    if (kind === 'paper' && before) return { ...before.result, counted: 'again', progress: this.#progress() }
    const marks = answers.map((answer, at) =>
      !isAnswered(answer) ? '-' : JSON.stringify(answer) === JSON.stringify(right[at]) ? '1' : '0',
    )
    const rightCount = marks.filter(mark => mark === '1').length
    const graded = {
      score: 10 * rightCount,
      fullScore: 10 * questions.length,
      rightCount,
      questionCount: questions.length,
      usedMs: 60_000,
      late: false,
      marks: marks.join(''),
      explained: right.map(answer => ({ right: answer, explanation: '见教材。', source: '' })),
    }
    const result: Result = { counted: 'now', ...graded, progress: this.#progress() }
    if (kind === 'practice') return { ...result, counted: 'practice' }
    this.counted.push({ n: Number(n), answers, result })
    return { ...result, progress: this.#progress() }
  }

  #progress(): Result['progress'] {
    const { ticket, attempts, today, leftToday, leftInAll } = this.standing()
    return { ticket, attempts, today, leftToday, leftInAll }
  }
}

const moment = (ms: number): string => new Date(ms).toISOString()
const tokenOf = (kind: string, n: number, at = 0): string => `${kind}-${n}-${at}-`.padEnd(44, 'x')
