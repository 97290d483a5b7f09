import { changePassword, demonstrationAccount } from '@jianbao/platform/access'
import { defineRoute, type Route, type RouteServices } from '@jianbao/platform/http'
import { Type } from 'typebox'

const closed = { additionalProperties: false }

export const Session = Type.Object(
  {
    user: Type.Union([
      Type.Object(
        {
          id: Type.String(),
          name: Type.String(),
          username: Type.String(),
          role: Type.Union([Type.Literal('administrator'), Type.Null()]),
          mustChangePassword: Type.Boolean(),
        },
        closed,
      ),
      Type.Null(),
    ]),
    /** The sign-in everybody may use, where demonstration data is shown. */
    demonstration: Type.Union([
      Type.Object({ username: Type.String(), password: Type.String() }, closed),
      Type.Null(),
    ]),
    version: Type.String(),
  },
  closed,
)

const PasswordChange = Type.Object(
  {
    currentPassword: Type.String({ minLength: 1, maxLength: 128 }),
    newPassword: Type.String({ minLength: 1, maxLength: 128 }),
  },
  closed,
)

export function sessionRoutes(
  services: RouteServices,
  shown: { version: string; demonstration: boolean },
): Route[] {
  const { signIn } = services
  return [
    defineRoute({
      operationId: 'getSession',
      method: 'GET',
      path: '/api/session',
      summary: 'Who is signed in',
      tags: ['session'],
      access: 'anyone',
      audit: null,
      schema: { response: { 200: Session } },
      handler: async ({ caller, reply }) => {
        reply.header('cache-control', 'no-store')
        return {
          user: caller?.person ?? null,
          demonstration: shown.demonstration ? { ...demonstrationAccount } : null,
          version: shown.version,
        }
      },
    }),
    defineRoute({
      operationId: 'changePassword',
      method: 'POST',
      path: '/api/session/password',
      summary: 'Set a new password; all other sessions of the person end',
      tags: ['session'],
      access: 'signed-in',
      audit: 'account.change-password',
      duringPasswordChange: true,
      perMinute: 10,
      schema: { body: PasswordChange, response: { 204: Type.Null() } },
      handler: async ({ body, caller, act, reply }) => {
        const { person, sessionToken } = caller!
        await changePassword(signIn, act, {
          userId: person.id,
          current: body.currentPassword,
          next: body.newPassword,
          keepToken: sessionToken,
        })
        return reply.status(204).send()
      },
    }),
  ]
}
