import { type Agent, type TestApp, testUnits } from '@jianbao/testkit'
import type { Person, PersonDraft } from '../../contract/index.ts'

let count = 0

/** A new invented person of the city, or as told. */
export async function newPerson(app: TestApp, draft: Partial<PersonDraft> = {}): Promise<Person> {
  const keeper = await app.as('system-administrator')
  const name = `甲${++count}号`
  const answer = await keeper.post('/api/people', { name, unitId: testUnits.city, ...draft })
  if (answer.statusCode !== 201) throw new Error(`no person: ${answer.body}`)
  return answer.json()
}

/** A new person with an account; returns how to sign in. */
export async function newAccount(app: TestApp, draft: Partial<PersonDraft> = {}) {
  const { id } = await newPerson(app, draft)
  const keeper = await app.as('system-administrator')
  const answer = await keeper.post(`/api/people/${id}/account`, { username: `u${++count}` })
  if (answer.statusCode !== 201) throw new Error(`no account: ${answer.body}`)
  const { person, password } = answer.json() as { person: Person; password: string }
  return { person, id, username: person.username!, password }
}

/** Signs somebody in as the page does; what they get. */
export async function signIn(app: TestApp, username: string, password: string) {
  const visitor: Agent = await app.as('anonymous')
  const answer = await visitor.post('/api/auth/sign-in/username', { username, password })
  const cookie = answer.cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
  return { statusCode: answer.statusCode, cookie }
}

/** What the session says of whoever holds the cookie. */
export async function whoIs(app: TestApp, cookie: string) {
  const visitor = await app.as('anonymous')
  const answer = await visitor.request({ method: 'GET', url: '/api/session', headers: { cookie } })
  return answer.json().user as { name: string; mustChangePassword: boolean } | null
}
