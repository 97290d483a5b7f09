export { type MailKind, mailKinds, type RemindKind, remindKinds, urgeKind } from './remind.kinds.ts'
