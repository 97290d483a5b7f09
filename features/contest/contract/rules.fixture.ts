/** Rules for tests: three true-false, five single, two multiple, three times a day, nothing wrong with them. */
import type { ContestRules, DrawPart } from './contest-rules.schema.ts'
import type { DrawableKind } from './draw.rules.ts'

export const partOf = (count: number, wish: Partial<DrawPart> = {}): DrawPart => ({
  ...{ count, type: null, category: null, difficulty: null, points: 10 },
  ...wish,
})

export const kindOf = (count: number, wish: Partial<DrawableKind> = {}): DrawableKind => ({
  ...{ count, type: 'single', category: '', difficulty: 'easy' },
  ...wish,
})

export const plainKinds: readonly DrawableKind[] = [
  kindOf(40, { type: 'true-false' }),
  kindOf(60),
  kindOf(30, { type: 'multiple' }),
]

export const rulesOf = (wish: Partial<ContestRules> = {}): ContestRules => ({
  opensAt: '2026-09-01T00:00:00.000Z',
  closesAt: '2026-09-15T10:00:00.000Z',
  hours: null,
  groups: [],
  sessions: [],
  draw: [partOf(3, { type: 'true-false' }), partOf(5, { type: 'single' }), partOf(2, { type: 'multiple' })],
  partly: 'none',
  time: { per: 'question', seconds: 30 },
  graceSeconds: 30,
  attempts: { perDay: 3, inAll: null },
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
  privacy: {
    notice: '只登记昵称和单位，用于排名，活动结束 90 天后删除。',
    minimumAge: 14,
    keepDays: 90,
  },
  withdrawn: 'award',
  ...wish,
})
