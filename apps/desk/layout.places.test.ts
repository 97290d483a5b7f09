import type { DeskMenuItem } from '@jianbao/ui'
import { expect, test } from 'vitest'
import { barPlaces, groupPlaces, placeOf } from './layout.places.ts'

const place = (
  path: string,
  group: DeskMenuItem['group'],
  more: Partial<DeskMenuItem> = {},
): DeskMenuItem => ({
  path,
  group,
  label: path,
  namespace: 'test',
  icon: () => null,
  ...more,
})
const menu = [
  place('/documents', 'desk', { roles: ['editor', 'reviser'] }),
  place('/units', 'organisation', { holds: ['/unit-imports'] }),
  place('/units/people', 'organisation', { deskOnly: true }),
  place('/audit', 'system', { roles: ['auditor'] }),
  place('/', 'work'),
]
const paths = (items: readonly DeskMenuItem[]) => items.map(item => item.path)

test('places stand in the order of the work, and only where somebody may go', () => {
  const seen = (...roles: Parameters<typeof groupPlaces>[1]) =>
    groupPlaces(menu, roles).map(({ group, items }) => [group, ...paths(items)])
  expect(seen('editor')).toEqual([
    ['work', '/'],
    ['desk', '/documents'],
    ['organisation', '/units', '/units/people'],
  ])
  expect(seen('auditor').map(([group]) => group)).toEqual(['work', 'organisation', 'system'])
  expect(seen()).toEqual([
    ['work', '/'],
    ['organisation', '/units', '/units/people'],
  ])
})

test('a phone shows four of them, none that are for a desk', () => {
  const groups = groupPlaces([...menu, place('/a', 'system'), place('/b', 'system')], ['editor', 'auditor'])
  expect(paths(barPlaces(groups))).toEqual(['/', '/documents', '/units', '/audit'])
})

test('what has a rank stands first on the bar, whatever its group', () => {
  const ranked = [
    ...menu,
    place('/c', 'ledger', { bar: 2 }),
    place('/b', 'system', { bar: 1 }),
    place('/a', 'report'),
  ]
  expect(paths(barPlaces(groupPlaces(ranked, ['editor'])))).toEqual(['/b', '/c', '/', '/a'])
})

test('one is where the longest beginning leads', () => {
  const groups = groupPlaces(menu, ['editor'])
  const at = (pathname: string) => placeOf(groups, pathname)?.path
  expect(at('/')).toBe('/')
  expect(at('/units')).toBe('/units')
  expect(at('/units/people/1')).toBe('/units/people')
  expect(at('/units/peopled')).toBe('/units')
  expect(at('/unit-imports/7')).toBe('/units')
  expect(at('/unit-importsy')).toBeUndefined()
  expect(at('/audit'), 'hidden from an editor').toBeUndefined()
})
