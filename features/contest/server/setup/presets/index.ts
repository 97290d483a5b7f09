/** Templates a contest can be begun from, after contests that were really held. */
import { dailyTwenty } from './daily-twenty.ts'
import { fiveAndShare } from './five-and-share.ts'
import { hundredInOneSitting } from './hundred-in-one-sitting.ts'
import { practiseThenEight } from './practise-then-eight.ts'
import type { Preset } from './preset.ts'
import { thirtyDays } from './thirty-days.ts'

export const presets: readonly Preset[] = [
  dailyTwenty,
  practiseThenEight,
  fiveAndShare,
  thirtyDays,
  hundredInOneSitting,
]
