import { expect, test } from 'vitest'
import {
  type PersonStanding,
  personActions,
  personFlow,
  personReaders,
  personRefusal,
  personStates,
  roleNames,
} from './index.ts'

const flags = [false, true]
const standings: PersonStanding[] = personStates.flatMap(state =>
  flags.flatMap(self =>
    flags.flatMap(hasAccount => flags.map(beyond => ({ state, self, hasAccount, beyond }))),
  ),
)

test('what may be done with whom, walked whole', () => {
  const allowed = (action: (typeof personActions)[number]) =>
    standings
      .filter(standing => personRefusal(action, standing) === null)
      .map(({ state, ...rest }) =>
        [state, ...Object.entries(rest).flatMap(([name, is]) => (is ? [name] : []))].join(' '),
      )
  const all = ['', ' beyond', ' hasAccount', ' hasAccount beyond']
  const anybody = [...all, ...all.map(rest => ` self${rest}`)].map(rest => `active${rest}`)
  const others = all.map(rest => `active${rest}`)
  const guarded = ['active hasAccount']
  expect(Object.fromEntries(personActions.map(action => [action, allowed(action)]))).toEqual({
    edit: anybody,
    leave: ['active', 'active hasAccount'],
    return: ['left', 'left hasAccount'],
    'open-account': ['active'],
    'read-phone': anybody,
    grant: others,
    withdraw: others,
    'reset-password': guarded,
    'reset-second-factor': guarded,
    lock: guarded,
    unlock: guarded,
    'list-sessions': [
      'active hasAccount',
      'active hasAccount beyond',
      'active self hasAccount',
      'active self hasAccount beyond',
    ],
    'end-sessions': ['active hasAccount', 'active hasAccount beyond'],
  })
})

test('rights are granted and accounts guarded by one administrator, people kept by another', () => {
  for (const action of personActions) {
    const by: readonly string[] = personFlow[action].by
    expect(by.includes('system-administrator') && by.includes('security-administrator'), action).toBe(false)
    expect(
      by.every(role => (personReaders as readonly string[]).includes(role)),
      action,
    ).toBe(true)
    expect(
      by.every(role => (roleNames as readonly string[]).includes(role)),
      action,
    ).toBe(true)
  }
})
