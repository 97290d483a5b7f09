import { commonRules, type Preset, part } from './preset.ts'

/** As Ningxia played in 2018: free practice, eight questions a day; best, then time, then who was there first; five right enter the lottery. */
export const practiseThenEight: Preset = {
  key: 'practise-then-eight',
  name: '先练后答，每日 8 题',
  note: '随时练习；正式答题每天 1 次、8 题、每题 60 秒，取最好成绩，同分比用时；答对 5 题参加抽奖。',
  rules: now => ({
    ...commonRules(now),
    draw: [part(8, null, 10)],
    time: { per: 'question', seconds: 60 },
    attempts: { perDay: 1, inAll: null },
    practice: true,
    scoring: 'best',
    ties: ['time', 'earlier'],
    lottery: { by: 'right', least: 5, drawsADay: 1 },
  }),
}
