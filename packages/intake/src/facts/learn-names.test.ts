import { expect, test } from 'vitest'
import { readDocuments } from '../read-document.ts'
import { learnNames } from './learn-names.ts'
import { parseRegister } from './unit-register.ts'

const register = parseRegister(
  'code,kind,name,short_names,parent\n1,society,青禾市科学技术协会,青禾市科协,\n2,society,白河县科学技术协会,,\n',
)
const taught = (name: string, ...shortNames: string[]) => ({
  code: 'learned-1',
  kind: 'learned',
  name,
  shortNames,
  parent: null,
})

test('a taught name stands for its unit, and wins over what the register says', () => {
  const learned = learnNames(register, [taught('白河县科学技术协会', '县里的老科协人之家', '青禾市科协')])
  expect(learned.bySurface.get('县里的老科协人之家')?.code).toBe('2')
  expect(learned.bySurface.get('青禾市科协')?.code).toBe('2')
  expect(learned.longestSurface).toBe('县里的老科协人之家'.length)
  expect(register.bySurface.get('青禾市科协')?.code).toBe('1')
})

test('a unit the register does not know is read by its taught name', () => {
  const learned = learnNames(register, [taught('青禾市绿洲学堂', '绿洲')])
  const text = '青禾市科协简报\n第1期\n\n【动态】\n讲座开讲\n5月10日，绿洲举办科普讲座，120人参加。\n'
  const units = readDocuments(text, { register: learned }).flatMap(reading =>
    reading.columns.flatMap(column =>
      column.articles.flatMap(article => article.events.flatMap(e => e.units)),
    ),
  )
  expect(units.map(unit => unit.name)).toContain('青禾市绿洲学堂')
})
