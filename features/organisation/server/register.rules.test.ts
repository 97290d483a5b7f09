import { expect, test } from 'vitest'
import { type NamedUnit, registerEntries } from './register.rules.ts'

let seq = 1
const unit = (path: string, name: string, facts: Partial<NamedUnit> = {}): NamedUnit => ({
  path,
  code: `C${++seq}`,
  kind: 'society',
  name,
  shortNames: [],
  formerNames: [],
  merged: false,
  ...facts,
})
const surfaces = (units: NamedUnit[]): Record<string, readonly string[]> =>
  Object.fromEntries(registerEntries(units).map(entry => [entry.name, entry.shortNames]))

test('a unit of the shipped register is told only when it is called otherwise', () => {
  expect(surfaces([unit('1/', '河南省科协', { shortNames: ['省科协'] })])).toEqual({})
  expect(surfaces([unit('1/', '河南省科协', { shortNames: ['省科协', '本会机关'] })])).toEqual({
    河南省科协: ['省科协', '本会机关'],
  })
})

test('a name of several units is none of theirs, and a full name comes before a short one', () => {
  const units = [
    unit('1/2/', '洛阳市云雾学会', { shortNames: ['市云雾学会', '云雾会社'] }),
    unit('1/3/', '开封市云雾学会', { shortNames: ['市云雾学会'] }),
    unit('1/4/', '云雾会社'),
    unit('1/5/', '同名学会'),
    unit('1/6/', '同名学会'),
  ]
  expect(surfaces(units)).toEqual({ 洛阳市云雾学会: [], 开封市云雾学会: [], 云雾会社: [] })
})

test('parts of an office are known behind the name of their unit only', () => {
  const units = [
    unit('1/', '云岭市科协', { shortNames: ['云岭科协'] }),
    unit('1/2/', '科普部', { kind: 'department', formerNames: ['普及部'] }),
    unit('1/3/', '云岭市科协机关党委', { kind: 'branch' }),
    unit('1/4/', '中共云岭市委某支部', { kind: 'branch' }),
  ]
  expect(surfaces(units)).toMatchObject({
    云岭市科协科普部: ['云岭科协科普部', '云岭市科协普及部', '云岭科协普及部'],
    云岭市科协机关党委: [],
    中共云岭市委某支部: [],
  })
  expect(Object.keys(surfaces(units))).not.toContain('科普部')
})

test('a merged unit is known by the names the other took over; two letters are no name', () => {
  const units = [
    unit('1/2/', '新区科技协会', { formerNames: ['旧县科技协会', '旧协'] }),
    unit('1/2/3/', '旧县科技协会', { merged: true }),
  ]
  expect(surfaces(units)).toEqual({ 新区科技协会: ['旧县科技协会'] })
})
