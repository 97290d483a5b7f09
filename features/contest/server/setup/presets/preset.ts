import { localDay, localInstant, nextDay } from '@jianbao/platform/clock'
import type { ContestRules, DrawPart } from '../../../contract/index.ts'

/** Rules to begin with; whatever they say may be changed. */
export type Preset = {
  readonly key: string
  readonly name: string
  readonly note: string
  /** Times are counted from `now`: a contest is announced a week ahead. */
  readonly rules: (now: Date) => ContestRules
}

export const part = (count: number, type: DrawPart['type'], points: number): DrawPart => ({
  ...{ count, type, points, category: null, difficulty: null },
})

/** From a week ahead, 08:00, for so many days, until 20:00 of the last. */
export function windowOf(now: Date, days: number): Pick<ContestRules, 'opensAt' | 'closesAt'> {
  const first = nextDay(localDay(now), 7)
  return {
    opensAt: localInstant(first, '08:00').toISOString(),
    closesAt: localInstant(nextDay(first, days - 1), '20:00').toISOString(),
  }
}

const notice =
  '参赛只登记昵称和所在单位，用于统计参赛情况和公布排名；不收集身份证号、住址等信息。竞赛结束 90 天后，能识别到个人的信息全部删除。如需更正或删除本人信息，请联系主办单位。'

/** What most contests of associations have in common. */
export const commonRules = (now: Date): ContestRules => ({
  ...windowOf(now, 15),
  hours: null,
  groups: [],
  sessions: [],
  draw: [part(10, null, 10)],
  partly: 'none',
  time: { per: 'question', seconds: 30 },
  graceSeconds: 30,
  attempts: { perDay: 1, inAll: null },
  practice: false,
  answersShown: 'after-close',
  scoring: 'best',
  ties: ['time', 'earlier'],
  share: null,
  identity: { kind: 'nickname', provider: null },
  units: 'required',
  teamSize: null,
  ranking: { people: 100, units: 'people', shown: true },
  lottery: null,
  certificates: [],
  privacy: { notice, minimumAge: 14, keepDays: 90 },
  withdrawn: 'award',
})
