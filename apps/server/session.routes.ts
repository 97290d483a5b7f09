import { changePassword, type Person, type Role, roles } from '@jianbao/platform/access'
import { defineRoute, type Route, type RouteServices } from '@jianbao/platform/http'
import { Type } from 'typebox'
import { demonstrationPassword, demonstrationPeople } from './demonstration-people.ts'

const closed = { additionalProperties: false }
const RoleName = Type.Unsafe<Role>(Type.String({ enum: [...roles] }))

export const Session = Type.Object(
  {
    user: Type.Union([
      Type.Object(
        {
          id: Type.String(),
          name: Type.String(),
          username: Type.String(),
          /** What they may do and where. */
          posts: Type.Array(
            Type.Object({ role: RoleName, unitId: Type.String(), unitName: Type.String() }, closed),
          ),
          mustChangePassword: Type.Boolean(),
          mustSetUpSecondFactor: Type.Boolean(),
        },
        closed,
      ),
      Type.Null(),
    ]),
    /** The sign-ins everybody may use, where demonstration data is shown. */
    demonstration: Type.Union([
      Type.Object(
        {
          password: Type.String(),
          people: Type.Array(
            Type.Object(
              { username: Type.String(), name: Type.String(), roles: Type.Array(RoleName) },
              closed,
            ),
          ),
        },
        closed,
      ),
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

const demonstration = {
  password: demonstrationPassword,
  people: demonstrationPeople.map(({ username, name, roles }) => ({ username, name, roles: [...roles] })),
}

/** Without the paths: where a unit stands among the others is not for pages. */
function showUser({ posts, ...person }: Person) {
  return { ...person, posts: posts.map(({ role, unitId, unitName }) => ({ role, unitId, unitName })) }
}

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
          user: caller ? showUser(caller.person) : null,
          demonstration: shown.demonstration ? demonstration : null,
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
      duringSetUp: true,
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
