/** Mail: where people want it, an outbox in the database, and the way to the mail server. */
import { type Migration, readMigrations } from '../db/index.ts'

export { type ComposedMail, composeMail, type MailDraft, type MailLine } from './compose-mail.ts'
export { codeRules } from './mail.rules.ts'
export {
  askMailAddress,
  chooseMail,
  confirmMailAddress,
  countCodeTry,
  forgetMailAddress,
  type MailWish,
  readMailWish,
} from './mail-address.store.ts'
export { type MailSettings, MailSettingsError, readMailAddress, readMailSettings } from './mail-settings.ts'
export { type Mailer, type NewMail, openMailer } from './open-mailer.ts'
export { type MailProblem, mailProblems, openTransport, type Transport } from './open-transport.ts'
export { confirmKind } from './outbox.store.ts'

export const mailMigrations = (): Promise<Migration[]> =>
  readMigrations('mail', new URL('./migrations/', import.meta.url))
