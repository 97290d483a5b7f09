import { localDay, localInstant, nextDay } from '@jianbao/platform/clock'
import { commonRules, type Preset, part } from './preset.ts'

const groups = [
  { key: 'office', name: '机关组' },
  { key: 'enterprise', name: '企业组' },
  { key: 'school', name: '院校组' },
  { key: 'public', name: '公众组' },
] as const

/** As Shanxi played in 2021: a hundred single choices of ten seconds, one sitting from 09:00 to 11:00 for each division. */
export const hundredInOneSitting: Preset = {
  key: 'hundred-in-one-sitting',
  name: '分组同场 100 题',
  note: '单选 100 题、每题 10 秒，各组各开一场（09:00 至 11:00），每人 1 次，先比得分，再比用时。',
  rules: now => {
    const first = nextDay(localDay(now), 7)
    const at = (day: number, time: string) => localInstant(nextDay(first, day), time).toISOString()
    return {
      ...commonRules(now),
      opensAt: at(0, '09:00'),
      closesAt: at(groups.length - 1, '11:00'),
      groups: [...groups],
      sessions: groups.map(({ key, name }, day) => ({
        ...{ key, name: `${name}专场`, groups: [key] },
        ...{ opensAt: at(day, '09:00'), closesAt: at(day, '11:00') },
      })),
      draw: [part(100, 'single', 1)],
      time: { per: 'question', seconds: 10 },
      attempts: { perDay: null, inAll: 1 },
      scoring: 'best',
      ties: ['time', 'earlier'],
      answersShown: 'after-close',
    }
  },
}
