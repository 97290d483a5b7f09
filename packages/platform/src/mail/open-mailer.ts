import { createHash, randomUUID } from 'node:crypto'
import { stat } from 'node:fs/promises'
import type { Clock } from '../clock/index.ts'
import { type Connection, type Database, withRole } from '../db/index.ts'
import type { FileStore } from '../files/index.ts'
import { openQueue, type Queue } from '../jobs/index.ts'
import type { Sealer } from '../seal/index.ts'
import type { ComposedMail } from './compose-mail.ts'
import { pauseAfter } from './mail.rules.ts'
import type { MailSettings } from './mail-settings.ts'
import {
  type Delivery,
  type Letter,
  type MailProblem,
  openTransport,
  type Transport,
} from './open-transport.ts'
import {
  addressOf,
  beginAttempt,
  confirmKind,
  endMail,
  forgetMail,
  insertMail,
  type MailAttachment,
  type MailRow,
  markAddress,
  noteProblem,
  selectDueMail,
  whoWantsMail,
} from './outbox.store.ts'

export type NewMail = ComposedMail & {
  /** By which whoever posts it finds it again. */
  readonly id?: string
  /** `noun.verb`, by which people mute it. */
  readonly kind: string
  readonly at: Date
  /** Not sent before this instant: quiet hours. */
  readonly notBefore?: Date
  readonly attachment?: MailAttachment
} & (
    | { readonly personId: string; readonly to?: never }
    /** An address outside, kept sealed until the mail has left. */
    | { readonly to: string; readonly personId?: never }
  )

/** What hangs on a mail is no larger than this: many servers take 20 MB, and base64 makes a third more of it. */
export const attachmentLimitBytes = 14 * 1024 * 1024

export type Mailer = {
  /** Whether a mail server is set; without one nothing is written and nothing is sent. */
  readonly on: boolean
  /** Of these people, those who would get mail of the kind. */
  whoWants(
    tx: Database,
    people: readonly string[],
    kind: string,
    options?: { daily?: boolean },
  ): Promise<Set<string>>
  /** Puts mail into the outbox inside the caller's transaction; call `wake` after it. */
  post(tx: Database, mails: readonly NewMail[]): Promise<void>
  /** Hands over what is due, now; the timer does it every minute. */
  wake(): Promise<void>
  readonly queue: Queue<'send-mail'>
  start(): Promise<void>
  close(): Promise<void>
}

const lookAgainMs = 60_000
const keptMs = 30 * 86_400_000
/** Until the last attempt has ended: should the process die over it, the next one gives it up. */
const lastPauseMs = 3_600_000

/**
 * Opens the outbox of the installation. `stopLink` is the page on which people stop mail; `onTrouble` hears the kind of
 * what keeps mail from leaving, never an address or a secret.
 */
export function openMailer(options: {
  connection: Pick<Connection, 'db' | 'kind' | 'inTransaction'>
  clock: Clock
  sealer: Sealer
  settings: MailSettings | null
  /** Where attachments lie. */
  files?: Pick<FileStore, 'path' | 'read'>
  stopLink: string | null
  onError: (error: unknown) => void
  onTrouble: (problem: MailProblem) => void
  transport?: Transport
}): Mailer {
  const { connection, clock, sealer, settings, files, stopLink, onError, onTrouble } = options
  const { db } = connection
  const transport = options.transport ?? (settings ? openTransport(settings) : null)
  const deliver = async (mail: MailRow): Promise<Delivery> => {
    const to = await addressOf(db, mail, sealer)
    if (to === null || !transport) return { sent: false, problem: 'no-address', final: true }
    const attached = await openAttachment(files, mail.attachment)
    if (typeof attached === 'string') return { sent: false, problem: attached, final: true }
    // An address outside is nobody's account: there is no page on which they stop mail.
    const stop = mail.personId === null ? null : stopLink
    return transport.send({ ...mail, to, attachments: attached, stopLink: stop })
  }
  const settle = async (tx: Database, mail: MailRow, delivery: Delivery): Promise<void> => {
    const now = clock.now()
    const own = mail.kind !== confirmKind
    const mark = async (problem: MailProblem | null) => {
      if (mail.personId !== null) await markAddress(tx, mail.personId, problem, now)
    }
    if (delivery.sent) {
      await endMail(tx, mail.id, 'sent', null, now)
      if (own) await mark(null)
      return
    }
    const { problem, final } = delivery
    if (!final && pauseAfter(mail.attempts) !== null) return noteProblem(tx, mail.id, problem)
    await endMail(tx, mail.id, 'failed', final ? problem : 'gave-up', now)
    if (problem === 'address-refused' || own) await mark(problem)
  }
  const queue: Queue<'send-mail'> = openQueue({
    connection,
    kinds: {
      'send-mail': {
        concurrency: 2,
        begin: async (tx, job) => {
          if (!transport) return null
          const mail = await beginAttempt(
            tx,
            job.id,
            clock.now(),
            attempts => pauseAfter(attempts) ?? lastPauseMs,
          )
          return (
            mail &&
            (async () => {
              const delivery = await deliver(mail)
              if (!delivery.sent) onTrouble(delivery.problem)
              await db.transaction(async tx => {
                await settle(tx, mail, delivery)
                await job.done(tx)
              })
            })
          )
        },
      },
    },
    onError,
  })
  const wake = async (): Promise<void> => {
    if (!transport) return
    await db.transaction(async tx => queue.send(tx, 'send-mail', await selectDueMail(tx, clock.now())))
    queue.wake()
  }
  let looking: Promise<unknown> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  return {
    on: transport !== null,
    whoWants: async (tx, people, kind, { daily = false } = {}) =>
      transport ? withRole(tx, 'owner', () => whoWantsMail(tx, people, kind, daily)) : new Set(),
    post: (tx, mails) => {
      if (!transport || !mails.length) return Promise.resolve()
      const rows = mails.map(({ to, personId = null, id = randomUUID(), ...mail }) => ({
        ...mail,
        id,
        personId,
        toSealed: to === undefined ? null : sealer.seal(to, id),
        attachment: mail.attachment ?? null,
        notBefore: mail.notBefore ?? mail.at,
      }))
      return withRole(tx, 'owner', () => insertMail(tx, rows))
    },
    wake,
    queue,
    start: async () => {
      if (!transport) return
      await queue.start()
      await wake()
      await forgetMail(db, new Date(clock.now().getTime() - keptMs))
      timer = setInterval(() => {
        looking = looking.then(wake).catch(onError)
      }, lookAgainMs).unref()
    },
    close: async () => {
      clearInterval(timer)
      await looking
      await queue.close()
    },
  }
}

/** What hangs on a mail, or why it cannot. */
async function openAttachment(
  files: Pick<FileStore, 'path' | 'read'> | undefined,
  attachment: MailAttachment | null,
): Promise<Letter['attachments'] | 'attachment-lost' | 'attachment-too-large'> {
  if (!attachment) return []
  const found = await stat(files?.path(attachment.sha256) ?? '').catch(() => null)
  if (!files || !found) return 'attachment-lost'
  if (found.size > attachmentLimitBytes) return 'attachment-too-large'
  const bytes = await files.read(attachment.sha256)
  // What is no longer what was posted goes to nobody.
  if (createHash('sha256').update(bytes).digest('hex') !== attachment.sha256) return 'attachment-lost'
  return [{ ...attachment, bytes }]
}
