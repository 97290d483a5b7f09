/** One question of each type, for contests that are played in the browser. */
import type { ContestRules, QuestionDraft } from '../features/contest/contract/index.ts'

const question = (more: Pick<QuestionDraft, 'type' | 'stem' | 'answer'> & Partial<QuestionDraft>) => ({
  options: [],
  category: '科学',
  difficulty: 'easy' as const,
  explanation: '',
  source: '',
  ...more,
})

export const kindsOfQuestions: readonly QuestionDraft[] = [
  question({
    type: 'true-false',
    stem: '光在真空中的传播速度比在水中快。',
    options: ['对', '错'],
    answer: [0],
    explanation: '光在水中的速度约为真空中的四分之三。',
  }),
  question({
    type: 'single',
    stem: '水在标准大气压下多少摄氏度沸腾？',
    options: ['80', '90', '100', '120'],
    answer: [2],
  }),
  question({
    type: 'multiple',
    stem: '下列能源中，属于可再生能源的有哪些？',
    options: ['风能', '太阳能', '煤炭', '天然气', '潮汐能'],
    answer: [0, 1, 4],
    explanation: '煤炭和天然气的形成要几百万年，用一点少一点。',
  }),
  question({
    type: 'fill-in',
    stem: '地球绕（　）公转，月球绕（　）公转。',
    answer: [['太阳'], ['地球']],
  }),
]

/** A paper of one of each, ten points apiece, in the order of the types. */
export const oneOfEach: ContestRules['draw'] = (['true-false', 'single', 'multiple', 'fill-in'] as const).map(
  type => ({ count: 1, type, category: null, difficulty: null, points: 10 }),
)
