/** Who keeps the questions of a bank, and who says that they may be asked. */
import { contestKeepers } from './contest.flow.ts'
import type { QuestionState } from './question.schema.ts'

/** What is right stands beside every question: who only reports or inspects has no business there. */
export const bankReaders = ['coordinator', 'editor', 'reviser', 'unit-lead', 'signatory'] as const
export const questionReviewers = ['coordinator', 'editor', 'reviser', 'unit-lead'] as const
type BankRole = (typeof bankReaders)[number]

type QuestionStep = {
  readonly from: readonly QuestionState[]
  readonly to: QuestionState | null
  readonly by: readonly BankRole[]
}

export const questionFlow = {
  /** 改过的题要重新审 */
  edit: { from: ['draft', 'approved', 'retired'], to: 'draft', by: contestKeepers },
  /** 审核通过: by somebody other than who wrote it */
  approve: { from: ['draft'], to: 'approved', by: questionReviewers },
  /** 停用 */
  retire: { from: ['draft', 'approved'], to: 'retired', by: contestKeepers },
  /** 恢复为待审 */
  restore: { from: ['retired'], to: 'draft', by: contestKeepers },
  /** 删除: what was approved is retired first */
  remove: { from: ['draft', 'retired'], to: null, by: contestKeepers },
} as const satisfies Record<string, QuestionStep>

export type QuestionAction = keyof typeof questionFlow
export const questionActions = Object.keys(questionFlow) as readonly QuestionAction[]
/** What is done with many at once. */
export const questionDeeds = [
  'approve',
  'retire',
  'restore',
  'remove',
] as const satisfies readonly QuestionAction[]
export type QuestionDeed = (typeof questionDeeds)[number]

/** Whether an action is open where a question stands; who wrote it is asked separately. */
export const isOpenAction = (action: QuestionAction, state: QuestionState): boolean =>
  (questionFlow[action].from as readonly QuestionState[]).includes(state)

/** What somebody may do next; nobody approves what they wrote. */
export function actionsOfQuestion(
  { state, writtenBy }: { readonly state: QuestionState; readonly writtenBy: string },
  who: { readonly id: string; readonly roles: readonly string[] },
): QuestionAction[] {
  return questionActions.filter(
    action =>
      isOpenAction(action, state) &&
      (questionFlow[action].by as readonly string[]).some(role => who.roles.includes(role)) &&
      !(action === 'approve' && writtenBy === who.id),
  )
}
