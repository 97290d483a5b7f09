import { rowsOf, sql } from '@jianbao/platform/db'
import { type TestApp, testUnits } from '@jianbao/testkit'
import type { Person } from '../../contract/index.ts'
import { newAccount, newPerson, signIn } from './people.fixture.ts'

type Call = { url: string; method?: 'GET' | 'POST' | 'PATCH' | 'DELETE'; body?: object }

/** For each route about one person: somebody new in the test city, in the state the route is for. */
export async function peopleProbes(app: TestApp): Promise<Record<string, () => Promise<Call>>> {
  const person = async (): Promise<string> => (await newPerson(app)).id
  const account = async (): Promise<string> => (await newAccount(app)).id
  const at = async (id: Promise<string>, path = '') => ({ url: `/api/people/${await id}${path}` })
  const posted = async (id: Promise<string>, path: string) => ({
    ...(await at(id, path)),
    method: 'POST' as const,
  })
  const granted = async () => {
    const id = await person()
    const guardian = await app.as('security-administrator')
    const answer = await guardian.post(`/api/people/${id}/posts`, {
      role: 'reporter',
      unitId: testUnits.city,
    })
    return { id, post: (answer.json() as Person).posts[0]!.id }
  }
  const left = async () => {
    const id = await person()
    await (await app.as('system-administrator')).post(`/api/people/${id}/leave`)
    return id
  }
  const signedIn = async () => {
    const { id, username, password } = await newAccount(app)
    await signIn(app, username, password)
    return id
  }
  return {
    createPerson: async () => ({ url: '/api/people', body: { name: '新来', unitId: testUnits.city } }),
    getPerson: () => at(person()),
    editPerson: async () => ({
      ...(await at(person())),
      method: 'PATCH' as const,
      body: { version: 0, title: '主任' },
    }),
    leavePerson: () => posted(person(), '/leave'),
    returnPerson: () => posted(left(), '/return'),
    readPersonPhone: () =>
      posted(
        newPerson(app, { phone: '13800001234' }).then(({ id }) => id),
        '/phone',
      ),
    grantPost: async () => ({
      ...(await posted(person(), '/posts')),
      body: { role: 'reporter', unitId: testUnits.city },
    }),
    withdrawPost: async () => {
      const { id, post } = await granted()
      return { url: `/api/people/${id}/posts/${post}`, method: 'DELETE' }
    },
    openAccount: async () => {
      const id = await person()
      return { ...(await posted(Promise.resolve(id), '/account')), body: { username: `p${id.slice(0, 8)}` } }
    },
    resetPassword: () => posted(account(), '/account/password'),
    lockAccount: () => posted(account(), '/account/lock'),
    unlockAccount: () => posted(account(), '/account/unlock'),
    resetSecondFactor: () => posted(account(), '/account/second-factor/reset'),
    listPersonSessions: () => at(account(), '/sessions'),
    endPersonSessions: async () => ({ ...(await at(signedIn(), '/sessions')), method: 'DELETE' as const }),
    endPersonSession: async () => {
      const id = await signedIn()
      const [session] = await rowsOf<{ id: string }>(
        app.connection.db,
        sql`select id from account_session where user_id = ${id}`,
      )
      return { url: `/api/people/${id}/sessions/${session!.id}`, method: 'DELETE' }
    },
  }
}
