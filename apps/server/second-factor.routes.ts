import { Problem } from '@jianbao/errors'
import {
  administers,
  backupCodesLeft,
  beginSecondFactor,
  type Caller,
  claimCode,
  confirmPassword,
  confirmSecondFactor,
  dropSecondFactor,
  renewBackupCodes,
} from '@jianbao/platform/access'
import { withRole } from '@jianbao/platform/db'
import { defineRoute, type Route, type RouteServices } from '@jianbao/platform/http'
import { Type } from 'typebox'
import { BackupCodes, Enrolment, SecondFactor, WithCode, WithPassword } from './session.schema.ts'

const common = { tags: ['session'], access: 'signed-in', duringSetUp: true } as const
const path = '/api/session/second-factor'

/** The caller's own second factor: set up, codes to fall back on, switched off. */
export function secondFactorRoutes(services: RouteServices): Route[] {
  const { db, signIn } = services
  const mustKeep = (caller: Caller): boolean =>
    services.secondFactorRequired && administers(caller.person.posts)
  return [
    defineRoute({
      ...common,
      operationId: 'getSecondFactor',
      method: 'GET',
      path,
      summary: 'How the caller’s second factor stands',
      audit: null,
      schema: { response: { 200: SecondFactor } },
      handler: async ({ caller }) => {
        const backupCodes = await backupCodesLeft(signIn, db, caller!.person.id)
        if (backupCodes === null) return { on: false, backupCodes, actions: ['begin'] }
        const off = mustKeep(caller!) ? [] : ['switch-off']
        return { on: true, backupCodes, actions: ['renew-codes', ...off] }
      },
    }),
    defineRoute({
      ...common,
      operationId: 'beginSecondFactor',
      method: 'POST',
      path,
      summary: 'Begin to set up the second factor: secret and codes are shown this once',
      audit: 'account.begin-second-factor',
      perMinute: 30,
      schema: { body: WithPassword, response: { 200: Enrolment } },
      handler: async ({ caller, body, act, reply }) => {
        const { id, username } = caller!.person
        await confirmPassword(services, id, body.password)
        const { shown, record } = await beginSecondFactor(signIn, username)
        await act(id, async tx => {
          if (!(await record(tx, id))) throw new Problem('second-factor-on')
        })
        reply.header('cache-control', 'no-store')
        return { ...shown, backupCodes: [...shown.backupCodes] }
      },
    }),
    defineRoute({
      ...common,
      operationId: 'confirmSecondFactor',
      method: 'POST',
      path: `${path}/confirm`,
      summary: 'Put it in force with a first code; other sessions end',
      audit: 'account.enable-second-factor',
      perMinute: 30,
      schema: { body: WithCode, response: { 204: Type.Null() } },
      handler: async ({ caller, body, act, reply }) => {
        const { id } = caller!.person
        const code = body.code.normalize('NFKC').replace(/\s/g, '')
        await signIn.load()
        await act(id, async tx => {
          const claim = await withRole(tx, 'owner', () => claimCode(signIn, tx, id, code, true))
          if (claim === 'absent') throw new Problem('second-factor-off')
          if (claim !== 'fresh') throw new Problem('second-factor-refused')
          await confirmSecondFactor(tx, id, caller!.sessionToken)
        })
        return reply.status(204).send()
      },
    }),
    defineRoute({
      ...common,
      operationId: 'renewBackupCodes',
      method: 'POST',
      path: `${path}/backup-codes`,
      summary: 'New codes to fall back on; the old ones are void',
      audit: 'account.renew-backup-codes',
      perMinute: 30,
      schema: { body: WithPassword, response: { 200: BackupCodes } },
      handler: async ({ caller, body, act, reply }) => {
        const { id } = caller!.person
        await confirmPassword(services, id, body.password)
        const { backupCodes, record } = await renewBackupCodes(signIn)
        await act(id, async tx => {
          if (!(await record(tx, id))) throw new Problem('second-factor-off')
        })
        reply.header('cache-control', 'no-store')
        return { backupCodes }
      },
    }),
    defineRoute({
      ...common,
      operationId: 'switchOffSecondFactor',
      method: 'POST',
      path: `${path}/off`,
      summary: 'Switch it off; not for administrators',
      audit: 'account.disable-second-factor',
      perMinute: 30,
      schema: { body: WithPassword, response: { 204: Type.Null() } },
      handler: async ({ caller, body, act, reply }) => {
        const { id } = caller!.person
        if (mustKeep(caller!)) throw new Problem('second-factor-kept')
        await confirmPassword(services, id, body.password)
        await act(id, tx => dropSecondFactor(tx, id))
        return reply.status(204).send()
      },
    }),
  ]
}
