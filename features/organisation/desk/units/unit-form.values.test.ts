import { expect, it } from 'vitest'
import { changeOf, draftOf, type FormValues, formOf, wrongFields } from './unit-form.values.ts'

const good: FormValues = {
  name: ' 云岭市科协 ',
  kind: 'city',
  shortNames: ['云岭科协', ' 云岭科协 ', ''],
  formerNames: [],
  code: '',
  division: '',
}

it('a new unit is sent tidied, without what was left empty', () => {
  expect(wrongFields(good, 'add')).toEqual({})
  expect(draftOf(good, 'p')).toEqual({
    parentId: 'p',
    name: '云岭市科协',
    kind: 'city',
    shortNames: ['云岭科协'],
    formerNames: [],
  })
})

it('names each field that is wrong', () => {
  expect(wrongFields(formOf(null), 'add')).toEqual({
    name: { text: 'nameNeeded' },
    kind: { text: 'kindNeeded' },
  })
  const bad = { ...good, shortNames: ['云'], code: '-1', division: '04103' }
  expect(wrongFields(bad, 'edit')).toEqual({
    shortNames: { text: 'nameLength', values: { name: '云' } },
    code: { text: 'codeWrong' },
    division: { text: 'divisionWrong' },
  })
  expect(wrongFields(good, 'edit')).toEqual({ code: { text: 'codeNeeded' } })
})

it('of a change only what differs is sent, so that others’ changes stay', () => {
  const before = { ...good, code: 'A-1', division: '410300' }
  expect(changeOf(before, before)).toEqual({})
  expect(changeOf(before, { ...before, name: '云岭市科协' })).toEqual({})
  expect(changeOf(before, { ...before, division: ' ', kind: 'county' })).toEqual({
    division: null,
    kind: 'county',
  })
})
