import { commonRules, type Preset, part } from './preset.ts'

/** As Qingdao played in 2023: five short rounds a day that add up, with points for passing it on and six lottery chances. */
export const fiveAndShare: Preset = {
  key: 'five-and-share',
  name: '天天 5 轮，累计加分享',
  note: '每天 5 次、每次 5 题、每题 30 秒，得分累计；转发每天最多加 20 分；一次满 60 分参加抽奖，每天 6 次机会。',
  rules: now => ({
    ...commonRules(now),
    draw: [part(5, null, 20)],
    time: { per: 'question', seconds: 30 },
    attempts: { perDay: 5, inAll: null },
    scoring: 'cumulative',
    share: { points: 5, mostADay: 20 },
    lottery: { by: 'score', least: 60, drawsADay: 6 },
  }),
}
