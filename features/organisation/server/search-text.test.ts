import { expect, test } from 'vitest'
import { personSearchText, personSpelling, searchPattern, searchText } from './search-text.ts'

test('a unit is found by its names, their initials and its code', () => {
  const text = searchText(['洛阳市科学技术协会', '洛阳市科协'], ['410300', null])
  expect(text.split('\n')).toEqual(['洛阳市科学技术协会', 'lyskxjsxh', '洛阳市科协', 'lyskx', '410300'])
})

test('a person is found by name, initials, whole spelling and user name', () => {
  expect(personSearchText('单小雨', 'Shan.XY').split('\n')).toEqual([
    '单小雨',
    'sxy',
    'shanxiaoyu',
    'shan.xy',
  ])
  expect(personSearchText('Anna Lee', null)).toContain('anna lee')
})

test('people are sorted by how their names are said', () => {
  const names = ['赵立春', '吕白露', '安小满', '单雨水']
  expect(names.toSorted((a, b) => (personSpelling(a) < personSpelling(b) ? -1 : 1))).toEqual([
    '安小满',
    '吕白露',
    '单雨水',
    '赵立春',
  ])
})

test('what is typed is found as it stands, wild cards and full-width letters too', () => {
  expect(searchPattern('１００%_\\Ａ')).toBe('%100\\%\\_\\\\a%')
})
