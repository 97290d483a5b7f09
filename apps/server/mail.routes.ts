import { Problem } from '@jianbao/errors'
import { type MailKind, mailKinds } from '@jianbao/ledger/contract'
import { enterScope, noScope } from '@jianbao/platform/access'
import { defineRoute, type Route, type RouteServices } from '@jianbao/platform/http'
import {
  askMailAddress,
  chooseMail,
  codeRules,
  composeMail,
  confirmKind,
  confirmMailAddress,
  countCodeTry,
  forgetMailAddress,
  type Mailer,
  type MailProblem,
  mailProblems,
  readMailAddress,
  readMailWish,
} from '@jianbao/platform/mail'
import type { Sealer } from '@jianbao/platform/seal'
import { Type } from 'typebox'

const closed = { additionalProperties: false }
const Nullable = Type.Union([Type.String(), Type.Null()])
const Kinds = Type.Array(Type.Unsafe<MailKind>(Type.String({ enum: [...mailKinds] })), {
  maxItems: mailKinds.length,
  uniqueItems: true,
})

const mailActions = ['set', 'confirm', 'choose', 'remove'] as const
type MailAction = (typeof mailActions)[number]

/** How mail to the caller stands; addresses are masked even for their owner: a screen is seen by others. */
export const MailWish = Type.Object(
  {
    /** Whether a mail server is set at all. */
    available: Type.Boolean(),
    address: Nullable,
    pending: Nullable,
    pendingUntil: Nullable,
    daily: Type.Boolean(),
    muted: Kinds,
    problem: Type.Union([Type.Unsafe<MailProblem>(Type.String({ enum: [...mailProblems] })), Type.Null()]),
    actions: Type.Array(Type.Unsafe<MailAction>(Type.String({ enum: [...mailActions] }))),
  },
  closed,
)
const Address = Type.Object({ address: Type.String({ minLength: 1, maxLength: 254 }) }, closed)
const Code = Type.Object({ code: Type.String({ pattern: '^\\d{6}$' }) }, closed)
const Choice = Type.Object({ daily: Type.Boolean(), muted: Kinds }, closed)

const path = '/api/session/mail'
const common = { tags: ['session'], access: 'signed-in' } as const

type MailServices = Pick<RouteServices, 'db' | 'clock'> & {
  sealer: Sealer
  mailer: Mailer
  publicUrl: string | null
}

/** The caller's own wish for mail: an address is theirs, confirmed by a code mailed there, and nobody else's to see. */
export function mailRoutes({ db, clock, sealer, mailer, publicUrl }: MailServices): Route[] {
  const show = async (tx: Parameters<typeof readMailWish>[0], personId: string) => {
    const wish = await readMailWish(tx, personId, sealer, clock.now())
    const [has, waits] = [wish.address !== null, wish.pending !== null]
    const actions: MailAction[] = mailer.on ? ['set'] : []
    if (mailer.on && waits) actions.push('confirm')
    if (mailer.on && has) actions.push('choose')
    if (has || waits) actions.push('remove')
    return {
      ...wish,
      muted: wish.muted.filter((kind): kind is MailKind => (mailKinds as readonly string[]).includes(kind)),
      available: mailer.on,
      actions,
    }
  }
  return [
    defineRoute({
      ...common,
      operationId: 'getMailWish',
      method: 'GET',
      path,
      summary: 'How mail to the caller stands',
      audit: null,
      schema: { response: { 200: MailWish } },
      handler: ({ caller, read }) => read(tx => show(tx, caller!.person.id)),
    }),
    defineRoute({
      ...common,
      operationId: 'setMailAddress',
      method: 'POST',
      path: `${path}/address`,
      summary: 'Send a code to an address the caller wants mail at',
      audit: 'account.set-mail',
      perMinute: 10,
      schema: { body: Address, response: { 200: MailWish } },
      handler: async ({ caller, body, act }) => {
        if (!mailer.on) throw new Problem('mail-off')
        const { id } = caller!.person
        const address = readMailAddress(body.address)
        if (address === null) throw new Problem('mail-address-invalid', { address: body.address })
        const shown = await act(id, async tx => {
          const at = clock.now()
          const code = await askMailAddress(tx, { personId: id, address, sealer, now: at })
          await mailer.post(tx, [{ ...confirmation(code, publicUrl), personId: id, kind: confirmKind, at }])
          return show(tx, id)
        })
        await mailer.wake()
        return shown
      },
    }),
    defineRoute({
      ...common,
      operationId: 'confirmMailAddress',
      method: 'POST',
      path: `${path}/confirm`,
      summary: 'Confirm the address by the code that was mailed there',
      audit: 'account.confirm-mail',
      perMinute: 30,
      schema: { body: Code, response: { 200: MailWish } },
      handler: async ({ caller, body, act }) => {
        const personId = caller!.person.id
        const left = await db.transaction(async tx => {
          await enterScope(tx, { scope: noScope, personId })
          return countCodeTry(tx, personId, clock.now())
        })
        return act(personId, async tx => {
          await confirmMailAddress(tx, { personId, code: body.code, left, sealer, now: clock.now() })
          return show(tx, personId)
        })
      },
    }),
    defineRoute({
      ...common,
      operationId: 'chooseMail',
      method: 'POST',
      path: `${path}/choice`,
      summary: 'Choose which mail to get',
      audit: 'account.choose-mail',
      schema: { body: Choice, response: { 200: MailWish } },
      handler: ({ caller, body, act }) =>
        act(caller!.person.id, async (tx, _scope, entry) => {
          const before = await readMailWish(tx, caller!.person.id, sealer, clock.now())
          await chooseMail(tx, caller!.person.id, body)
          entry.before = { daily: before.daily, muted: before.muted.join(' ') }
          entry.after = { daily: body.daily, muted: body.muted.join(' ') }
          return show(tx, caller!.person.id)
        }),
    }),
    defineRoute({
      ...common,
      operationId: 'removeMailAddress',
      method: 'POST',
      path: `${path}/remove`,
      summary: 'Forget the address: nothing is mailed any more',
      audit: 'account.remove-mail',
      schema: { response: { 200: MailWish } },
      handler: ({ caller, act }) =>
        act(caller!.person.id, async tx => {
          await forgetMailAddress(tx, caller!.person.id)
          return show(tx, caller!.person.id)
        }),
    }),
  ]
}

/** Goes to an address nobody has proven yet: it says no more than what whoever gets it by mistake has to know. */
function confirmation(code: string, publicUrl: string | null) {
  return composeMail({
    subject: `简报台验证码：${code}`,
    opening: `您好：\n您在简报台填写了这个邮箱，用来接收工作提醒。请在“我的账号”中输入验证码 ${code}，${codeRules.goodMs / 60_000} 分钟内有效。`,
    lines: [],
    stop: '不是您本人填写的，请忽略本邮件：不输入验证码，就不会再有邮件发到这里。',
    stopLink: publicUrl && `${publicUrl}/desk/account`,
  })
}
