import type { AttemptFlag, ContestAttemptRow, QuestionType, QuestionWord } from '../../contract/index.ts'

export const typeWords: Readonly<Record<QuestionType, string>> = {
  'true-false': '判断',
  single: '单选',
  multiple: '多选',
  'fill-in': '填空',
}
export const questionWordNames: Readonly<Record<QuestionWord, string>> = {
  easy: '偏易',
  hard: '偏难',
  weak: '区分度低',
  reversed: '负区分',
  few: '作答较少',
}
export const flagWords: Readonly<Record<AttemptFlag, string>> = {
  fast: '作答过快',
  regular: '节奏过于均匀',
  late: '超时交卷',
  restarted: '多次开始',
}

export function stateOfAttempt({ voided, reviewedAt, flags }: ContestAttemptRow): string {
  if (voided) return '作废'
  if (reviewedAt) return '有效'
  return flags.length > 0 ? '待处理' : ''
}
