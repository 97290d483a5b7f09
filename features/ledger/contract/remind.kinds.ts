/** What people are reminded of; each may be left out of mail. */
export const remindKinds = [
  /** 任务快到期或已逾期 */
  'task',
  /** 待本单位审签 */
  'review',
  /** 编辑部久未受理 */
  'desk',
  /** 约稿 */
  'commission',
  /** 责任书、承诺书未签 */
  'commitment',
] as const
export type RemindKind = (typeof remindKinds)[number]

/** 催办: a coordinator asks by hand. */
export const byHandKind = 'by-hand'
/** Kinds of mail people choose from. */
export const mailKinds = [...remindKinds, byHandKind] as const
export type MailKind = (typeof mailKinds)[number]
