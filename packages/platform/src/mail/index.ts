/** Mail: where people want it, an outbox in the database, and the way to the mail server. */
import { type Migration, readMigrations } from '../db/index.ts'

export { type ComposedMail, composeMail } from './compose-mail.ts'
export { codeRules } from './mail.rules.ts'
export {
  askMailAddress,
  chooseMail,
  confirmMailAddress,
  countCodeTry,
  forgetMailAddress,
  readMailWish,
} from './mail-address.store.ts'
export { type MailSettings, MailSettingsError, readMailAddress, readMailSettings } from './mail-settings.ts'
export { attachmentLimitBytes, type Mailer, type NewMail, openMailer } from './open-mailer.ts'
export { type MailProblem, mailProblems, openTransport } from './open-transport.ts'
export { confirmKind, type MailAttachment } from './outbox.store.ts'

export const mailMigrations = (): Promise<Migration[]> =>
  readMigrations('mail', new URL('./migrations/', import.meta.url))
