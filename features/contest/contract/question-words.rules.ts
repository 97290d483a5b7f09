/** What is said of a question by how it was answered. */

/** 偏易, 偏难, 区分度低, 负区分: the better ones miss it; 作答较少: too few to say anything. */
export const questionWords = ['easy', 'hard', 'weak', 'reversed', 'few'] as const
export type QuestionWord = (typeof questionWords)[number]

/** Shares of right answers, correlations, and attempts below which nothing is said. */
export const questionBounds = { easy: 0.9, hard: 0.3, weak: 0.2, few: 30 } as const

/** `rate`: 难度, the share of right answers. `discrimination`: 区分度, their correlation with the rest of the paper. */
export function wordsOfQuestion({
  asked,
  rate,
  discrimination,
}: {
  readonly asked: number
  readonly rate: number | null
  readonly discrimination: number | null
}): QuestionWord[] {
  if (rate === null || asked < questionBounds.few) return ['few']
  const words: QuestionWord[] = []
  if (rate >= questionBounds.easy) words.push('easy')
  if (rate < questionBounds.hard) words.push('hard')
  if (discrimination !== null && discrimination < 0) words.push('reversed')
  else if (discrimination !== null && discrimination < questionBounds.weak) words.push('weak')
  return words
}
