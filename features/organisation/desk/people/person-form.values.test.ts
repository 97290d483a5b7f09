import { expect, test } from 'vitest'
import { changeOf, draftOf, type PersonFields } from './person-form.values.ts'

const typed: PersonFields = { name: '谷雨', title: '', phone: '', withoutPhone: false }
const before = { name: '谷雨', title: null, unitId: 'u1' }

test('a new person has what was typed and nothing else', () => {
  expect(draftOf({ ...typed, name: ' 谷雨 ' }, 'u1')).toEqual({ name: '谷雨', unitId: 'u1' })
  expect(draftOf({ ...typed, title: ' 主任 ', phone: '138 ' }, 'u1')).toEqual({
    name: '谷雨',
    unitId: 'u1',
    title: '主任',
    phone: '138',
  })
})

test('only what is different is sent', () => {
  expect(changeOf(before, typed, 'u1')).toEqual({})
  expect(changeOf({ ...before, title: '主任' }, typed, 'u2')).toEqual({ title: null, unitId: 'u2' })
  expect(changeOf(before, { ...typed, name: '芒种', phone: '138' }, 'u1')).toEqual({
    name: '芒种',
    phone: '138',
  })
  expect(changeOf(before, { ...typed, withoutPhone: true }, 'u1')).toEqual({ phone: null })
})
