/** What may be done with people, their posts and their accounts, and whose post allows it. */
import type { RoleName } from './role-name.ts'

export const personStates = ['active', 'left'] as const
export type PersonState = (typeof personStates)[number]

/** Who sees the people of the units in their scope. */
export const personReaders = [
  'unit-lead',
  'coordinator',
  'inspector',
  'system-administrator',
  'security-administrator',
  'auditor',
] as const satisfies readonly RoleName[]

const keepers = ['system-administrator'] as const satisfies readonly RoleName[]
const guardians = ['security-administrator'] as const satisfies readonly RoleName[]

type PersonStep = {
  by: readonly RoleName[]
  state: PersonState
  /** Needs an account, needs that there is none, or neither. */
  account: boolean | null
  /** Nobody does it to themselves. */
  onOthers: boolean
  /** All posts of the person must lie in the caller's scope: who may do it could otherwise take those over. */
  whole: boolean
}

/** 系统管理员 keeps people and opens accounts, 安全管理员 gives rights and guards accounts; neither does the other's. */
export const personFlow = {
  edit: { by: keepers, state: 'active', account: null, onOthers: false, whole: false },
  leave: { by: keepers, state: 'active', account: null, onOthers: true, whole: true },
  return: { by: keepers, state: 'left', account: null, onOthers: true, whole: true },
  'open-account': { by: keepers, state: 'active', account: false, onOthers: true, whole: true },
  'read-phone': {
    by: ['unit-lead', 'coordinator', 'system-administrator'],
    state: 'active',
    account: null,
    onOthers: false,
    whole: false,
  },
  grant: { by: guardians, state: 'active', account: null, onOthers: true, whole: false },
  withdraw: { by: guardians, state: 'active', account: null, onOthers: true, whole: false },
  'reset-password': { by: guardians, state: 'active', account: true, onOthers: true, whole: true },
  // Not by whoever gives new passwords: nobody alone gets into an account with two factors.
  'reset-second-factor': { by: keepers, state: 'active', account: true, onOthers: true, whole: true },
  lock: { by: guardians, state: 'active', account: true, onOthers: true, whole: true },
  unlock: { by: guardians, state: 'active', account: true, onOthers: true, whole: true },
  'list-sessions': { by: guardians, state: 'active', account: true, onOthers: false, whole: false },
  'end-sessions': { by: guardians, state: 'active', account: true, onOthers: true, whole: false },
} as const satisfies Record<string, PersonStep>

export type PersonAction = keyof typeof personFlow
export const personActions = Object.keys(personFlow) as readonly PersonAction[]

export type PersonStanding = {
  readonly state: PersonState
  readonly self: boolean
  readonly hasAccount: boolean
  /** Holds posts outside the caller's scope. */
  readonly beyond: boolean
}

/** Why an action is not for this person now; codes of the catalogue of problems. */
export type PersonRefusal =
  | 'person-left'
  | 'person-at-work'
  | 'person-self'
  | 'person-beyond'
  | 'account-there'
  | 'account-missing'

/** Null, or why `action` is not for this person now, whoever calls. */
export function personRefusal(action: PersonAction, person: PersonStanding): PersonRefusal | null {
  const step: PersonStep = personFlow[action]
  if (person.state !== step.state) return person.state === 'left' ? 'person-left' : 'person-at-work'
  if (step.onOthers && person.self) return 'person-self'
  if (step.account !== null && step.account !== person.hasAccount)
    return person.hasAccount ? 'account-there' : 'account-missing'
  return step.whole && person.beyond ? 'person-beyond' : null
}
