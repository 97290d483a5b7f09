import { type Enrolment, enrolPerson } from '@jianbao/organisation/server'
import type { SignIn } from '@jianbao/platform/access'
import type { Clock } from '@jianbao/platform/clock'
import { type Database, rowsOf, sql } from '@jianbao/platform/db'

/** The demonstration's sign-ins, which everybody may know: one for each kind of work. Invented people. */
export const demonstrationPassword = 'jianbao-demo'

type DemonstrationPerson = Omit<Enrolment, 'password' | 'unitId' | 'posts'> & {
  readonly roles: readonly Enrolment['posts'][number]['role'][]
  /** Code of the unit they work in; the top of the tree when left out. */
  readonly unitCode?: string
}

export const demonstrationPeople: readonly DemonstrationPerson[] = [
  { username: 'demo', name: '编辑小简', roles: ['editor', 'reviser'] },
  { username: 'xinxiyuan', name: '信息员小孟', roles: ['reporter'], unitCode: '410308' },
  { username: 'fuzeren', name: '负责人老洛', roles: ['unit-lead'], unitCode: '410300' },
  { username: 'shibianji', name: '市编辑小洛', roles: ['editor'], unitCode: '410300' },
  { username: 'qianfa', name: '签发人老签', roles: ['signatory'] },
  { username: 'gongzuozu', name: '工作组小组', roles: ['coordinator'] },
  { username: 'dudao', name: '督导老督', roles: ['inspector'] },
  { username: 'xitong', name: '系统管理员小系', roles: ['system-administrator'] },
  { username: 'anquan', name: '安全管理员小安', roles: ['security-administrator'] },
  { username: 'shenji', name: '审计员小审', roles: ['auditor'] },
]

/** Enrols those of them who are not there yet. */
export async function ensureDemonstrationPeople(services: {
  db: Database
  clock: Clock
  signIn: SignIn
}): Promise<void> {
  const there = await rowsOf<{ username: string }>(services.db, sql`select username from account_user`)
  const units = await rowsOf<{ id: string; code: string }>(services.db, sql`select id, code from unit`)
  for (const { roles, unitCode, ...person } of demonstrationPeople) {
    if (there.some(account => account.username === person.username)) continue
    const unitId = units.find(unit => unit.code === unitCode)?.id
    const unit = unitId ? { unitId } : {}
    const posts = roles.map(role => ({ role, ...unit }))
    await enrolPerson(services, { ...person, ...unit, password: demonstrationPassword, posts })
  }
}
