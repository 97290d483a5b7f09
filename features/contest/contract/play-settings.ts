/** What the page of a contest tells the phone besides its words: the same for everybody, so that it can be kept ready. */
import { type ContestRules, fullScore, questionsOf } from './contest-rules.schema.ts'

/** As much of a contest as its page is made of. */
export type PlayedContest = {
  readonly slug: string
  readonly title: string
  readonly about: string
  readonly unitName: string
  readonly rules: ContestRules
}

const told = [
  'opensAt',
  'closesAt',
  'hours',
  'groups',
  'sessions',
  'time',
  'attempts',
  'practice',
  'answersShown',
  'scoring',
  'share',
  'identity',
  'units',
  'teamSize',
] as const

export type PlaySettings = Pick<ContestRules, (typeof told)[number]> & {
  readonly slug: string
  readonly title: string
  readonly questionCount: number
  readonly fullScore: number
  readonly minimumAge: number
  readonly rankingShown: boolean
  readonly certificates: boolean
}

/** Neither the draw nor what earns a prize: only what the phone needs to ask and to say. */
export const playSettings = ({ slug, title, rules }: PlayedContest): PlaySettings => ({
  ...(Object.fromEntries(told.map(key => [key, rules[key]])) as Pick<ContestRules, (typeof told)[number]>),
  slug,
  title,
  questionCount: questionsOf(rules),
  fullScore: fullScore(rules),
  minimumAge: rules.privacy.minimumAge,
  rankingShown: rules.ranking.shown,
  certificates: rules.certificates.length > 0,
})
